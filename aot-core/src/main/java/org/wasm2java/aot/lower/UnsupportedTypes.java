package org.wasm2java.aot.lower;

import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

/** Which extension a value type belongs to that no Java kind carries yet. */
public final class UnsupportedTypes {
  private UnsupportedTypes() {}

  /** Returns the extension. */
  public static Feature feature(ValueType type) {
    if (type instanceof VectorType) {
      return Feature.SIMD;
    }
    if (type instanceof ReferenceType reference
        && reference.heapType() instanceof AbstractHeapType abstractType) {
      return switch (abstractType) {
        case EXN, NOEXN -> Feature.EXCEPTION_HANDLING;
        case FUNC, EXTERN, ANY, EQ, I31, STRUCT, ARRAY, NONE, NOFUNC, NOEXTERN -> Feature.GC;
      };
    }
    return Feature.TYPED_FUNCTION_REFERENCES;
  }
}

package org.wasm2java.aot.support;

import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

/** Knows the extensions that types belong to. */
final class TypeFeatures {
  private final IndexSpaces spaces;
  private final Set<Feature> used;

  TypeFeatures(IndexSpaces spaces, Set<Feature> used) {
    this.spaces = spaces;
    this.used = used;
  }

  void addDefinitions(List<RecursiveType> groups) {
    for (RecursiveType group : groups) {
      if (group.subTypes().size() != 1) {
        used.add(Feature.GC);
      }
      group.subTypes().forEach(this::addDefinition);
    }
  }

  private void addDefinition(SubType type) {
    if (type.composite() instanceof FunctionType function) {
      function.parameters().forEach(this::add);
      function.results().forEach(this::add);
      if (function.results().size() > 1) {
        used.add(Feature.MULTI_VALUE);
      }
    }
    if (!type.isFinal()
        || !type.supertypes().isEmpty()
        || !(type.composite() instanceof FunctionType)) {
      used.add(Feature.GC);
    }
  }

  /**
   * Adds the type of elements. Functions are as old as WebAssembly, and the segments of its first
   * version have them without null.
   */
  void addElement(ReferenceType type) {
    if (type.heapType() != AbstractHeapType.FUNC) {
      add(type);
    }
  }

  void add(ValueType type) {
    used.add(of(spaces, type));
  }

  /** Returns the extension that brought a type. */
  static Feature of(IndexSpaces spaces, ValueType type) {
    if (type instanceof VectorType) {
      return Feature.SIMD;
    }
    return type instanceof ReferenceType reference ? of(spaces, reference) : Feature.MVP;
  }

  private static Feature of(IndexSpaces spaces, ReferenceType reference) {
    if (reference.heapType() instanceof ConcreteHeapType concrete) {
      return spaces.type(concrete.typeIndex()).composite() instanceof FunctionType
          ? Feature.TYPED_FUNCTION_REFERENCES
          : Feature.GC;
    }
    return switch ((AbstractHeapType) reference.heapType()) {
      case FUNC, EXTERN ->
          reference.nullable() ? Feature.REFERENCE_TYPES : Feature.TYPED_FUNCTION_REFERENCES;
      case EXN, NOEXN -> Feature.EXCEPTION_HANDLING;
      case ANY, EQ, I31, STRUCT, ARRAY, NONE, NOFUNC, NOEXTERN -> Feature.GC;
    };
  }
}

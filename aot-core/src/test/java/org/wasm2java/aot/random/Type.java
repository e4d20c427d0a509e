package org.wasm2java.aot.random;

import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.WasmBytes;

/**
 * A value type of random modules.
 *
 * @param heap of a reference, the index of the type that the module defines, or else the negative
 *     number that stands for an abstract heap type
 */
record Type(Form form, int heap, boolean nullable) {
  /** What kind of value it is, with what an instruction of each is called. */
  enum Form {
    I32(0x7F, 0x28, 0x36),
    I64(0x7E, 0x29, 0x37),
    F32(0x7D, 0x2A, 0x38),
    F64(0x7C, 0x2B, 0x39),
    /** A vector whose bits are the same in every engine. */
    V128(0x7B, 0, 0),
    /** A vector of which only such lanes are the same, NaNs with any bits being alike. */
    F32X4(0x7B, 0, 0),
    /** As {@link #F32X4}. */
    F64X2(0x7B, 0, 0),
    REFERENCE(0, 0, 0);

    final int code;
    final int load;
    final int store;

    Form(int code, int load, int store) {
      this.code = code;
      this.load = load;
      this.store = store;
    }
  }

  /** The abstract heap types that are used, as numbers. */
  static final int NO_FUNC = -13;

  static final int NO_EXTERN = -14;
  static final int NONE = -15;
  static final int FUNC = -16;
  static final int EXTERN = -17;
  static final int ANY = -18;
  static final int EQ = -19;
  static final int I31 = -20;
  static final int STRUCT = -21;
  static final int ARRAY = -22;
  static final int EXN = -23;

  static final Type I32 = new Type(Form.I32, 0, false);
  static final Type I64 = new Type(Form.I64, 0, false);
  static final Type F32 = new Type(Form.F32, 0, false);
  static final Type F64 = new Type(Form.F64, 0, false);
  static final Type V128 = new Type(Form.V128, 0, false);
  static final Type F32X4 = new Type(Form.F32X4, 0, false);
  static final Type F64X2 = new Type(Form.F64X2, 0, false);
  static final Type FUNCREF = nullable(FUNC);
  static final Type EXNREF = nullable(EXN);

  static final List<Type> NUMBERS = List.of(I32, I64, F32, F64);
  static final List<Type> WITH_VECTORS = List.of(I32, I64, F32, F64, V128, V128);
  static final List<Type> FLOAT_LANES = List.of(F32X4, F64X2);
  static final List<Type> WITH_LANES =
      List.of(I32, I64, F32, F64, V128, V128, V128, V128, F32X4, F64X2);

  /** Returns the references to a heap type, null being one. */
  static Type nullable(int heap) {
    return new Type(Form.REFERENCE, heap, true);
  }

  /** Returns the references to a heap type but for null. */
  static Type nonNull(int heap) {
    return new Type(Form.REFERENCE, heap, false);
  }

  /** Returns the type of numbers of this name. */
  static Type ofName(String name) {
    return NUMBERS.stream().filter(type -> type.form.name().equals(name)).findFirst().orElseThrow();
  }

  int load() {
    return form.load;
  }

  int store() {
    return form.store;
  }

  boolean isFloat() {
    return form == Form.F32 || form == Form.F64;
  }

  boolean isVector() {
    return form.code == Form.V128.code;
  }

  boolean isReference() {
    return form == Form.REFERENCE;
  }

  /** Returns whether it is a reference to what the module defines. */
  boolean isDefined() {
    return isReference() && heap >= 0;
  }

  Type withNull() {
    return new Type(form, heap, true);
  }

  Type withoutNull() {
    return new Type(form, heap, false);
  }

  WasmBytes write(WasmBytes bytes) {
    if (!isReference()) {
      return bytes.u8(form.code);
    } else if (nullable && heap < 0) {
      return bytes.signed(heap);
    }
    return bytes.u8(nullable ? 0x63 : 0x64).signed(heap);
  }

  /** A function type. */
  record Signature(List<Type> parameters, List<Type> results) {
    boolean hasVectors() {
      return parameters.stream().anyMatch(Type::isVector)
          || results.stream().anyMatch(Type::isVector);
    }

    boolean hasReferences() {
      return parameters.stream().anyMatch(Type::isReference)
          || results.stream().anyMatch(Type::isReference);
    }

    /** Returns the signature with two {@code i64} for each vector. */
    Signature ofNumbers() {
      return new Signature(ofNumbers(parameters), ofNumbers(results));
    }

    private static List<Type> ofNumbers(List<Type> types) {
      return types.stream()
          .flatMap(type -> type.isVector() ? Stream.of(I64, I64) : Stream.of(type))
          .toList();
    }

    WasmBytes write(WasmBytes bytes) {
      bytes.u8(0x60).u32(parameters.size());
      parameters.forEach(type -> type.write(bytes));
      bytes.u32(results.size());
      results.forEach(type -> type.write(bytes));
      return bytes;
    }
  }
}

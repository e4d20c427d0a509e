package org.wasm2java.aot.random;

import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.WasmBytes;

/** The value types of random modules, with what an instruction of each type is called. */
enum Type {
  I32(0x7F, 0x28, 0x36),
  I64(0x7E, 0x29, 0x37),
  F32(0x7D, 0x2A, 0x38),
  F64(0x7C, 0x2B, 0x39),
  FUNCREF(0x70, 0, 0),
  EXNREF(0x69, 0, 0),
  /** A vector whose bits are the same in every engine. */
  V128(0x7B, 0, 0),
  /** A vector of which only such lanes are the same, NaNs with any bits being alike. */
  F32X4(0x7B, 0, 0),
  /** As {@link #F32X4}. */
  F64X2(0x7B, 0, 0);

  static final List<Type> NUMBERS = List.of(I32, I64, F32, F64);
  static final List<Type> WITH_VECTORS = List.of(I32, I64, F32, F64, V128, V128);
  static final List<Type> FLOAT_LANES = List.of(F32X4, F64X2);
  static final List<Type> WITH_LANES =
      List.of(I32, I64, F32, F64, V128, V128, V128, V128, F32X4, F64X2);

  final int code;
  final int load;
  final int store;

  Type(int code, int load, int store) {
    this.code = code;
    this.load = load;
    this.store = store;
  }

  boolean isFloat() {
    return this == F32 || this == F64;
  }

  boolean isVector() {
    return code == V128.code;
  }

  /** A function type. */
  record Signature(List<Type> parameters, List<Type> results) {
    boolean hasVectors() {
      return parameters.stream().anyMatch(Type::isVector)
          || results.stream().anyMatch(Type::isVector);
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

    void write(WasmBytes bytes) {
      bytes.u8(0x60).u32(parameters.size());
      parameters.forEach(type -> bytes.u8(type.code));
      bytes.u32(results.size());
      results.forEach(type -> bytes.u8(type.code));
    }
  }
}

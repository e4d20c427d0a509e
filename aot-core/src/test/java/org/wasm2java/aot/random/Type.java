package org.wasm2java.aot.random;

import java.util.List;
import org.wasm2java.aot.WasmBytes;

/** The value types of random modules, with what an instruction of each type is called. */
enum Type {
  I32(0x7F, 0x28, 0x36),
  I64(0x7E, 0x29, 0x37),
  F32(0x7D, 0x2A, 0x38),
  F64(0x7C, 0x2B, 0x39),
  FUNCREF(0x70, 0, 0);

  static final List<Type> NUMBERS = List.of(I32, I64, F32, F64);

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

  /** A function type. */
  record Signature(List<Type> parameters, List<Type> results) {
    void write(WasmBytes bytes) {
      bytes.u8(0x60).u32(parameters.size());
      parameters.forEach(type -> bytes.u8(type.code));
      bytes.u32(results.size());
      results.forEach(type -> bytes.u8(type.code));
    }
  }
}

package org.wasm2java.aot.random;

import java.util.List;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/** The body of a function that calls one with vectors and itself has two {@code i64} for each. */
final class WrapperBody {
  private static final int PREFIX = 0xFD;
  private static final int SPLAT = 18;
  private static final int EXTRACT_LANE = 29;
  private static final int REPLACE_LANE = 30;

  private WrapperBody() {}

  static WasmBytes of(int function, Signature called) {
    List<Type> results = called.results();
    int parameters = called.ofNumbers().parameters().size();
    WasmBytes body = new WasmBytes().u32(results.size());
    results.forEach(type -> type.write(body.u8(1)));
    int taken = 0;
    for (Type type : called.parameters()) {
      body.u8(0x20).u32(taken++);
      if (type.isVector()) {
        body.u8(PREFIX, SPLAT, 0x20).u32(taken++).u8(PREFIX, REPLACE_LANE, 1);
      }
    }
    body.u8(0x10).u32(function);
    for (int i = results.size() - 1; i >= 0; i--) {
      body.u8(0x21).u32(parameters + i);
    }
    for (int i = 0; i < results.size(); i++) {
      body.u8(0x20).u32(parameters + i);
      if (results.get(i).isVector()) {
        half(body, 0).u8(0x20).u32(parameters + i);
        half(body, 1);
      }
    }
    return body.u8(0x0B);
  }

  /** Makes the vector on top its low half, 0, or its high half, 1. */
  static WasmBytes half(WasmBytes body, int lane) {
    return body.u8(PREFIX, EXTRACT_LANE, lane);
  }
}

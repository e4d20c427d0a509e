package org.wasm2java.aot.random;

import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/** Writes calls, and instructions on tables and on whole memories. */
final class RandomCalls {
  private static final int DATA_MOST = RandomModule.DATA_BYTES - 3;

  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final WasmBytes code;
  private final RandomExpressions expressions;

  RandomCalls(BodyState state, RandomExpressions expressions) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.code = state.code;
    this.expressions = expressions;
  }

  void call() {
    int last = state.counted ? module.firstCounted() : module.signatures().size();
    int count = last - RandomModule.FIRST_RANDOM;
    int function = RandomModule.FIRST_RANDOM + random.nextInt(count);
    expressions.operands(module.signatures().get(function).parameters());
    code.u8(0x10).u32(function);
    state.called(module.signatures().get(function));
  }

  void host() {
    int function = state.chance(3) ? RandomModule.HOST_PAIR : RandomModule.HOST;
    expressions.operands(module.signatures().get(function).parameters());
    code.u8(0x10, function);
    state.called(module.signatures().get(function));
  }

  void callIndirect() {
    if (module.features().references() && !state.counted && state.chance(2)) {
      callReference();
      return;
    }
    int element = random.nextInt(RandomModule.TABLE_SIZE);
    int function = module.inTable(element);
    if (function < 0 || state.counted) {
      return;
    }
    Signature called = module.signatures().get(function);
    expressions.operands(called.parameters());
    code.u8(0x41, element);
    if (state.chance(2)) {
      state.push(Type.I32);
      code.u8(0x41, element);
      state.push(Type.I32);
      expressions.value(Type.I32, 1);
      code.u8(0x1B);
      state.pop(3);
    }
    code.u8(0x11).u32(module.functionType(function)).u8(0);
    state.called(called);
  }

  private void callReference() {
    int functions = module.signatures().size() - RandomModule.FIRST_RANDOM;
    int function = RandomModule.FIRST_RANDOM + random.nextInt(functions);
    int type = module.functionType(function);
    expressions.operands(module.signatures().get(function).parameters());
    expressions.value(state.chance(20) ? Type.nullable(type) : Type.nonNull(type), 2);
    state.pop();
    code.u8(0x14).u32(type);
    state.called(module.signatures().get(function));
  }

  void bulk() {
    int form = random.nextInt(state.chance(10) ? 4 : 3);
    if (form == 3) {
      code.u8(0xFC, 9, 1);
      return;
    }
    expressions.address();
    expressions.address();
    code.u8(0x41).signed(random.nextInt(form == 2 ? 20 : 300));
    switch (form) {
      case 0 -> code.u8(0xFC, 11, 0);
      case 1 -> code.u8(0xFC, 10, 0, 0);
      default -> {
        code.u8(0x1A, 0x41, 3, 0x71, 0x41).signed(random.nextInt(DATA_MOST));
        code.u8(0xFC, 8, 1, 0);
      }
    }
    state.pop(2);
  }

  void table() {
    switch (random.nextInt(module.features().references() ? 7 : 5)) {
      case 5, 6 -> references();
      case 0 -> {
        code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE));
        state.push(Type.I32);
        expressions.value(Type.FUNCREF, 1);
        code.u8(0x26, 0);
        state.pop(2);
      }
      case 1 -> {
        expressions.value(Type.FUNCREF, 1);
        code.u8(0xD1);
        state.pop();
        state.push(Type.I32);
      }
      case 2 -> {
        code.u8(0x41, random.nextInt(5), 0x41, 0, 0x41, random.nextInt(2), 0xFC, 12, 1, 0);
      }
      case 3 -> {
        code.u8(0x41, random.nextInt(5), 0x41, random.nextInt(5), 0x41, random.nextInt(3));
        code.u8(0xFC, 14, 0, 0);
      }
      default -> {
        expressions.value(Type.FUNCREF, 1);
        code.u8(0x41, random.nextInt(2), 0xFC, 15, 0);
        state.pop();
        state.push(Type.I32);
      }
    }
  }

  /** Changes the second table. */
  private void references() {
    Type type = module.elements();
    if (state.chance(3)) {
      code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE));
      code.u8(0x41, random.nextInt(4), 0x41, random.nextInt(5), 0xFC, 14, 1, 1);
      return;
    }
    expressions.push(random.nextInt(RandomModule.TABLE_SIZE));
    expressions.value(type, 2);
    if (state.chance(2)) {
      code.u8(0x26, 1);
    } else {
      code.u8(0x41, random.nextInt(3), 0xFC, 17, 1);
    }
    state.pop(2);
  }

  void growth() {
    if (state.chance(2)) {
      code.u8(0x3F, 0);
    } else {
      code.u8(0x41, random.nextInt(2), 0x40, 0);
    }
    state.push(Type.I32);
  }
}

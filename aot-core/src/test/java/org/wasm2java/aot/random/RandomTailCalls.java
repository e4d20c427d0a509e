package org.wasm2java.aot.random;

import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/** Writes calls that a function returns the results of. */
final class RandomTailCalls {
  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final WasmBytes code;
  private final RandomExpressions expressions;

  RandomTailCalls(BodyState state, RandomExpressions expressions) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.code = state.code;
    this.expressions = expressions;
  }

  /** Leaves the function by a call, if there is one to call. */
  void leave() {
    List<Integer> functions =
        module.functionsFor(state.signature.results()).stream()
            .filter(index -> index != RandomModule.REFUEL)
            .filter(index -> !state.counted || index < module.firstCounted())
            .toList();
    if (functions.isEmpty()) {
      return;
    }
    int function = functions.get(random.nextInt(functions.size()));
    expressions.operands(module.signatures().get(function).parameters());
    call(function, !state.counted && function >= RandomModule.FIRST_RANDOM);
  }

  /** Leaves a function that counts its calls by one that does, too. */
  void countedCall() {
    int counted = module.signatures().size() - module.firstCounted();
    int function = module.firstCounted() + random.nextInt(counted);
    Signature signature = module.signatures().get(function);
    List<Type> parameters = signature.parameters();
    code.u8(0x20, 0);
    state.push(Type.I32);
    for (Type type : parameters.subList(1, parameters.size())) {
      expressions.value(type, 1);
    }
    call(function, true);
  }

  /** Calls a function with what is on the stack, or perhaps another one of its type. */
  private void call(int function, boolean others) {
    int element = element(function);
    if (others && state.chance(3)) {
      int type = module.functionType(function);
      boolean nullable = !state.counted && state.chance(12);
      expressions.value(nullable ? Type.nullable(type) : Type.nonNull(type), 1);
      state.pop();
      code.u8(0x15).u32(type);
    } else if (others && element >= 0 && state.chance(2)) {
      code.u8(0x41, element, 0x13).u32(module.functionType(function)).u8(0);
    } else {
      code.u8(0x12).u32(function);
    }
    state.dead = true;
  }

  private int element(int function) {
    for (int i = 0; i < RandomModule.TABLE_SIZE; i++) {
      if (module.inTable(i) == function) {
        return i;
      }
    }
    return -1;
  }
}

package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;

/** Writes branches on null and on casts to the labels around. */
final class RandomCasts {
  private final BodyState state;
  private final Random random;
  private final RandomTypes types;
  private final WasmBytes code;
  private final RandomExpressions expressions;
  private final RandomBranches branches;

  RandomCasts(BodyState state, RandomExpressions expressions, RandomBranches branches) {
    this.state = state;
    this.random = state.random;
    this.types = state.module.types();
    this.code = state.code;
    this.expressions = expressions;
    this.branches = branches;
  }

  void branch() {
    List<Integer> taking = new ArrayList<>();
    for (int depth = 0; depth < state.labels.size(); depth++) {
      List<Type> taken = state.label(depth).types();
      if (!taken.isEmpty() && hasCasts(last(taken))) {
        taking.add(depth);
      }
    }
    if (taking.isEmpty() || state.chance(4)) {
      onNull(random.nextInt(state.labels.size()));
    } else {
      withReference(taking.get(random.nextInt(taking.size())));
    }
  }

  private static Type last(List<Type> types) {
    return types.get(types.size() - 1);
  }

  private static boolean hasCasts(Type type) {
    return type.isReference() && type.heap() != Type.EXN;
  }

  private void onNull(int depth) {
    start(depth);
    Type type = types.reference();
    List<Type> taken = state.label(depth).types();
    expressions.operands(taken);
    expressions.value(type.withNull(), 2);
    state.pop();
    code.u8(0xD5).u32(depth);
    state.retype(taken);
    state.push(RandomTypes.hasOnlyNull(type) ? type : type.withoutNull());
  }

  /** Without fuel nothing branches back. */
  private void start(int depth) {
    if (state.label(depth).loop()) {
      branches.trapWithoutFuel();
    }
  }

  private void withReference(int depth) {
    start(depth);
    List<Type> taken = state.label(depth).types();
    List<Type> below = taken.subList(0, taken.size() - 1);
    Type type = last(taken);
    switch (random.nextInt(3)) {
      case 0 -> {
        expressions.operands(below);
        expressions.value(type.withNull(), 2);
        code.u8(0xD6).u32(depth);
        state.pop();
        state.retype(below);
      }
      case 1 -> {
        Type to = types.below(type);
        onCast(24, depth, below, types.above(to), to);
      }
      default -> {
        Type from = types.below(type);
        Type to = types.below(from);
        if (to.nullable() && state.chance(2)) {
          from = from.withNull(); // null is not what fails then
        }
        onCast(25, depth, below, from, to);
      }
    }
  }

  private void onCast(int opcode, int depth, List<Type> below, Type from, Type to) {
    expressions.operands(below);
    expressions.value(from, 2);
    code.u8(0xFB, opcode, (from.nullable() ? 1 : 0) | (to.nullable() ? 2 : 0)).u32(depth);
    code.signed(from.heap()).signed(to.heap());
    state.pop();
    state.retype(below);
    if (opcode == 25) {
      state.push(to);
    } else {
      boolean keepsNull = !to.nullable() || RandomTypes.hasOnlyNull(from);
      state.push(keepsNull ? from : from.withoutNull());
    }
  }
}

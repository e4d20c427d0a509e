package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/** Writes branches, returns and what follows where code is never reached. */
final class RandomBranches {
  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final WasmBytes code;
  private final Signature signature;
  private final RandomExpressions expressions;

  RandomBranches(BodyState state, RandomExpressions expressions) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.code = state.code;
    this.signature = state.signature;
    this.expressions = expressions;
  }

  void branchIf() {
    int depth = random.nextInt(state.labels.size());
    BodyState.Label label = state.labels.get(state.labels.size() - 1 - depth);
    expressions.operands(label.types());
    condition(label.loop());
    code.u8(0x0D).u32(depth);
    state.pop();
    state.retype(label.types());
  }

  /** A condition; for a branch back it is false without fuel, or the branch is not reached. */
  private void condition(boolean back) {
    if (back && module.isOfConstants()) {
      trapWithoutFuel();
    }
    expressions.value(Type.I32, 2);
    if (back && !module.isOfConstants()) {
      code.u8(0x41, 0, 0x23, RandomModule.FUEL, 0x1B);
    }
  }

  void trapWithoutFuel() {
    code.u8(0x23, RandomModule.FUEL, 0x45, 0x04, 0x40, 0x00, 0x0B);
  }

  /** Leaves the sequence for good. */
  void leave() {
    if (state.chance(2) && state.labels.size() == 1) {
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> {
        code.u8(0x00);
      }
      case 1, 2 -> {
        expressions.operands(signature.results());
        code.u8(0x0F);
      }
      case 3, 4, 5, 6 -> branch();
      default -> branchTable();
    }
    state.dead = true;
    if (state.chance(4)) {
      deadCode();
    }
  }

  private void branch() {
    int depth = random.nextInt(state.labels.size());
    BodyState.Label label = state.labels.get(state.labels.size() - 1 - depth);
    if (label.loop()) {
      trapWithoutFuel();
    }
    expressions.operands(label.types());
    code.u8(0x0C).u32(depth);
  }

  private void branchTable() {
    int otherwise = random.nextInt(state.labels.size());
    BodyState.Label label = state.labels.get(state.labels.size() - 1 - otherwise);
    if (label.loop()) {
      otherwise = state.labels.size() - 1;
      label = state.labels.get(0);
    }
    List<Integer> fitting = new ArrayList<>();
    for (int depth = 0; depth < state.labels.size(); depth++) {
      if (state.labels.get(state.labels.size() - 1 - depth).types().equals(label.types())) {
        fitting.add(depth);
      }
    }
    expressions.operands(label.types());
    selector();
    int count = random.nextInt(7);
    code.u8(0x0E).u32(count);
    for (int i = 0; i < count; i++) {
      code.u32(fitting.get(random.nextInt(fitting.size())));
    }
    code.u32(otherwise);
  }

  /** A small number that chooses the default without fuel, or is not reached. */
  private void selector() {
    if (module.isOfConstants()) {
      trapWithoutFuel();
    }
    expressions.value(Type.I32, 2);
    code.u8(0x41).signed(7).u8(0x71);
    if (!module.isOfConstants()) {
      code.u8(0x41, 0x7F, 0x23, RandomModule.FUEL, 0x1B);
    }
  }

  private void deadCode() {
    switch (random.nextInt(4)) {
      case 0 -> code.u8(0x41, 1, 0x1A);
      case 1 -> code.u8(0x02, 0x40, 0x41, 1, 0x0D, 0, 0x0C, 0, 0x0B);
      case 2 -> code.u8(0x6A, 0x1A);
      default -> code.u8(0x03, 0x7F, 0x0C, 0, 0x0B, 0x04, 0x40, 0x05, 0x00, 0x0B);
    }
  }
}

package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.wasm2java.aot.WasmBytes;

/** Writes throws and what catches, of the standard or, in other modules, of the form before it. */
final class RandomExceptions {
  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final WasmBytes code;
  private final RandomExpressions expressions;

  /** Writes an arm that leaves results; the types given are on the stack before. */
  private final BiConsumer<List<Type>, List<Type>> arms;

  /** The places among the labels of the catches that are open. */
  private final List<Integer> catches = new ArrayList<>();

  RandomExceptions(
      BodyState state, RandomExpressions expressions, BiConsumer<List<Type>, List<Type>> arms) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.code = state.code;
    this.expressions = expressions;
    this.arms = arms;
  }

  private int tag() {
    return random.nextInt(module.tags().size());
  }

  /** Throws; nothing behind it is reached. */
  void leave() {
    if (!catches.isEmpty() && state.chance(2)) {
      int label = catches.get(random.nextInt(catches.size()));
      code.u8(0x09).u32(state.labels.size() - 1 - label);
    } else {
      int tag = tag();
      expressions.operands(module.tags().get(tag));
      code.u8(0x08).u32(tag);
    }
    state.dead = true;
  }

  /** Throws on a condition. */
  void throwIf() {
    expressions.value(Type.I32, 2);
    state.pop();
    code.u8(0x04, 0x40);
    int base = state.base;
    state.base = state.stack.size();
    state.labels.add(new BodyState.Label(List.of(), false));
    Set<Integer> unset = new TreeSet<>(state.unset);
    int tag = tag();
    List<Type> payload = module.tags().get(tag);
    expressions.operands(payload);
    code.u8(0x08).u32(tag).u8(0x0B);
    state.pop(payload.size());
    state.unset.addAll(unset);
    state.labels.remove(state.labels.size() - 1);
    state.base = base;
  }

  /** A construct that catches, whose parameters are what lies on the stack. */
  void construct(List<Type> taken, List<Type> results) {
    int base = state.base;
    state.base = state.stack.size() - taken.size();
    if (module.hasLegacyExceptions()) {
      legacy(taken, results);
    } else {
      standard(taken, results);
    }
    state.base = base;
    state.stack.addAll(results);
  }

  private void open(int opcode, List<Type> parameters, List<Type> results) {
    code.u8(opcode);
    module.writeBlockType(code, parameters, results);
  }

  private void label(List<Type> types) {
    state.labels.add(new BodyState.Label(types, false));
  }

  private void close() {
    code.u8(0x0B);
    state.labels.remove(state.labels.size() - 1);
  }

  private void standard(List<Type> taken, List<Type> results) {
    int tag = tag();
    List<Type> caught = new ArrayList<>(module.tags().get(tag));
    boolean keeps = state.chance(4);
    if (keeps) {
      caught.add(Type.EXNREF);
    }
    open(0x02, taken, results);
    label(results);
    open(0x02, taken, caught);
    label(caught);
    open(0x1F, taken, results);
    clauses(tag, keeps);
    label(results);
    arms.accept(taken, results);
    close();
    code.u8(0x0C, 1);
    close();
    if (keeps) {
      code.u8(0x0A); // what was caught goes on
    } else {
      arms.accept(caught, results);
    }
    close();
  }

  private void clauses(int tag, boolean keeps) {
    WasmBytes clauses = new WasmBytes();
    int count = 1;
    for (int i = random.nextInt(3); i > 0; i--) {
      int other = tag();
      int label = random.nextInt(state.labels.size());
      BodyState.Label target = state.labels.get(state.labels.size() - 1 - label);
      if (!target.loop() && target.types().equals(module.tags().get(other))) {
        clauses.u8(0).u32(other).u32(label);
        count++;
      }
    }
    clauses.u8(keeps ? 1 : 0).u32(tag).u32(0);
    for (int label = 0; label < state.labels.size() && state.chance(2); label++) {
      BodyState.Label target = state.labels.get(state.labels.size() - 1 - label);
      if (!target.loop() && target.types().isEmpty()) {
        clauses.u8(2).u32(label);
        count++;
      }
    }
    code.u32(count).append(clauses);
  }

  private void legacy(List<Type> taken, List<Type> results) {
    open(0x06, taken, results);
    label(results);
    arms.accept(taken, results);
    if (state.chance(4)) {
      int outer = random.nextInt(state.labels.size() - 1);
      code.u8(0x18).u32(outer);
      state.labels.remove(state.labels.size() - 1);
      return;
    }
    catches.add(state.labels.size() - 1);
    for (int i = random.nextInt(3); i > 0; i--) {
      int tag = tag();
      code.u8(0x07).u32(tag);
      arms.accept(module.tags().get(tag), results);
    }
    if (state.chance(3)) {
      code.u8(0x19);
      arms.accept(List.of(), results);
    }
    catches.remove(catches.size() - 1);
    close();
  }
}

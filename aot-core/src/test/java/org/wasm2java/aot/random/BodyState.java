package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/** What the writers of a random body share: its code so far, the types around it, and the dice. */
final class BodyState {
  static final int MOST_DEPTH = 7;
  static final int MOST_STACK = 12;

  /** A construct that is open. */
  record Label(List<Type> types, boolean loop) {}

  final Random random;
  final RandomModule module;
  final Signature signature;
  final WasmBytes code = new WasmBytes();
  final List<Type> locals = new ArrayList<>();
  final List<Type> stack = new ArrayList<>();
  final List<Label> labels = new ArrayList<>();

  /** How many more steps there may be. */
  int budget;

  /** How high the stack was where the innermost construct began. */
  int base;

  /** Whether the code here is never reached. */
  boolean dead;

  BodyState(Random random, RandomModule module, Signature signature, int budget) {
    this.random = random;
    this.module = module;
    this.signature = signature;
    this.budget = budget;
    locals.addAll(signature.parameters());
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** Returns a type that expressions and locals can have. */
  Type type() {
    List<Type> types = module.hasVectors() ? Type.WITH_LANES : Type.NUMBERS;
    return types.get(random.nextInt(types.size()));
  }

  Type number() {
    return Type.NUMBERS.get(random.nextInt(Type.NUMBERS.size()));
  }

  void push(Type type) {
    stack.add(type);
  }

  Type pop() {
    return stack.remove(stack.size() - 1);
  }

  void pop(int count) {
    stack.subList(stack.size() - count, stack.size()).clear();
  }

  void called(Signature called) {
    pop(called.parameters().size());
    stack.addAll(called.results());
  }

  int height() {
    return stack.size() - base;
  }

  Type top() {
    return stack.get(stack.size() - 1);
  }
}

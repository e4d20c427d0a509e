package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
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

  /** Locals that have no value yet, as null is none of their type. */
  final Set<Integer> unset = new TreeSet<>();

  /** How many more steps there may be. */
  int budget;

  /** How high the stack was where the innermost construct began. */
  int base;

  /** Whether the code here is never reached. */
  boolean dead;

  /** Whether the first parameter counts the calls that are left, so that nothing else may. */
  boolean counted;

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
    if (module.features().references() && chance(3)) {
      return module.types().reference();
    }
    List<Type> types = module.hasVectors() ? Type.WITH_LANES : Type.NUMBERS;
    return types.get(random.nextInt(types.size()));
  }

  Type number() {
    return Type.NUMBERS.get(random.nextInt(Type.NUMBERS.size()));
  }

  boolean matches(Type type, Type expected) {
    return module.types().matches(type, expected);
  }

  /** Returns the locals that can be read as a value of a type. */
  List<Integer> readable(Type type) {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < locals.size(); i++) {
      if (matches(locals.get(i), type) && !unset.contains(i)) {
        fitting.add(i);
      }
    }
    return fitting;
  }

  /** Returns the last local that can be assigned and is of this very type, or -1. */
  int assignable(Type type) {
    int local = locals.lastIndexOf(type);
    return local == 0 && counted ? -1 : local;
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

  /** Gives what is on top these types, of which it is a value. */
  void retype(List<Type> types) {
    pop(types.size());
    stack.addAll(types);
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

  Label label(int depth) {
    return labels.get(labels.size() - 1 - depth);
  }
}

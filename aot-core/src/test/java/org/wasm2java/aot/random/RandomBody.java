package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/**
 * The body of one random function. Values are left on the operand stack on purpose, below calls,
 * branches and whole constructs: where they may be evaluated late is what lowering must get right.
 */
final class RandomBody {
  /** How many counted calls burn as much as another one. */
  private static final int CALLS_PER_FUEL = 64;

  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final WasmBytes code;
  private final Signature signature;
  private final RandomOperations operations;
  private final RandomExpressions expressions;
  private final RandomVectors vectors;
  private final RandomBranches branches;
  private final RandomCalls calls;
  private final RandomCasts casts;
  private final RandomTailCalls tailCalls;
  private final RandomExceptions exceptions;

  RandomBody(Random random, RandomModule module, Signature signature, int budget) {
    this.state = new BodyState(random, module, signature, budget);
    this.random = random;
    this.module = module;
    this.code = state.code;
    this.signature = signature;
    this.operations = new RandomOperations(random, code);
    this.vectors = new RandomVectors(state, operations);
    this.expressions = new RandomExpressions(state, operations, vectors, this::construct);
    this.branches = new RandomBranches(state, expressions);
    this.calls = new RandomCalls(state, expressions);
    this.casts = new RandomCasts(state, expressions, branches);
    this.tailCalls = new RandomTailCalls(state, expressions);
    this.exceptions = new RandomExceptions(state, expressions, this::arm);
  }

  /** Returns the locals and the instructions. */
  WasmBytes generate() {
    WasmBytes body = start();
    burn();
    if (module.features().references()) {
      code.u8(0x01);
    }
    setSomeLocals();
    sequence(signature.results());
    code.u8(0x0B);
    return body.append(code);
  }

  /**
   * Returns a body that counts its calls in the first parameter and mostly goes on with another
   * call; no more than so many follow on each other.
   */
  WasmBytes generateCounted(int mostCalls) {
    WasmBytes body = start();
    state.budget = 10 + random.nextInt(30);
    code.u8(0x20, 0, 0x41).signed(mostCalls).u8(0x71, 0x21, 0);
    code.u8(0x20, 0, 0x41).signed(CALLS_PER_FUEL - 1).u8(0x71, 0x45, 0x04, 0x40);
    burn();
    code.u8(0x0B, 0x20, 0, 0x45, 0x04, 0x40);
    state.labels.add(new BodyState.Label(List.of(), false));
    state.counted = true;
    arm(signature.results());
    code.u8(0x0F, 0x0B);
    state.labels.remove(1);
    code.u8(0x20, 0, 0x41, 1, 0x6B, 0x21, 0);
    setSomeLocals();
    for (int steps = random.nextInt(6); steps > 0 && !state.dead; steps--) {
      step();
    }
    if (!state.dead) {
      tailCalls.countedCall();
    }
    code.u8(0x0B);
    return body.append(code);
  }

  /** Declares the locals and returns constants without fuel. */
  private WasmBytes start() {
    int declared = random.nextInt(8);
    List<Type> scratch = module.hasVectors() ? Type.FLOAT_LANES : List.of();
    WasmBytes body = new WasmBytes().u32(declared + scratch.size());
    for (int i = 0; i < declared; i++) {
      Type type = random.nextInt(10) == 0 ? Type.FUNCREF : state.type();
      if (type.isReference() && !type.nullable()) {
        state.unset.add(state.locals.size());
      }
      state.locals.add(type);
      type.write(body.u8(1));
    }
    for (Type type : scratch) {
      state.locals.add(type);
      type.write(body.u8(1));
    }
    state.labels.add(new BodyState.Label(signature.results(), false));
    code.u8(0x23, RandomModule.FUEL, 0x45, 0x04, 0x40);
    signature.results().forEach(expressions::constant);
    state.stack.clear();
    code.u8(0x0F, 0x0B);
    return body;
  }

  private void burn() {
    code.u8(0x23, RandomModule.FUEL, 0x23, RandomModule.FUEL, 0x41, 0, 0x47, 0x6B);
    code.u8(0x24, RandomModule.FUEL);
  }

  /** Emits instructions that leave exactly these results above the base, or never end. */
  private void sequence(List<Type> results) {
    int steps = 1 + random.nextInt(state.labels.size() == 1 ? 40 : 8);
    while (steps-- > 0 && state.budget > 0 && !state.dead) {
      step();
    }
    if (!state.dead) {
      finish(results);
    }
  }

  private void finish(List<Type> results) {
    int common = 0;
    while (common < Math.min(state.height(), results.size())
        && state.matches(state.stack.get(state.base + common), results.get(common))) {
      common++;
    }
    while (state.height() > common) {
      code.u8(0x1A);
      state.pop();
    }
    for (Type type : results.subList(common, results.size())) {
      expressions.value(type, 2);
    }
  }

  private void step() {
    state.budget--;
    switch (random.nextInt(30)) {
      case 0, 1, 2, 3 -> pushSomething();
      case 4, 5, 6 -> setLocal();
      case 7, 8 -> setGlobal();
      case 9, 10 -> store();
      case 11, 12 -> construct(List.of());
      case 13, 14, 15, 16 -> construct(someTypes(2));
      case 17, 18 -> branch();
      case 19 -> leave();
      case 20, 21 -> calls.call();
      case 22, 23 -> unaryOrBinary();
      case 24 -> calls.bulk();
      case 25 -> dropOrTee();
      case 26 -> calls.table();
      case 27 -> calls.growth();
      case 28 -> calls.callIndirect();
      default -> calls.host();
    }
  }

  private void branch() {
    if (module.features().references() && state.chance(2)) {
      casts.branch();
    } else {
      branches.branchIf();
    }
  }

  private void leave() {
    if (module.hasExceptions() && state.labels.size() > 1 && state.chance(4)) {
      exceptions.leave();
    } else if (module.features().tailCalls() && state.chance(3)) {
      tailCalls.leave();
    } else if (module.hasExceptions() && state.chance(3)) {
      exceptions.throwIf();
    } else {
      branches.leave();
    }
  }

  private void pushSomething() {
    if (state.height() < BodyState.MOST_STACK && state.chance(8)) {
      expressions.tower();
    } else if (state.height() < BodyState.MOST_STACK) {
      expressions.value(state.type(), 3);
    }
  }

  private List<Type> someTypes(int most) {
    List<Type> types = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      types.add(state.type());
    }
    return types;
  }

  private void setLocal() {
    if (state.locals.isEmpty()) {
      return;
    }
    int local = random.nextInt(state.locals.size());
    if (local == 0 && state.counted) {
      return;
    }
    if (state.height() == 0
        || !state.matches(state.top(), state.locals.get(local))
        || state.chance(2)) {
      expressions.value(state.locals.get(local), 3);
    }
    code.u8(0x21).u32(local);
    state.unset.remove(local);
    state.pop();
  }

  private void setSomeLocals() {
    for (int local : List.copyOf(state.unset)) {
      if (!state.chance(4)) {
        expressions.constant(state.locals.get(local));
        code.u8(0x21).u32(local);
        state.unset.remove(local);
        state.pop();
      }
    }
  }

  private void setGlobal() {
    if (module.globals().size() == 1) {
      return;
    }
    int global = 1 + random.nextInt(module.globals().size() - 1);
    Type type = module.globals().get(global);
    if (state.height() == 0 || !state.matches(state.top(), type)) {
      expressions.value(type, 3);
    }
    expressions.canonicalize();
    code.u8(0x24).u32(global);
    state.pop();
  }

  private void store() {
    Type type = state.type();
    if (type.isReference()) {
      expressions.aggregates().change();
      return;
    }
    expressions.address();
    expressions.value(type, 2);
    expressions.canonicalize();
    if (type.isVector()) {
      vectors.store();
    } else {
      operations.store(type);
    }
    state.pop(2);
  }

  private void dropOrTee() {
    if (state.height() == 0) {
      return;
    }
    int local = state.assignable(state.top());
    if (local >= 0 && state.chance(2)) {
      code.u8(0x22).u32(local);
      state.unset.remove(local);
    } else {
      code.u8(0x1A);
      state.pop();
    }
  }

  private void unaryOrBinary() {
    if (state.height() == 0 || state.top().isReference()) {
      return;
    }
    Type type = state.top();
    if (type.isVector()) {
      vectors.combine();
    } else if (state.height() > 1
        && state.stack.get(state.stack.size() - 2).equals(type)
        && state.chance(2)) {
      state.pop(2);
      state.push(operations.binary(type));
    } else {
      state.pop();
      state.push(operations.unary(type));
    }
  }

  /** A block, loop or if whose parameters are what lies on the stack. */
  private void construct(List<Type> results) {
    construct(results, state.chance(2) ? 0 : random.nextInt(3));
  }

  private void construct(List<Type> results, int mostParameters) {
    if (state.labels.size() > BodyState.MOST_DEPTH) {
      return;
    }
    int form = random.nextInt(3);
    if (form == 2) {
      expressions.value(Type.I32, 2);
      state.pop();
    }
    int parameters = Math.min(state.height(), mostParameters);
    List<Type> taken =
        List.copyOf(state.stack.subList(state.stack.size() - parameters, state.stack.size()));
    if (!module.features().references() && taken.stream().anyMatch(Type::isReference)) {
      taken = List.of();
    }
    if (form == 0 && module.hasExceptions() && state.chance(2)) {
      exceptions.construct(taken, results);
      return;
    }
    code.u8(0x02 + form);
    module.writeBlockType(code, taken, results);
    int outerBase = state.base;
    state.base = state.stack.size() - taken.size();
    state.labels.add(new BodyState.Label(form == 1 ? taken : results, form == 1));
    if (form == 1) {
      burn();
    }
    arm(results);
    if (form == 2 && (!taken.equals(results) || state.chance(2))) {
      code.u8(0x05);
      state.stack.addAll(taken);
      arm(results);
    }
    code.u8(0x0B);
    state.labels.remove(state.labels.size() - 1);
    state.base = outerBase;
    state.stack.addAll(results);
  }

  /** Writes an arm that starts with some values. */
  private void arm(List<Type> taken, List<Type> results) {
    state.stack.subList(state.base, state.stack.size()).clear();
    state.stack.addAll(taken);
    arm(results);
  }

  private void arm(List<Type> results) {
    Set<Integer> unset = new TreeSet<>(state.unset);
    sequence(results);
    state.unset.addAll(unset);
    state.stack.subList(state.base, state.stack.size()).clear();
    state.dead = false;
  }
}

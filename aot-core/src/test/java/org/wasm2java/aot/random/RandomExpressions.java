package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/** Writes code that pushes a value of a type. */
final class RandomExpressions {
  /** Writes a block, loop or if. */
  interface Constructs {
    void write(List<Type> results, int mostParameters);
  }

  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final WasmBytes code;
  private final RandomOperations operations;
  private final RandomVectors vectors;
  private final Constructs constructs;
  private final RandomAggregates aggregates;
  private final RandomReferences references;

  RandomExpressions(
      BodyState state, RandomOperations operations, RandomVectors vectors, Constructs constructs) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.code = state.code;
    this.operations = operations;
    this.vectors = vectors;
    this.constructs = constructs;
    this.aggregates = new RandomAggregates(state, this);
    this.references = new RandomReferences(state, this, aggregates);
  }

  RandomAggregates aggregates() {
    return aggregates;
  }

  void address() {
    value(Type.I32, 2);
    if (!state.chance(25)) {
      code.u8(0x41).signed(0x7FFF).u8(0x71);
    }
  }

  /** Makes the bits of what is on top those that every engine has. */
  void canonicalize() {
    if (Type.FLOAT_LANES.contains(state.top())) {
      vectors.canonicalize();
    } else {
      canonicalize(state.top());
    }
  }

  private void canonicalize(Type type) {
    if (type.isFloat()) {
      code.u8(0x10, type == Type.F32 ? RandomModule.CANON_F32 : RandomModule.CANON_F64);
    }
  }

  /** Makes sure that these types are on top of the stack, reusing what is there. */
  void operands(List<Type> types) {
    int size = types.size();
    if (state.height() >= size
        && module
            .types()
            .matches(state.stack.subList(state.stack.size() - size, state.stack.size()), types)
        && !state.chance(3)) {
      return;
    }
    types.forEach(type -> value(type, 2));
  }

  /** An expression about as deep as those that lowering names. */
  void tower() {
    Type type = state.number();
    if (module.hasVectors()) {
      type = state.type();
      while (type.isReference()) {
        type = state.type();
      }
    }
    leaf(type);
    for (int level = 20 + random.nextInt(8); level > 0; level--) {
      leaf(type);
      if (type.isVector()) {
        vectors.arithmetic(type);
      } else {
        operations.arithmetic(type);
        state.pop();
      }
    }
  }

  void constant(Type type) {
    if (type.isReference()) {
      references.constant(type);
    } else {
      operations.constant(type);
      state.push(type);
    }
  }

  /** Pushes a number. */
  void push(int number) {
    code.u8(0x41).signed(number);
    state.push(Type.I32);
  }

  /** Emits code that pushes a value of this type. */
  void value(Type type, int depth) {
    state.budget--;
    if (type.isReference() && module.features().references()) {
      references.value(type, depth);
    } else if (type.equals(Type.FUNCREF)) {
      reference();
    } else if (type.isReference()) {
      references.leaf(type);
    } else if (depth <= 0 || state.budget <= 0) {
      leaf(type);
    } else if (type.isVector()) {
      deepVector(type, depth);
    } else if (module.hasVectors() && state.chance(5)) {
      instruction(vectors.giving(type), depth);
    } else if (module.features().references() && state.chance(4)) {
      if (type == Type.I32 && state.chance(2)) {
        aggregates.number(depth);
      } else if (!aggregates.read(type, depth)) {
        deepExpression(type, depth);
      }
    } else {
      deepExpression(type, depth);
    }
  }

  private void deepExpression(Type type, int depth) {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> leaf(type);
      case 3, 4 -> {
        value(type, depth - 1);
        value(type, depth - 1);
        state.pop(2);
        state.push(operations.arithmetic(type));
      }
      case 5 -> {
        Type from = operations.conversionSource(type);
        value(from, depth - 1);
        state.pop();
        operations.convert(from, type, () -> canonicalize(from));
        state.push(type);
      }
      case 6, 7 -> {
        address();
        operations.load(type);
        state.pop();
        state.push(type);
      }
      case 8 -> select(type, depth);
      case 9 -> construct(type);
      case 10 -> callFor(type, depth);
      case 11 -> tee(type, depth);
      case 12 -> comparison(type, depth);
      default -> {
        value(type, depth - 1);
        state.pop();
        operations.sameTypeUnary(type);
        state.push(type);
      }
    }
  }

  private void deepVector(Type type, int depth) {
    switch (random.nextInt(12)) {
      case 0, 1 -> leaf(type);
      case 2 -> select(type, depth);
      case 3 -> construct(type);
      case 4 -> callFor(type, depth);
      case 5 -> tee(type, depth);
      case 6 -> sameBits(type, depth);
      case 7 -> masked(type, depth);
      default -> instruction(vectors.giving(type), depth);
    }
  }

  /** A vector that another kind of instructions takes or gives. */
  private void sameBits(Type type, int depth) {
    if (type == Type.V128) {
      value(Type.FLOAT_LANES.get(random.nextInt(2)), depth);
      canonicalize();
    } else {
      value(Type.V128, depth);
      state.pop();
      state.push(type);
    }
  }

  /** Whole lanes of one or two vectors, chosen by a comparison. */
  private void masked(Type type, int depth) {
    int values = 1 + random.nextInt(2);
    for (int i = 0; i < values; i++) {
      value(type, depth - 1);
    }
    instruction(vectors.comparison(type), depth - 1);
    vectors.mask(values);
    state.pop(values);
  }

  private void instruction(VectorRow row, int depth) {
    if (row.accesses()) {
      address();
    }
    row.operands().forEach(operand -> value(operand, depth - 1));
    vectors.write(row);
  }

  private void select(Type type, int depth) {
    value(type, depth - 1);
    value(type, depth - 1);
    value(Type.I32, depth - 1);
    code.u8(0x1B);
    state.pop(2);
  }

  void construct(Type type) {
    if (state.labels.size() > BodyState.MOST_DEPTH) {
      leaf(type);
    } else {
      constructs.write(List.of(type), 0);
    }
  }

  void callFor(Type type, int depth) {
    for (int function = 0; function < module.signatures().size(); function++) {
      Signature called = module.signatures().get(function);
      boolean counts = state.counted && function >= module.firstCounted();
      if (!counts && module.types().matches(called.results(), List.of(type)) && state.chance(2)) {
        called.parameters().forEach(parameter -> value(parameter, depth - 1));
        code.u8(0x10).u32(function);
        state.called(called);
        return;
      }
    }
    leaf(type);
  }

  void tee(Type type, int depth) {
    value(type, depth - 1);
    int local = state.assignable(type);
    if (local >= 0) {
      code.u8(0x22).u32(local);
      state.unset.remove(local);
      state.retype(List.of(type));
    }
  }

  private void comparison(Type type, int depth) {
    if (type != Type.I32) {
      leaf(type);
      return;
    }
    Type compared = state.number();
    value(compared, depth - 1);
    value(compared, depth - 1);
    operations.compare(compared);
    state.pop(2);
    state.push(Type.I32);
  }

  private void leaf(Type type) {
    if (type.isReference()) {
      references.leaf(type);
      return;
    }
    if (module.isOfConstants() ? !state.chance(6) : state.chance(3)) {
      constant(type);
      return;
    }
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < state.locals.size(); i++) {
      if (state.locals.get(i).equals(type)) {
        fitting.add(i);
      }
    }
    if (!fitting.isEmpty() && !state.chance(4)) {
      code.u8(0x20).u32(fitting.get(random.nextInt(fitting.size())));
      state.push(type);
      return;
    }
    int global = module.globals().lastIndexOf(type);
    if (global > 0) {
      code.u8(0x23).u32(global);
      state.push(type);
    } else {
      constant(type);
    }
  }

  private void reference() {
    int local = state.locals.indexOf(Type.FUNCREF);
    int functions = module.signatures().size() - RandomModule.FIRST_RANDOM;
    switch (random.nextInt(4)) {
      case 0 -> code.u8(0xD0, 0x70);
      case 1 -> code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE), 0x25, 0);
      default -> {
        if (local >= 0) {
          code.u8(0x20).u32(local);
        } else {
          code.u8(0xD2).u32(RandomModule.FIRST_RANDOM + random.nextInt(functions));
        }
      }
    }
    state.push(Type.FUNCREF);
  }
}

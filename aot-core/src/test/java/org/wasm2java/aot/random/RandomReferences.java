package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.RandomTypes.Shape;

/** Writes code that pushes a reference of a type, or of one below it. */
final class RandomReferences {
  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final RandomTypes types;
  private final WasmBytes code;
  private final RandomExpressions expressions;
  private final RandomAggregates aggregates;
  private final GroundValues ground;

  RandomReferences(BodyState state, RandomExpressions expressions, RandomAggregates aggregates) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.types = module.types();
    this.code = state.code;
    this.expressions = expressions;
    this.aggregates = aggregates;
    this.ground = new GroundValues(module, random);
  }

  void value(Type type, int depth) {
    if (type.heap() == Type.EXN || depth <= 0 || state.budget <= 0) {
      leaf(type);
      return;
    }
    switch (random.nextInt(15)) {
      case 0, 1, 2 -> leaf(type);
      case 3, 4, 5 -> made(type, depth);
      case 6, 7 -> cast(type, depth);
      case 8 -> withoutNull(type, depth);
      case 9, 10 -> read(type, depth);
      case 11 -> select(type, depth);
      case 12 -> expressions.construct(type);
      case 13 -> expressions.callFor(type, depth);
      default -> expressions.tee(type, depth);
    }
  }

  /** Pushes a constant. */
  void constant(Type type) {
    ground.write(code, type);
    state.push(type);
  }

  /** Pushes a local, a global or a constant. */
  void leaf(Type type) {
    if (RandomTypes.hasOnlyNull(type) && state.chance(2) || state.chance(4)) {
      constant(type);
      return;
    }
    List<Integer> locals = state.readable(type);
    List<Integer> globals = new ArrayList<>();
    for (int i = 1; i < module.globals().size(); i++) {
      if (types.matches(module.globals().get(i), type)) {
        globals.add(i);
      }
    }
    if (!locals.isEmpty() && !state.chance(4)) {
      int local = locals.get(random.nextInt(locals.size()));
      code.u8(0x20).u32(local);
      state.push(state.locals.get(local));
    } else if (!globals.isEmpty()) {
      int global = globals.get(random.nextInt(globals.size()));
      code.u8(0x23).u32(global);
      state.push(module.globals().get(global));
    } else {
      constant(type);
    }
  }

  /** Pushes a new object or a function. */
  private void made(Type type, int depth) {
    int heap = type.heap();
    if (RandomTypes.hasOnlyNull(type)) {
      constant(type);
    } else if (types.heapMatches(heap, Type.FUNC)) {
      List<Integer> functions = module.functions(heap);
      int function = functions.get(random.nextInt(functions.size()));
      code.u8(0xD2).u32(function);
      state.push(Type.nonNull(module.functionType(function)));
    } else if (heap == Type.EXTERN) {
      value(new Type(type.form(), Type.ANY, type.nullable()), depth - 1);
      boolean nullable = state.pop().nullable();
      code.u8(0xFB, 27);
      state.push(nullable ? Type.nullable(Type.EXTERN) : Type.nonNull(Type.EXTERN));
    } else if (heap == Type.I31 || heap < 0 && types.heapMatches(Type.I31, heap) && chance(3)) {
      expressions.value(Type.I32, depth - 1);
      code.u8(0xFB, 28);
      state.pop();
      state.push(Type.nonNull(Type.I31));
    } else if (heap == Type.ANY && chance(6)) {
      value(new Type(type.form(), Type.EXTERN, type.nullable()), depth - 1);
      boolean nullable = state.pop().nullable();
      code.u8(0xFB, 26);
      state.push(nullable ? Type.nullable(Type.ANY) : Type.nonNull(Type.ANY));
    } else {
      List<Integer> fitting = new ArrayList<>(types.shaped(Shape.STRUCT, heap));
      fitting.addAll(types.shaped(Shape.ARRAY, heap));
      aggregates.make(fitting.get(random.nextInt(fitting.size())), depth - 1);
    }
  }

  private boolean chance(int oneIn) {
    return state.chance(oneIn);
  }

  /** Pushes what is cast, mostly with a way out if it cannot be. */
  private void cast(Type type, int depth) {
    Type from = types.above(type);
    if (chance(12)) {
      value(from, depth - 1);
      code.u8(0xFB, type.nullable() ? 23 : 22).signed(type.heap());
      state.pop();
    } else if (chance(3)) {
      value(from, depth - 1);
      state.pop();
      castInBlock(from, type, depth);
    } else {
      guarded(from, type, depth, chance(2));
      return;
    }
    state.push(type);
  }

  /** Leaves a block with what is on top if it can be cast, else with another value. */
  private void castInBlock(Type from, Type type, int depth) {
    code.u8(0x02);
    module.writeBlockType(code, List.of(from), List.of(type));
    flags(24, from, type, 0);
    code.u8(0x1A);
    inside(List.of(type), () -> value(type, depth - 1));
    code.u8(0x0B);
  }

  /** A block that a branch leaves with what was cast, or with what was not. */
  private void guarded(Type from, Type type, int depth, boolean fails) {
    Type rest = fails ? from : type;
    code.u8(0x02);
    module.writeBlockType(code, List.of(), List.of(type));
    if (fails) {
      code.u8(0x02);
      module.writeBlockType(code, List.of(), List.of(rest));
    }
    Set<Integer> unset = new TreeSet<>(state.unset);
    int base = enter(List.of(type));
    int inner = fails ? enter(List.of(rest)) : base;
    value(from, depth - 1);
    state.pop();
    flags(fails ? 25 : 24, from, type, 0);
    if (fails) {
      code.u8(0x0C, 1, 0x0B);
      leave(inner);
      state.unset.addAll(unset);
    }
    code.u8(0x1A);
    value(type, depth - 1);
    state.pop();
    code.u8(0x0B);
    leave(base);
    state.unset.addAll(unset);
    state.push(type);
  }

  private void flags(int opcode, Type from, Type to, int label) {
    code.u8(0xFB, opcode, (from.nullable() ? 1 : 0) | (to.nullable() ? 2 : 0)).u32(label);
    code.signed(from.heap()).signed(to.heap());
  }

  private int enter(List<Type> results) {
    int base = state.base;
    state.base = state.stack.size();
    state.labels.add(new BodyState.Label(results, false));
    return base;
  }

  private void leave(int base) {
    state.labels.remove(state.labels.size() - 1);
    state.base = base;
  }

  /** Writes code in a construct with these results; it pushes one value, which is forgotten. */
  private void inside(List<Type> results, Runnable write) {
    Set<Integer> unset = new TreeSet<>(state.unset);
    int base = enter(results);
    write.run();
    state.pop();
    leave(base);
    state.unset.addAll(unset);
  }

  /** Pushes a value of which null was taken away, where the type has no null. */
  private void withoutNull(Type type, int depth) {
    if (chance(12)) {
      value(type.withNull(), depth - 1);
      code.u8(0xD4);
      state.pop();
      state.push(RandomTypes.hasOnlyNull(type) ? type : type.withoutNull());
      return;
    } else if (type.nullable()) {
      value(type, depth - 1);
      return;
    }
    code.u8(0x02);
    module.writeBlockType(code, List.of(), List.of(type));
    inside(
        List.of(type),
        () -> {
          value(type.withNull(), depth - 1);
          state.pop();
          code.u8(0xD6, 0);
          value(type, depth - 1);
        });
    code.u8(0x0B);
    state.push(type);
  }

  /** Pushes what a field, an element or an entry of a table has. */
  private void read(Type type, int depth) {
    if (types.matches(Type.FUNCREF, type) && chance(2)) {
      code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE), 0x25, 0);
      state.push(Type.FUNCREF);
    } else if (types.matches(module.elements(), type) && chance(2)) {
      code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE), 0x25, 1);
      state.push(module.elements());
    } else if (!aggregates.read(type, depth)) {
      made(type, depth);
    }
  }

  private void select(Type type, int depth) {
    value(type, depth - 1);
    value(type, depth - 1);
    expressions.value(Type.I32, depth - 1);
    type.write(code.u8(0x1C, 1));
    state.pop(3);
    state.push(type);
  }
}

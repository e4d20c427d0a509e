package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_EXTEND_I32_U;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.WordOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.lower.FloatIdentities;
import org.wasm2java.aot.type.NumberType;

/** Writes vectors as their lanes, in the shape that they have by themselves or that is wanted. */
final class LaneExpressions {
  private final Steps steps;
  private final Map<Local, List<Local>> lanes;
  private final Map<Local, Shape> shapes;
  private final UnaryOperator<Expr> numbers;
  private final NaturalShapes natural;
  private final Conversions conversions;
  private final Shuffles shuffles;
  private final LoadedLanes loads;
  private final BitwiseLanes bitwise;
  private final SingleLanes singles;

  /**
   * A writer.
   *
   * @param shapes the shape of each local that holds a vector
   * @param lanes the locals for its lanes
   * @param numbers rewrites expressions of numbers
   */
  LaneExpressions(
      Steps steps,
      Map<Local, Shape> shapes,
      Map<Local, List<Local>> lanes,
      UnaryOperator<Expr> numbers) {
    this.steps = steps;
    this.shapes = shapes;
    this.lanes = lanes;
    this.numbers = numbers;
    this.natural = new NaturalShapes(shapes);
    this.conversions = new Conversions(steps);
    this.shuffles = new Shuffles(steps);
    this.loads = new LoadedLanes(steps);
    this.bitwise = new BitwiseLanes(steps, natural, this);
    this.singles = new SingleLanes(steps, natural, this);
  }

  /** Returns a vector in a shape. */
  Lanes in(Shape shape, Expr vector) {
    return conversions.convert(of(vector, Optional.of(shape)), shape);
  }

  /** Stores a vector in the shape that it has by itself, if memory has such. */
  private Lanes inMemory(Expr vector) {
    Lanes own = of(vector, Optional.empty());
    return conversions.convert(own, own.shape().inMemory());
  }

  /** Returns a vector in the shape that it has by itself, but never as truths. */
  Lanes unmasked(Expr vector) {
    Lanes own = of(vector, Optional.empty());
    return conversions.convert(own, NaturalShapes.unmasked(own.shape()));
  }

  /** Returns a vector in a shape of its own, which is the wanted one where that costs nothing. */
  Lanes of(Expr vector, Optional<Shape> wanted) {
    if (vector instanceof Expr.GetLocal get) {
      List<Expr> values = new ArrayList<>();
      lanesOf(get.local()).forEach(lane -> values.add(new Expr.GetLocal(lane)));
      return new Lanes(shapeOf(get.local()), values);
    } else if (vector instanceof Expr.Select select) {
      return select(select, wanted);
    } else if (vector instanceof Expr.Load load) {
      return loads.load(load, numbers.apply(load.address()), wanted);
    }
    return operation((Expr.Vector) vector, wanted);
  }

  Shape shapeOf(Local local) {
    Shape shape = shapes.get(local);
    if (shape == null) {
      throw new IllegalStateException("no shape was decided for " + local);
    }
    return shape;
  }

  List<Local> lanesOf(Local local) {
    return lanes.getOrDefault(local, List.of());
  }

  private Lanes select(Expr.Select select, Optional<Shape> wanted) {
    Expr condition = steps.named(numbers.apply(select.condition()));
    Shape shape = natural.of(select).or(() -> wanted).orElse(Shape.I64X2);
    Lanes ifTrue = in(NaturalShapes.unmasked(shape), select.ifTrue());
    Lanes ifFalse = in(NaturalShapes.unmasked(shape), select.ifFalse());
    return zipped(ifTrue, ifFalse, (one, other) -> Scalars.select(condition, one, other));
  }

  static Lanes zipped(Lanes first, Lanes second, BinaryOperator<Expr> operation) {
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < first.shape().lanes(); i++) {
      values.add(operation.apply(first.get(i), second.get(i)));
    }
    return new Lanes(first.shape(), values);
  }

  private Lanes operation(Expr.Vector vector, Optional<Shape> wanted) {
    VectorForm form = vector.opcode().form();
    List<Expr> operands = vector.operands();
    if (form instanceof VectorForm.Lanewise lanewise) {
      return lanewise(vector, lanewise);
    } else if (form instanceof VectorForm.Words words) {
      return words(vector, words.word(), wanted);
    } else if (form instanceof VectorForm.WordShift shift) {
      return wordShift(vector, shift.word(), wanted);
    } else if (form instanceof VectorForm.Shift shift) {
      return shift(vector, shift.shape());
    } else if (form instanceof VectorForm.Splat splat) {
      return singles.splat(vector, splat.shape(), number(operands.get(0)), wanted);
    } else if (form instanceof VectorForm.Replace replace) {
      return singles.replace(vector, replace, number(operands.get(1)), wanted);
    } else if (form instanceof VectorForm.Narrow narrow) {
      return narrow(vector, narrow, wanted);
    } else if (form instanceof VectorForm.Widen widen) {
      return widen(vector, widen, wanted);
    } else if (form instanceof VectorForm.Pairwise pairwise) {
      return pairwise(vector, pairwise);
    } else if (form instanceof VectorForm.LowOnly lowOnly) {
      return lowOnly(vector, lowOnly);
    } else if (form instanceof VectorForm.Swizzle) {
      return swizzle(vector);
    } else if (form instanceof VectorForm.Shuffle) {
      return shuffle(vector, wanted);
    } else if (form instanceof VectorForm.Bitwise) {
      return bitwise.of(vector, wanted);
    } else if (form instanceof VectorForm.Constant) {
      return constant(vector, wanted);
    }
    throw new IllegalStateException(vector.opcode().text() + " gives no vector");
  }

  Expr number(Expr expr) {
    return numbers.apply(expr);
  }

  /** Returns the number that a vector instruction gives. */
  Expr numberOf(Expr.Vector vector) {
    VectorForm form = vector.opcode().form();
    if (form instanceof VectorForm.Extract extract) {
      return singles.extract(vector, extract);
    }
    return singles.reduce(vector, (VectorForm.Reduce) form);
  }

  Lanes converted(Lanes lanes, Shape shape) {
    return conversions.convert(lanes, shape);
  }

  /** Stores a vector. */
  void store(Stmt.Store store) {
    Expr address = number(store.address());
    loads.store(store, address, inMemory(store.value()));
  }

  private Lanes constant(Expr.Vector vector, Optional<Shape> wanted) {
    Lanes longs =
        new Lanes(
            Shape.I64X2, List.of(Scalars.constant(vector.low()), Scalars.constant(vector.high())));
    Shape shape = wanted.map(NaturalShapes::unmasked).orElse(Shape.I64X2);
    return conversions.convert(longs, shape);
  }

  private Lanes lanewise(Expr.Vector vector, VectorForm.Lanewise form) {
    return zipped(
        form.result(),
        allIn(form.operands(), vector.operands()),
        lanes -> computed(vector.opcode().lane(), form.result().lane(), lanes));
  }

  private List<Lanes> allIn(Shape shape, List<Expr> vectors) {
    List<Lanes> all = new ArrayList<>();
    vectors.forEach(vector -> all.add(in(shape, vector)));
    return all;
  }

  private static Lanes zipped(
      Shape result, List<Lanes> operands, Function<List<Expr>, Expr> operation) {
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < result.lanes(); i++) {
      int lane = i;
      values.add(operation.apply(operands.stream().map(operand -> operand.get(lane)).toList()));
    }
    return new Lanes(result, values);
  }

  /** Returns whether lanes of 16 bits are integers here. */
  private boolean asIntegers(Expr.Vector vector, Optional<Shape> wanted) {
    return NaturalShapes.areWords(natural.of(vector).or(() -> wanted));
  }

  private boolean areIntegers(List<Expr> vectors) {
    return vectors.stream().anyMatch(vector -> NaturalShapes.areWords(natural.of(vector)));
  }

  private Lanes words(Expr.Vector vector, WordOperation word, Optional<Shape> wanted) {
    if (asIntegers(vector, wanted)) {
      List<Lanes> operands = allIn(Shape.I16X8, vector.operands());
      return zipped(Shape.I16X8, operands, lanes -> WordLanes.computed(word, lanes));
    }
    return zipped(
        Shape.I64X2,
        allIn(Shape.I64X2, vector.operands()),
        halves -> Scalars.operation(vector.opcode(), NumberType.I64, halves));
  }

  private Lanes wordShift(Expr.Vector vector, WordOperation word, Optional<Shape> wanted) {
    Expr given = number(vector.operands().get(1));
    Expr operand = vector.operands().get(0);
    if (asIntegers(vector, wanted)) {
      Expr distance = steps.named(WordLanes.distance(given));
      return each(
          in(Shape.I16X8, operand), Shape.I16X8, lane -> WordLanes.shifted(word, lane, distance));
    }
    Expr distance = steps.named(given);
    return each(
        in(Shape.I64X2, operand),
        Shape.I64X2,
        half -> Scalars.operation(vector.opcode(), NumberType.I64, List.of(half, distance)));
  }

  private Expr computed(Opcode opcode, NumberType result, List<Expr> operands) {
    if (operands.size() == 2) {
      int only = FloatIdentities.onlyOperand(opcode, operands.get(0), operands.get(1));
      if (only >= 0) {
        return FloatIdentities.quiet(steps.named(operands.get(only)));
      }
    }
    return Scalars.operation(opcode, result, operands);
  }

  private Lanes shift(Expr.Vector vector, Shape shape) {
    Opcode opcode = vector.opcode().lane();
    Expr given = number(vector.operands().get(1));
    boolean asLong = shape == Shape.I64X2 && opcode != vector.opcode();
    Expr distance = steps.named(asLong ? Scalars.longOf(I64_EXTEND_I32_U, given) : given);
    Lanes shifted = in(shape, vector.operands().get(0));
    return each(
        shifted, shape, lane -> Scalars.operation(opcode, shape.lane(), List.of(lane, distance)));
  }

  static Lanes each(Lanes from, Shape shape, UnaryOperator<Expr> lane) {
    return new Lanes(shape, from.values().stream().map(lane).toList());
  }

  private Lanes narrow(Expr.Vector vector, VectorForm.Narrow form, Optional<Shape> wanted) {
    Shape from = form.operands();
    boolean signed = form.signed();
    if (from == Shape.I32X4 && NaturalShapes.areWords(wanted)) {
      List<Expr> words = new ArrayList<>();
      for (Expr operand : vector.operands()) {
        in(from, operand).values().forEach(lane -> words.add(WordLanes.narrowed(lane, signed)));
      }
      return new Lanes(Shape.I16X8, words);
    }
    if (from == Shape.I64X2 && areIntegers(vector.operands())) {
      List<Expr> halves = new ArrayList<>();
      for (Lanes operand : allIn(Shape.I16X8, vector.operands())) {
        halves.add(WordLanes.packed(operand.values(), signed));
      }
      return new Lanes(Shape.I64X2, halves);
    }
    List<Expr> halves = new ArrayList<>();
    for (Expr operand : vector.operands()) {
      List<Expr> all = in(from, operand).values();
      halves.add(Scalars.operation(vector.opcode().lane(), NumberType.I64, all));
    }
    return new Lanes(Shape.I64X2, halves);
  }

  private Lanes widen(Expr.Vector vector, VectorForm.Widen form, Optional<Shape> wanted) {
    if (form.byPart() && !form.ofBytes() && areIntegers(vector.operands())) {
      return WordLanes.widened(form, allIn(Shape.I16X8, vector.operands()));
    }
    List<Lanes> operands = allIn(form.operands(), vector.operands());
    if (form.ofBytes() && NaturalShapes.areWords(wanted)) {
      return wordsOfBytes(form, operands);
    }
    if (form.byPart()) {
      operands.replaceAll(steps::named);
    }
    Shape result = form.result();
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < result.lanes(); i++) {
      int from = form.byPart() ? (form.high() ? 1 : 0) : (form.high() ? result.lanes() : 0) + i;
      List<Expr> arguments = new ArrayList<>();
      operands.forEach(operand -> arguments.add(operand.get(from)));
      if (form.byPart()) {
        arguments.add(Scalars.constant(i));
      }
      values.add(Scalars.operation(vector.opcode().lane(), result.lane(), arguments));
    }
    return new Lanes(result, values);
  }

  private Lanes wordsOfBytes(VectorForm.Widen form, List<Lanes> operands) {
    List<List<Expr>> bytes = new ArrayList<>();
    for (Lanes operand : operands) {
      Expr half = steps.named(operand.get(form.high() ? 1 : 0));
      bytes.add(WordLanes.bytes(half, form.signed()));
    }
    List<Expr> words = new ArrayList<>(bytes.get(0));
    if (operands.size() == 2) {
      for (int i = 0; i < words.size(); i++) {
        words.set(i, WordLanes.product(words.get(i), bytes.get(1).get(i), form.signed()));
      }
    }
    return new Lanes(Shape.I16X8, words);
  }

  private Lanes pairwise(Expr.Vector vector, VectorForm.Pairwise form) {
    boolean adds = form.adds();
    if (!adds && areIntegers(vector.operands())) {
      return WordLanes.sums(form, allIn(Shape.I16X8, vector.operands()));
    }
    int factors = vector.operands().size() - (adds ? 1 : 0);
    List<Lanes> operands = new ArrayList<>();
    for (Expr operand : vector.operands().subList(0, factors)) {
      operands.add(steps.named(in(Shape.I64X2, operand)));
    }
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < Shape.I32X4.lanes(); i++) {
      List<Expr> arguments = new ArrayList<>();
      for (Lanes operand : operands) {
        arguments.add(operand.get(i / 2));
      }
      arguments.add(Scalars.constant(i % 2));
      values.add(Scalars.operation(vector.opcode().lane(), NumberType.I32, arguments));
    }
    Lanes sums = new Lanes(Shape.I32X4, values);
    return adds
        ? zipped(
            sums,
            in(Shape.I32X4, vector.operands().get(factors)),
            (one, other) -> Scalars.intOf(I32_ADD, one, other))
        : sums;
  }

  private Lanes lowOnly(Expr.Vector vector, VectorForm.LowOnly form) {
    Shape result = form.result();
    List<Expr> values =
        new ArrayList<>(Collections.nCopies(result.lanes(), Scalars.zero(result.lane())));
    List<Expr> given = in(form.operands(), vector.operands().get(0)).values();
    for (int i = 0; i < given.size(); i++) {
      List<Expr> lane = List.of(given.get(i));
      values.set(i, Scalars.operation(vector.opcode().lane(), result.lane(), lane));
    }
    return new Lanes(result, values);
  }

  private Lanes swizzle(Expr.Vector vector) {
    Lanes bytes = steps.named(in(Shape.I64X2, vector.operands().get(0)));
    Lanes selectors = in(Shape.I64X2, vector.operands().get(1));
    return each(
        selectors,
        Shape.I64X2,
        selector ->
            Scalars.operation(
                vector.opcode(), NumberType.I64, List.of(bytes.get(0), bytes.get(1), selector)));
  }

  private Lanes shuffle(Expr.Vector vector, Optional<Shape> wanted) {
    ShuffledBytes bytes = ShuffledBytes.of(vector);
    Expr first = vector.operands().get(0);
    Expr second = vector.operands().get(1);
    if (NaturalShapes.areWords(natural.of(vector))) {
      return shuffles.whole(bytes, in(Shape.I16X8, first), in(Shape.I16X8, second));
    }
    if (!bytes.areGroups(Integer.BYTES)) {
      return shuffles.bytes(bytes, in(Shape.I64X2, first), in(Shape.I64X2, second));
    }
    Optional<Shape> free = wanted.map(NaturalShapes::unmasked);
    if (!bytes.areGroups(Long.BYTES)) {
      free = free.filter(Shape.I32X4::isAlike);
    }
    Shape shape = natural.of(vector).orElse(free.orElse(Shape.I64X2));
    return shuffles.whole(bytes, in(shape, first), in(shape, second));
  }
}

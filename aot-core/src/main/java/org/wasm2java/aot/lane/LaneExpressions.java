package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I64_EXTEND_I32_U;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
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
  private final WordLanes wordLanes;
  private final Conversions conversions;
  private final ResizedLanes resized;
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
    this.wordLanes = new WordLanes(steps.ranges());
    this.conversions = new Conversions(steps, new ByteLanes(steps.ranges()));
    this.resized = new ResizedLanes(steps, natural, this, wordLanes);
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
    boolean bytes = own.shape() == Shape.I8X16;
    return bytes ? own : conversions.convert(own, own.shape().inMemory());
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
      return resized.narrow(vector, narrow, wanted);
    } else if (form instanceof VectorForm.Widen widen) {
      return resized.widen(vector, widen, wanted);
    } else if (form instanceof VectorForm.Pairwise pairwise) {
      return resized.pairwise(vector, pairwise);
    } else if (form instanceof VectorForm.LowOnly lowOnly) {
      return resized.lowOnly(vector, lowOnly);
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

  List<Lanes> allIn(Shape shape, List<Expr> vectors) {
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

  private Lanes words(Expr.Vector vector, WordOperation word, Optional<Shape> wanted) {
    if (asIntegers(vector, wanted)) {
      List<Lanes> operands = allIn(Shape.I16X8, vector.operands());
      return zipped(Shape.I16X8, operands, lanes -> wordLanes.computed(word, lanes));
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
          in(Shape.I16X8, operand), Shape.I16X8, lane -> wordLanes.shifted(word, lane, distance));
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

  private Lanes swizzle(Expr.Vector vector) {
    if (vector.operands().get(0) instanceof Expr.Vector table
        && table.opcode() == VectorOpcode.V128_CONST) {
      int[] entries =
          IntStream.range(0, 2 * Long.BYTES)
              .map(i -> (int) ((i < Long.BYTES ? table.low() : table.high()) >>> i * Byte.SIZE))
              .map(entry -> entry & 0xFF)
              .toArray();
      return each(
          in(Shape.I64X2, vector.operands().get(1)),
          Shape.I64X2,
          selectors -> new Expr.Lookup(selectors, entries, 0));
    }
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
    if (NaturalShapes.areWords(natural.of(vector))
        || bytes.areWordsApart() && NaturalShapes.areWords(wanted)) {
      return shuffles.whole(bytes, in(Shape.I16X8, first), in(Shape.I16X8, second));
    }
    boolean apart = natural.areBytes(vector) || NaturalShapes.areBytes(wanted);
    if (apart && !bytes.areGroups(Integer.BYTES)) {
      return shuffles.whole(bytes, in(Shape.I8X16, first), in(Shape.I8X16, second));
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

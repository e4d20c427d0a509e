package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.NumericOpcode.I32_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_MUL;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.type.NumberType;

/** Writes what makes lanes of another size: narrower or wider ones, and sums of neighbours. */
final class ResizedLanes {
  private final Steps steps;
  private final NaturalShapes natural;
  private final LaneExpressions lanes;
  private final WordLanes words;
  private final ByteLanes bytes;

  ResizedLanes(Steps steps, NaturalShapes natural, LaneExpressions lanes, WordLanes words) {
    this.steps = steps;
    this.natural = natural;
    this.lanes = lanes;
    this.words = words;
    this.bytes = new ByteLanes(steps.ranges());
  }

  private boolean areIntegers(List<Expr> vectors) {
    return vectors.stream()
        .anyMatch(vector -> NaturalShapes.areWords(natural.of(vector)) || isOfBytes(vector));
  }

  /** Returns whether lanes of 16 bits are bytes that are made wider here. */
  private static boolean isOfBytes(Expr vector) {
    return vector instanceof Expr.Vector operation
        && operation.opcode().form() instanceof VectorForm.Widen widen
        && widen.ofBytes();
  }

  /** Returns lanes of half the size that are nearest to those of two vectors. */
  Lanes narrow(Expr.Vector vector, VectorForm.Narrow form, Optional<Shape> wanted) {
    Shape from = form.operands();
    boolean signed = form.signed();
    if (from == Shape.I32X4 && NaturalShapes.areWords(wanted)) {
      List<Expr> narrowed = new ArrayList<>();
      for (Lanes operand : lanes.allIn(from, vector.operands())) {
        operand.values().forEach(lane -> narrowed.add(words.narrowed(lane, signed)));
      }
      return new Lanes(Shape.I16X8, narrowed);
    }
    if (from == Shape.I64X2 && areIntegers(vector.operands())) {
      List<Expr> narrowed = new ArrayList<>();
      for (Lanes operand : lanes.allIn(Shape.I16X8, vector.operands())) {
        narrowed.addAll(words.narrowedToBytes(operand.values(), signed));
      }
      Lanes sixteen = new Lanes(Shape.I8X16, narrowed);
      return wanted.isEmpty() || NaturalShapes.areBytes(wanted)
          ? sixteen
          : lanes.converted(sixteen, Shape.I64X2);
    }
    List<Expr> halves = new ArrayList<>();
    for (Expr operand : vector.operands()) {
      List<Expr> all = lanes.in(from, operand).values();
      halves.add(Scalars.operation(vector.opcode().lane(), NumberType.I64, all));
    }
    return new Lanes(Shape.I64X2, halves);
  }

  /** Returns half the lanes of a vector in twice the size, or products of those of two. */
  Lanes widen(Expr.Vector vector, VectorForm.Widen form, Optional<Shape> wanted) {
    if (form.byPart() && !form.ofBytes() && areIntegers(vector.operands())) {
      return words.widened(form, lanes.allIn(Shape.I16X8, vector.operands()));
    }
    if (form.ofBytes() && NaturalShapes.areWords(natural.of(vector).or(() -> wanted))) {
      return wordsOfBytes(form, vector.operands());
    }
    List<Lanes> operands = lanes.allIn(form.operands(), vector.operands());
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

  private Lanes wordsOfBytes(VectorForm.Widen form, List<Expr> operands) {
    List<List<Expr>> all = new ArrayList<>();
    for (Expr operand : operands) {
      Lanes given = lanes.of(operand, Optional.of(Shape.I64X2));
      int half = form.high() ? 1 : 0;
      List<Expr> taken =
          given.shape() == Shape.I64X2
              ? bytes.ofHalf(steps.named(given.get(half)))
              : lanes
                  .converted(given, Shape.I8X16)
                  .values()
                  .subList(half * Long.BYTES, (half + 1) * Long.BYTES);
      all.add(bytes.widened(taken, form.signed()));
    }
    List<Expr> result = new ArrayList<>(all.get(0));
    if (operands.size() == 2) {
      for (int i = 0; i < result.size(); i++) {
        result.set(i, Scalars.intOf(I32_MUL, result.get(i), all.get(1).get(i)));
      }
    }
    return new Lanes(Shape.I16X8, result);
  }

  /** Returns sums of neighbours, or of their products. */
  Lanes pairwise(Expr.Vector vector, VectorForm.Pairwise form) {
    boolean adds = form.adds();
    if (!adds && areIntegers(vector.operands())) {
      return words.sums(form, lanes.allIn(Shape.I16X8, vector.operands()));
    }
    int factors = vector.operands().size() - (adds ? 1 : 0);
    List<Lanes> operands = new ArrayList<>();
    for (Expr operand : vector.operands().subList(0, factors)) {
      operands.add(steps.named(lanes.in(Shape.I64X2, operand)));
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
        ? LaneExpressions.zipped(
            sums,
            lanes.in(Shape.I32X4, vector.operands().get(factors)),
            (one, other) -> Scalars.intOf(I32_ADD, one, other))
        : sums;
  }

  /** Returns the low lanes of a vector as others, and zeros. */
  Lanes lowOnly(Expr.Vector vector, VectorForm.LowOnly form) {
    Shape result = form.result();
    List<Expr> values =
        new ArrayList<>(Collections.nCopies(result.lanes(), Scalars.zero(result.lane())));
    List<Expr> given = lanes.in(form.operands(), vector.operands().get(0)).values();
    for (int i = 0; i < given.size(); i++) {
      List<Expr> lane = List.of(given.get(i));
      values.set(i, Scalars.operation(vector.opcode().lane(), result.lane(), lane));
    }
    return new Lanes(result, values);
  }
}

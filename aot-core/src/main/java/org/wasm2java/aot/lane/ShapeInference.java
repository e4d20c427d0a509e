package org.wasm2java.aot.lane;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * Decides on the shape of each local that holds a vector. What gives and what takes its value vote
 * for a shape, in loops with more weight; a local on which nobody has an opinion is two longs.
 */
final class ShapeInference extends StatementWalk {
  private static final Comparator<Local> ORDER = Comparator.comparingInt(Local::index);

  /** Votes follow copies from local to local, a step in each round. */
  private static final int ROUNDS = 6;

  private static final int LOOP_WEIGHT = 8;
  private static final int MOST_WEIGHT = LOOP_WEIGHT * LOOP_WEIGHT * LOOP_WEIGHT;

  private final SortedMap<Local, Map<Shape, Integer>> votes = new TreeMap<>(ORDER);
  private final Set<Local> noMasks = new HashSet<>();
  private final SortedMap<Local, Shape> shapes;
  private final NaturalShapes natural;
  private int weight = 1;

  private ShapeInference(SortedMap<Local, Shape> shapes) {
    this.shapes = shapes;
    this.natural = new NaturalShapes(shapes);
  }

  /** Returns the shape of each local of vectors that occurs in statements. */
  static SortedMap<Local, Shape> of(List<Stmt> statements) {
    SortedMap<Local, Shape> shapes = new TreeMap<>(ORDER);
    for (int round = 0; round < ROUNDS; round++) {
      ShapeInference inference = new ShapeInference(shapes);
      inference.walk(statements);
      SortedMap<Local, Shape> counted = inference.counted();
      if (counted.equals(shapes)) {
        break;
      }
      shapes = counted;
    }
    ShapeInference last = new ShapeInference(shapes);
    last.walk(statements);
    for (Local local : last.votes.keySet()) {
      shapes.putIfAbsent(local, Shape.I64X2);
    }
    boolean changed;
    do {
      changed = giveUpTruths(shapes, statements);
    } while (changed);
    return shapes;
  }

  /**
   * A local is held as truths only if all its values are such: votes may be of an earlier round,
   * and a local that holds no truths any more may have given them to others.
   */
  private static boolean giveUpTruths(SortedMap<Local, Shape> shapes, List<Stmt> statements) {
    ShapeInference found = new ShapeInference(shapes);
    found.walk(statements);
    boolean changed = false;
    for (Map.Entry<Local, Shape> entry : shapes.entrySet()) {
      if (entry.getValue().isMask() && found.noMasks.contains(entry.getKey())) {
        entry.setValue(NaturalShapes.unmasked(entry.getValue()));
        changed = true;
      }
    }
    return changed;
  }

  private SortedMap<Local, Shape> counted() {
    SortedMap<Local, Shape> counted = new TreeMap<>(ORDER);
    votes.forEach(
        (local, given) -> {
          Optional<Shape> most = Optional.empty();
          for (Shape shape : Shape.values()) {
            int count = given.getOrDefault(shape, 0);
            boolean possible = !shape.isMask() || !noMasks.contains(local);
            if (possible && count > most.map(given::get).orElse(0)) {
              most = Optional.of(shape);
            }
          }
          most.ifPresent(shape -> counted.put(local, shape));
        });
    return counted;
  }

  private Map<Shape, Integer> votesFor(Local local) {
    return votes.computeIfAbsent(local, key -> new EnumMap<>(Shape.class));
  }

  private void vote(Local local, Optional<Shape> shape) {
    Map<Shape, Integer> given = votesFor(local);
    shape.ifPresent(wanted -> given.merge(wanted, weight, Integer::sum));
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    int outside = weight;
    weight = Math.min(weight * LOOP_WEIGHT, MOST_WEIGHT);
    super.loop(loop);
    weight = outside;
    return null;
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    Local local = setLocal.local();
    if (local.carrier() != Carrier.VECTOR) {
      return super.setLocal(setLocal);
    }
    Optional<Shape> given = natural.of(setLocal.value());
    Optional<Shape> present = Optional.ofNullable(shapes.get(local)).filter(Shape::isMask);
    if (given.isEmpty()
        || !given.get().isMask()
        || !present.orElse(given.get()).equals(given.get())) {
      noMasks.add(local); // only what is known to be truths of its lanes can be held as such
    }
    vote(local, given);
    want(setLocal.value(), Optional.ofNullable(shapes.get(local)));
    return null;
  }

  @Override
  public void expression(Expr expr) {
    want(expr, Optional.empty());
  }

  /** Walks an expression that is wanted in a shape. */
  private void want(Expr expr, Optional<Shape> shape) {
    if (expr instanceof Expr.GetLocal get && expr.carrier() == Carrier.VECTOR) {
      vote(get.local(), shape);
    } else if (expr instanceof Expr.Select && expr.carrier() == Carrier.VECTOR) {
      want(expr.operands().get(0), Optional.empty());
      want(expr.operands().get(1), shape);
      want(expr.operands().get(2), shape);
    } else if (expr instanceof Expr.Vector vector) {
      wantOperands(vector, shape);
    } else {
      expr.operands().forEach(operand -> want(operand, Optional.empty()));
    }
  }

  private void wantOperands(Expr.Vector vector, Optional<Shape> shape) {
    List<Expr> operands = vector.operands();
    for (int i = 0; i < operands.size(); i++) {
      boolean isVector = operands.get(i).carrier() == Carrier.VECTOR;
      want(operands.get(i), isVector ? wanted(vector, i, shape) : Optional.empty());
    }
  }

  private Optional<Shape> wanted(Expr.Vector vector, int operand, Optional<Shape> shape) {
    VectorForm form = vector.opcode().form();
    if (form instanceof VectorForm.Lanewise lanewise) {
      return Optional.of(lanewise.operands());
    } else if (form instanceof VectorForm.Words || form instanceof VectorForm.WordShift) {
      return natural.of(vector).or(() -> shape);
    } else if (form instanceof VectorForm.Shift shift) {
      return Optional.of(shift.shape());
    } else if (form instanceof VectorForm.Extract extract) {
      return extract.bits() == Short.SIZE
          ? words(vector)
          : extract.bits() == Byte.SIZE
              ? bytesOr(vector.operands().get(0), extract.shape())
              : alike(vector.operands().get(0), extract.shape());
    } else if (form instanceof VectorForm.Replace replace) {
      return shape.isPresent() && shape.get().isAlike(replace.shape())
          ? shape
          : alike(vector.operands().get(0), replace.shape());
    } else if (form instanceof VectorForm.Reduce reduce) {
      return natural.of(vector.operands().get(0)).or(() -> Optional.of(reduce.shape()));
    } else if (form instanceof VectorForm.Narrow narrow) {
      return narrow.operands() == Shape.I64X2 ? words(vector) : Optional.of(narrow.operands());
    } else if (form instanceof VectorForm.Widen widen) {
      boolean ofWords = widen.byPart() && !widen.ofBytes();
      return ofWords
          ? words(vector)
          : NaturalShapes.areWords(natural.of(vector).or(() -> shape)) && widen.ofBytes()
              ? natural.of(vector.operands().get(operand)).or(() -> Optional.of(Shape.I8X16))
              : bytesOr(vector.operands().get(operand), widen.operands());
    } else if (form instanceof VectorForm.Pairwise pairwise) {
      return pairwise.adds()
          ? Optional.of(operand == 2 ? Shape.I32X4 : Shape.I64X2)
          : words(vector);
    } else if (form instanceof VectorForm.LowOnly lowOnly) {
      return Optional.of(lowOnly.operands());
    } else if (form instanceof VectorForm.Swizzle) {
      return Optional.of(Shape.I64X2);
    } else if (form instanceof VectorForm.Shuffle && natural.areBytes(vector)) {
      return bytesOr(vector.operands().get(operand), Shape.I64X2);
    }
    return flexible(vector, operand, shape);
  }

  /** Shuffles and bitwise operations pass on what is wanted of them, or what they are. */
  private Optional<Shape> flexible(Expr.Vector vector, int operand, Optional<Shape> shape) {
    Optional<Shape> own = natural.of(vector);
    if (vector.opcode().form() instanceof VectorForm.Bitwise) {
      boolean control = operand == 2;
      Optional<Shape> given = natural.of(vector.operands().get(operand));
      if (given.isPresent() && given.get().isMask()) {
        return given;
      }
      return control ? own.or(() -> shape).map(NaturalShapes::integers) : own.or(() -> shape);
    }
    return own.or(() -> shape);
  }

  /** What takes lanes of 16 bits one by one, takes them as they come, best as integers. */
  private Optional<Shape> words(Expr.Vector vector) {
    return natural.of(vector.operands().get(0)).or(() -> Optional.of(Shape.I16X8));
  }

  /** Bytes are taken from halves as well as from lanes of their own. */
  private Optional<Shape> bytesOr(Expr vector, Shape other) {
    return natural.of(vector).map(given -> given == Shape.I8X16 ? given : other);
  }

  private Optional<Shape> alike(Expr vector, Shape shape) {
    return Optional.of(natural.of(vector).filter(shape::isAlike).orElse(shape));
  }
}

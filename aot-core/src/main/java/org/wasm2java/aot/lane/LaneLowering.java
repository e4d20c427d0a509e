package org.wasm2java.aot.lane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.LiveRanges;

/**
 * Rewrites a function so that no whole vector is left in it. Vectors have no effects where they are
 * operands, see {@code VectorLowering}: what they need is put before the statement.
 */
public final class LaneLowering extends StatementRewriter {
  private final Steps steps;
  private final Map<Local, Shape> shapes;
  private final Set<Local> assignedOnce;
  private final LaneExpressions vectors;

  private LaneLowering(IrFunction function) {
    this.steps = new Steps(function.localCount());
    this.assignedOnce = VectorAssignments.once(function.body()).keySet();
    this.shapes = ShapeInference.of(function.body());
    Map<Local, List<Local>> lanes = new HashMap<>();
    shapes.forEach((local, shape) -> lanes.put(local, lanesOf(local, shape)));
    this.vectors = new LaneExpressions(steps, shapes, lanes, this::rewrite);
  }

  /**
   * Returns the function with lanes in place of vectors; itself, if it has no vectors. Compilers
   * reuse a local for vectors of other shapes: each live range gets a local, and so a shape, of its
   * own.
   */
  public static IrFunction lower(IrFunction function) {
    if (!Vectors.occurIn(function)) {
      return function;
    }
    IrFunction ranges = Extensions.find(ConstantVectors.putInto(LiveRanges.split(function)));
    LaneLowering lowering = new LaneLowering(ranges);
    List<Stmt> body = lowering.rewrite(ranges.body());
    return ByteFunctions.join(
        function.withBody(body, lowering.steps.locals(), function.labelCount()));
  }

  /** Whether there are vectors. */
  private static final class Vectors extends StatementWalk {
    private boolean found;

    static boolean occurIn(IrFunction function) {
      Vectors vectors = new Vectors();
      vectors.walk(function.body());
      return vectors.found;
    }

    @Override
    public void walk(List<Stmt> statements) {
      if (!found) {
        super.walk(statements);
      }
    }

    @Override
    public void expression(Expr expr) {
      found |= expr.carrier() == Carrier.VECTOR;
      super.expression(expr);
    }
  }

  private List<Local> lanesOf(Local local, Shape shape) {
    Carrier carrier = Carrier.single(shape.lane());
    List<Local> lanes =
        IntStream.range(0, shape.lanes())
            .mapToObj(lane -> steps.lane(local, carrier, lane))
            .toList();
    lanes.forEach(lane -> steps.ranges().learn(lane, shape));
    return lanes;
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> outer = steps.begin();
    for (Stmt statement : list) {
      if (statement instanceof Stmt.SetLocal set && set.local().carrier() == Carrier.VECTOR) {
        assign(set);
      } else if (statement instanceof Stmt.Store store
          && store.value().carrier() == Carrier.VECTOR) {
        vectors.store(store);
      } else {
        steps.add(statement.accept(this));
      }
    }
    return steps.end(outer);
  }

  @Override
  protected Expr rewrite(Expr expr) {
    return expr instanceof Expr.Vector vector ? numberOf(vector) : rewriteOperands(expr);
  }

  /** A constant is named, as it must not decide, divide or be computed with. */
  private Expr numberOf(Expr.Vector vector) {
    Expr number = vectors.numberOf(vector);
    return number instanceof Expr.Constant ? steps.renamed(number) : number;
  }

  /** Assigns the lanes one after the other; none may read one that was assigned before. */
  private void assign(Stmt.SetLocal set) {
    List<Local> targets = vectors.lanesOf(set.local());
    List<Expr> values = vectors.in(vectors.shapeOf(set.local()), set.value()).values();
    boolean safe = true;
    for (int i = 1; i < targets.size(); i++) {
      safe &= !reads(values.get(i), targets.subList(0, i));
    }
    if (!safe) {
      values = values.stream().map(steps::renamed).toList();
    }
    for (int i = 0; i < targets.size(); i++) {
      if (!isSame(targets.get(i), values.get(i))) {
        steps.add(new Stmt.SetLocal(targets.get(i), values.get(i)));
        if (assignedOnce.contains(set.local())) {
          steps.ranges().learn(targets.get(i), values.get(i));
        }
      }
    }
  }

  private static boolean isSame(Local local, Expr value) {
    return value instanceof Expr.GetLocal get && get.local() == local;
  }

  private static boolean reads(Expr expr, List<Local> locals) {
    return expr instanceof Expr.GetLocal get
        ? locals.contains(get.local())
        : expr.operands().stream().anyMatch(operand -> reads(operand, locals));
  }
}

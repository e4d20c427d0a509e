package org.wasm2java.aot.split.method.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.AggregateOperation;
import org.wasm2java.aot.ir.Cast;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/**
 * Estimates the bytes of bytecode that javac makes of statements, on the high side. The build
 * checks the real class files, so an estimate that is wrong costs a second cut, never a wrong
 * result.
 */
public final class MethodSizeEstimator implements Stmt.Visitor<Integer> {
  /** No estimate is higher, so that some of them can be added. */
  private static final int MOST = Integer.MAX_VALUE / 16;

  /** Exits that a part may hand on to its caller count for no more: they need not be listed. */
  private static final int MOST_WAYS = 200;

  private static final int GET_LOCAL = 2;
  private static final int GET_FRAME = 5;

  /** The array, the index, the access and a conversion. */
  private static final int ELEMENT = 6;

  private static final int FIELD = 4;

  /** A cast or a test, and that for null. */
  private static final int CAST = 6;

  private static final int INVOKE = 4;
  private static final int JUMP = 3;
  private static final int COMPARISON = 8;

  /** A field counted down and compared, and a call that is made when it is used up. */
  private static final int CHECK = 30;

  private static final int UNSIGNED_MASKS = 10;
  private static final int SWITCH = 16;

  /** The bytes of an entry of a table of jumps: exact, as is known of no other instruction. */
  public static final int SWITCH_ENTRY = 4;

  private final ExpressionSize expressions = new ExpressionSize();

  /** Lists of statements are asked for again at each level around them. */
  private final Map<List<Stmt>, Integer> known = new IdentityHashMap<>();

  /** Returns the size of statements in bytes. */
  public int of(List<Stmt> statements) {
    Integer size = known.get(statements);
    if (size == null) {
      long total = 0;
      for (Stmt statement : statements) {
        total += of(statement);
      }
      size = (int) Math.min(total, MOST);
      known.put(statements, size);
    }
    return size;
  }

  /** Returns the size of a method, with what it takes to fetch the parameters that do not fit. */
  int of(MethodPlan method) {
    int fetched = method.parameters().size() - method.registers();
    int padding = method.padding() == 0 ? 0 : SWITCH + SWITCH_ENTRY * method.padding();
    return of(method.body()) + fetched * (FIELD + 2 * GET_LOCAL) + padding;
  }

  /** Returns the size of a statement in bytes. */
  public int of(Stmt statement) {
    return statement.accept(this);
  }

  private int of(Expr expr) {
    return expr.accept(expressions);
  }

  private int all(List<Expr> exprs) {
    int total = 0;
    for (Expr expr : exprs) {
      total += of(expr);
    }
    return total;
  }

  @Override
  public Integer setLocal(Stmt.SetLocal setLocal) {
    return of(setLocal.value()) + access(setLocal.local());
  }

  private static int access(Local local) {
    return local.isInActivation() ? GET_FRAME : GET_LOCAL;
  }

  @Override
  public Integer setGlobal(Stmt.SetGlobal setGlobal) {
    return of(setGlobal.value()) + 2 * FIELD;
  }

  @Override
  public Integer store(Stmt.Store store) {
    return address(store.offset(), store.address(), store.nonNegative())
        + of(store.value())
        + INVOKE
        + 2;
  }

  private int address(long offset, Expr address, boolean nonNegative) {
    int plain = FIELD + GET_LOCAL + of(address);
    if (offset == 0) {
      return plain;
    }
    return plain + (nonNegative ? 4 : 2 * GET_LOCAL + 2 * JUMP + 5);
  }

  @Override
  public Integer evaluate(Stmt.Evaluate evaluate) {
    return of(evaluate.value()) + 1;
  }

  @Override
  public Integer block(Stmt.Block block) {
    return of(block.body());
  }

  @Override
  public Integer loop(Stmt.Loop loop) {
    return of(loop.body()) + JUMP;
  }

  @Override
  public Integer group(Stmt.Group group) {
    return of(group.body());
  }

  @Override
  public Integer conditional(Stmt.If conditional) {
    int elseSize = conditional.elseBody().isEmpty() ? 0 : JUMP + of(conditional.elseBody());
    return of(conditional.condition()) + JUMP + of(conditional.thenBody()) + elseSize;
  }

  @Override
  public Integer multiway(Stmt.Switch multiway) {
    int size = of(multiway.selector()) + SWITCH + SWITCH_ENTRY * multiway.targets().length;
    for (List<Stmt> body : multiway.cases()) {
      size += of(body);
    }
    return size;
  }

  @Override
  public Integer jump(Stmt.Jump jump) {
    return JUMP;
  }

  @Override
  public Integer returning(Stmt.Return returning) {
    List<Expr> values = returning.values();
    return 1 + (values.isEmpty() ? 0 : of(values.get(0))) + give(values, 1);
  }

  /** Values put into the fields of results; very many are there already. */
  private int give(List<Expr> values, int from) {
    boolean many = values.size() > JvmLimits.RECORD_COMPONENTS;
    int size = 0;
    for (int i = from; i < values.size(); i++) {
      boolean there = many && values.get(i) instanceof Expr.Entity entity && entity.isResult(i);
      size += there ? 0 : of(values.get(i)) + 2 * FIELD;
    }
    return size;
  }

  @Override
  public Integer trap(Stmt.Trap trap) {
    return INVOKE + FIELD;
  }

  @Override
  public Integer handling(Stmt.Try handling) {
    return of(handling.body()) + JUMP + GET_LOCAL + of(handling.handler());
  }

  @Override
  public Integer throwing(Stmt.Throw throwing) {
    return of(throwing.exception()) + 1;
  }

  @Override
  public Integer checkpoint(Stmt.Checkpoint checkpoint) {
    return (checkpoint.fuel() ? CHECK : 0) + (checkpoint.stop() ? CHECK : 0);
  }

  @Override
  public Integer callPart(Stmt.CallPart callPart) {
    int size = INVOKE + GET_LOCAL * (1 + callPart.arguments().size());
    for (Local result : callPart.results()) {
      size += FIELD + GET_LOCAL + (result.carrier().isReference() ? INVOKE : 0);
    }
    int ways = 0;
    for (Stmt.Way way : callPart.ways()) {
      ways += of(way.then()) + GET_LOCAL + 2 * JUMP;
    }
    return size + (callPart.sharesNumbers() ? Math.min(ways, MOST_WAYS) : ways);
  }

  @Override
  public Integer leave(Stmt.Leave leave) {
    return give(leave.returned(), 0) + 2 * FIELD * leave.results().size() + 2;
  }

  private final class ExpressionSize implements Expr.Visitor<Integer> {
    @Override
    public Integer constant(Expr.Constant constant) {
      return 3;
    }

    @Override
    public Integer getLocal(Expr.GetLocal getLocal) {
      return access(getLocal.local());
    }

    @Override
    public Integer operation(Expr.Operation operation) {
      JavaForm form = operation.opcode().javaForm();
      int own = 1;
      if (form instanceof JavaForm.UnsignedComparison) {
        own = COMPARISON + UNSIGNED_MASKS;
      } else if (form instanceof JavaForm.Comparison || form instanceof JavaForm.ZeroTest) {
        own = COMPARISON;
      } else if (form instanceof JavaForm.Call) {
        own = INVOKE;
      }
      return all(operation.operands()) + own;
    }

    @Override
    public Integer vector(Expr.Vector vector) {
      throw new IllegalStateException(vector.opcode().text() + " has no lanes");
    }

    @Override
    public Integer load(Expr.Load load) {
      return address(load.offset(), load.address(), load.nonNegative()) + INVOKE + 1;
    }

    @Override
    public Integer getGlobal(Expr.GetGlobal getGlobal) {
      return 2 * FIELD;
    }

    @Override
    public Integer select(Expr.Select select) {
      return all(select.operands()) + 2 * JUMP;
    }

    @Override
    public Integer lookup(Expr.Lookup lookup) {
      int strings = lookup.table().length / 10_000 + 1;
      return strings * (of(lookup.index()) + 2 * (INVOKE + 2 * GET_LOCAL));
    }

    @Override
    public Integer call(Expr.Call call) {
      return all(call.operands()) + GET_LOCAL + INVOKE;
    }

    @Override
    public Integer callIndirect(Expr.CallIndirect call) {
      return all(call.operands()) + 2 * FIELD + 3 * INVOKE;
    }

    @Override
    public Integer entity(Expr.Entity entity) {
      if (entity.operation() == EntityOperation.EXCEPTION_NEW) {
        int conversions = entity.operands().size() * (INVOKE + ELEMENT);
        return all(entity.operands()) + conversions + 2 * FIELD + INVOKE;
      }
      if (entity.operation() == EntityOperation.ARRAY_GET
          || entity.operation() == EntityOperation.ARRAY_SET) {
        return all(entity.operands()) + ELEMENT;
      }
      return all(entity.operands()) + 2 * FIELD + INVOKE;
    }

    @Override
    public Integer aggregate(Aggregate aggregate) {
      int each =
          aggregate.operation() == AggregateOperation.ARRAY_NEW_FIXED
              ? ELEMENT * aggregate.operands().size()
              : 0;
      return all(aggregate.operands()) + each + 2 * FIELD + INVOKE;
    }

    @Override
    public Integer cast(Cast cast) {
      int test = cast.form() == Cast.Form.TEST ? 2 * JUMP : 0;
      return of(cast.operand()) + CAST + test;
    }
  }
}

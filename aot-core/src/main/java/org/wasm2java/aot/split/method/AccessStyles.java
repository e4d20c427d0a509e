package org.wasm2java.aot.split.method;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.CallingLoops;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.AccessStyle;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.C1RegisterEstimator;
import org.wasm2java.aot.split.method.plan.C1Registers;
import org.wasm2java.aot.split.method.plan.MethodPlan;

/**
 * Decides which loads and stores of a method are calls of the runtime's {@code Access} and which
 * are views, written out. Calls cost HotSpot's first compiler next to nothing, where a view costs
 * it a millisecond and so many registers that it gives up on methods with more than some eighty.
 * But the second compiler inlines only so many calls, and none where it has seen the place run
 * seldom. It always inlines views. So views stay where a call that is not inlined would hurt, if
 * the first compiler bears it: in loops that call nothing else, and in all loops of a method with
 * many accesses or with a dispatch loop, which runs for each step of an interpreter.
 *
 * <p>Calls are counted in the order in which the statements and expressions stand. An access of a
 * byte is neither: it is an element of the array, keeps its style and does not count.
 */
final class AccessStyles extends StatementRewriter {
  /** Which loops have views only. */
  private enum ViewsIn {
    ALL_LOOPS,
    LOOPS_WITHOUT_CALLS,
    NO_LOOPS
  }

  private static final Set<ViewsIn> VIEWS_IN_SMALL_METHODS =
      EnumSet.of(ViewsIn.LOOPS_WITHOUT_CALLS, ViewsIn.NO_LOOPS);

  private final CallingLoops calling;
  private final ViewsIn viewsIn;
  private int loopsOfViews;
  private int accesses;
  private int views;

  private AccessStyles(CallingLoops calling, ViewsIn viewsIn) {
    this.calling = calling;
    this.viewsIn = viewsIn;
  }

  /** Returns a method with the style of every access decided. */
  static MethodPlan decide(MethodPlan method) {
    C1Registers registers = new C1RegisterEstimator().of(method.body());
    if (registers.accesses() == 0) {
      return method;
    }
    int bytes = method.bytes();
    CallingLoops calling = new CallingLoops();
    calling.walk(method.body());
    boolean all = method.startsActivation() || registers.accesses() > JvmLimits.INLINED_ACCESSES;
    List<Stmt> body = method.body();
    for (ViewsIn viewsIn : all ? EnumSet.allOf(ViewsIn.class) : VIEWS_IN_SMALL_METHODS) {
      AccessStyles styles = new AccessStyles(calling, viewsIn);
      body = styles.rewrite(method.body());
      if (registers.of(styles.views, bytes) <= JvmLimits.C1_REGISTERS) {
        break;
      }
    }
    return method.with(method.declared(), body);
  }

  /**
   * Returns the registers that HotSpot's first compiler needs for a method with as few views as it
   * should have.
   */
  static int registers(MethodPlan method) {
    int bytes = method.bytes();
    C1Registers registers = new C1RegisterEstimator().of(method.body());
    if (!method.startsActivation()) {
      return registers.of(bytes);
    }
    AccessStyles styles = new AccessStyles(new CallingLoops(), ViewsIn.ALL_LOOPS);
    styles.rewrite(method.body());
    return registers.of(styles.views, bytes);
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    int ofViews = hasViews(loop) ? 1 : 0;
    loopsOfViews += ofViews;
    Stmt rewritten = super.loop(loop);
    loopsOfViews -= ofViews;
    return rewritten;
  }

  private boolean hasViews(Stmt.Loop loop) {
    return switch (viewsIn) {
      case ALL_LOOPS -> true;
      case LOOPS_WITHOUT_CALLS -> !calling.contains(loop);
      case NO_LOOPS -> false;
    };
  }

  @Override
  protected Expr rewrite(Expr expr) {
    return rewriteOperands(
        expr instanceof Expr.Load load ? load.withStyle(next(load.opcode(), load.style())) : expr);
  }

  @Override
  public Stmt store(Stmt.Store store) {
    AccessStyle style = next(store.opcode(), store.style());
    return new Stmt.Store(
        store.opcode(),
        store.bytes(),
        store.offset(),
        rewrite(store.address()),
        rewrite(store.value()),
        store.nonNegative(),
        style,
        store.at());
  }

  /** Returns the style of the next access. */
  private AccessStyle next(Opcode opcode, AccessStyle ofBytes) {
    boolean isWide = opcode.javaForm() instanceof JavaForm.MemoryAccess form && form.isWide();
    if (!isWide) {
      return ofBytes;
    }
    if (accesses++ < JvmLimits.INLINED_ACCESSES && loopsOfViews == 0) {
      return AccessStyle.CALL;
    }
    views++;
    return AccessStyle.VIEW;
  }
}

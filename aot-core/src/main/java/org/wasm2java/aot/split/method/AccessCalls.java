package org.wasm2java.aot.split.method;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.CallingLoops;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * Decides which loads and stores of a method are calls of the runtime's {@code Access} and which
 * are views, written out. Calls cost HotSpot's first compiler next to nothing, where a view costs
 * it a millisecond and so many registers that it gives up on methods with more than some eighty.
 * But the second compiler inlines only so many calls, and none where it has seen the place run
 * seldom. It always inlines views. So views stay where a call that is not inlined would hurt, if
 * the first compiler bears it: in loops that call nothing else, and in all loops of a method with
 * many accesses or with a dispatch loop, which runs for each step of an interpreter.
 */
public final class AccessCalls {
  /** Which loops have views only. */
  private enum ViewsIn {
    ALL_LOOPS,
    LOOPS_WITHOUT_CALLS,
    NO_LOOPS
  }

  private final CallingLoops calling;
  private final ViewsIn viewsIn;
  private int loopsOfViews;
  private int accesses;

  private AccessCalls(CallingLoops calling, ViewsIn viewsIn) {
    this.calling = calling;
    this.viewsIn = viewsIn;
  }

  /** Returns the decisions for a method, to be asked for in the order of its text. */
  public static AccessCalls of(MethodPlan method) {
    int bytes = new MethodSizeEstimator().of(method);
    C1Registers registers = new C1RegisterEstimator().of(method.body());
    CallingLoops calling = new CallingLoops();
    calling.walk(method.body());
    boolean all = method.startsActivation() || registers.accesses() > JvmLimits.INLINED_ACCESSES;
    for (ViewsIn viewsIn : ViewsIn.values()) {
      int views = Views.count(method.body(), new AccessCalls(calling, viewsIn));
      boolean borne = registers.of(views, bytes) <= JvmLimits.C1_REGISTERS;
      if (borne && (all || viewsIn != ViewsIn.ALL_LOOPS)) {
        return new AccessCalls(calling, viewsIn);
      }
    }
    return new AccessCalls(calling, ViewsIn.NO_LOOPS);
  }

  /** Returns the decisions for code that runs once. */
  public static AccessCalls once() {
    return new AccessCalls(new CallingLoops(), ViewsIn.LOOPS_WITHOUT_CALLS);
  }

  /**
   * Returns the registers that HotSpot's first compiler needs for a method with as few views as it
   * should have.
   */
  static int registers(MethodPlan method) {
    int bytes = new MethodSizeEstimator().of(method);
    C1Registers registers = new C1RegisterEstimator().of(method.body());
    if (!method.startsActivation()) {
      return registers.of(bytes);
    }
    AccessCalls decisions = new AccessCalls(new CallingLoops(), ViewsIn.ALL_LOOPS);
    return registers.of(Views.count(method.body(), decisions), bytes);
  }

  /** Says that a loop's text starts. */
  public void enterLoop(Stmt.Loop loop) {
    loopsOfViews += hasViews(loop) ? 1 : 0;
  }

  /** Says that a loop's text ends. */
  public void leaveLoop(Stmt.Loop loop) {
    loopsOfViews -= hasViews(loop) ? 1 : 0;
  }

  private boolean hasViews(Stmt.Loop loop) {
    return switch (viewsIn) {
      case ALL_LOOPS -> true;
      case LOOPS_WITHOUT_CALLS -> !calling.contains(loop);
      case NO_LOOPS -> false;
    };
  }

  /** Returns whether the next access is a call; one of a byte never is, and does not count. */
  public boolean next(JavaForm.MemoryAccess form) {
    return form.isWide() && accesses++ < JvmLimits.INLINED_ACCESSES && loopsOfViews == 0;
  }

  /** Counts the views that decisions make. */
  private static final class Views extends StatementWalk {
    private final AccessCalls decisions;
    private int views;

    Views(AccessCalls decisions) {
      this.decisions = decisions;
    }

    static int count(List<Stmt> body, AccessCalls decisions) {
      Views counted = new Views(decisions);
      counted.walk(body);
      return counted.views;
    }

    @Override
    public Void loop(Stmt.Loop loop) {
      decisions.enterLoop(loop);
      super.loop(loop);
      decisions.leaveLoop(loop);
      return null;
    }

    @Override
    public void expression(Expr expr) {
      if (expr instanceof Expr.Load load) {
        decide(load.opcode());
      }
      super.expression(expr);
    }

    @Override
    public Void store(Stmt.Store store) {
      decide(store.opcode());
      return super.store(store);
    }

    private void decide(Opcode opcode) {
      if (opcode.javaForm() instanceof JavaForm.MemoryAccess form && form.isWide()) {
        views += decisions.next(form) ? 0 : 1;
      }
    }
  }
}

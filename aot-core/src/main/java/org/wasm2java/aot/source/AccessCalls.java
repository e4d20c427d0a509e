package org.wasm2java.aot.source;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.CallingLoops;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.MethodPlan;

/**
 * Decides which loads and stores of a method are calls of the runtime's {@code Access} and which
 * are written out. Calls cost HotSpot's first compiler next to nothing, where a view of the array
 * costs it a millisecond; but the second compiler inlines only so many of them, and none where it
 * has seen the place run seldom. It always inlines views. So views stay where a call that is not
 * inlined would hurt: in loops that call nothing else, and in all loops of a method with many
 * accesses or with a dispatch loop, which runs for each step of an interpreter.
 */
final class AccessCalls {
  private final Survey survey;
  private final boolean viewsInAllLoops;
  private int loopsOfViews;
  private int accesses;

  private AccessCalls(Survey survey, boolean dispatches) {
    this.survey = survey;
    this.viewsInAllLoops = dispatches || survey.accesses > JvmLimits.INLINED_ACCESSES;
  }

  /** Returns the decisions for a method, to be asked for in the order of its text. */
  static AccessCalls of(MethodPlan method) {
    return of(method.body(), method.framed() && method.part() == 0);
  }

  /** Returns the decisions for code that runs once. */
  static AccessCalls once() {
    return of(List.of(), false);
  }

  private static AccessCalls of(List<Stmt> body, boolean dispatches) {
    Survey survey = new Survey();
    survey.walk(body);
    return new AccessCalls(survey, dispatches);
  }

  void enterLoop(Stmt.Loop loop) {
    loopsOfViews += hasViews(loop) ? 1 : 0;
  }

  void leaveLoop(Stmt.Loop loop) {
    loopsOfViews -= hasViews(loop) ? 1 : 0;
  }

  private boolean hasViews(Stmt.Loop loop) {
    return viewsInAllLoops || !survey.contains(loop);
  }

  /** Returns whether the next access is a call; one of a byte never is, and does not count. */
  boolean next(JavaForm.MemoryAccess form) {
    return form.isWide() && accesses++ < JvmLimits.INLINED_ACCESSES && loopsOfViews == 0;
  }

  /** Counts accesses and finds the loops that call functions. */
  private static final class Survey extends CallingLoops {
    private int accesses;

    @Override
    public void expression(Expr expr) {
      if (expr instanceof Expr.Load load) {
        count(load.opcode());
      }
      super.expression(expr);
    }

    @Override
    public Void store(Stmt.Store store) {
      count(store.opcode());
      return super.store(store);
    }

    private void count(Opcode opcode) {
      if (opcode.javaForm() instanceof JavaForm.MemoryAccess access && access.isWide()) {
        accesses++;
      }
    }
  }
}

package org.wasm2java.aot.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.CallingLoops;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Counts the rounds of innermost loops that end when a local that becomes more by two or more is
 * another number. HotSpot's second compiler takes no checks of bounds out of such a loop, and does
 * not unroll it, as the local may step over the number. So the rounds up to there are counted down
 * in a local of their own, and a loop around it tests as before: that alone ends the loop, and it
 * repeats where the local has stepped over the number (ADR 0023). Only loops in a loop that calls
 * nothing are counted: others have few rounds too often.
 *
 * <pre>{@code
 * loop { .. i += 8; if (i != n) repeat }   becomes
 * loop { r = (n - i) >>> 3; loop { .. i += 8; r -= 1; if (r > 0) repeat } if (i != n) repeat }
 * }</pre>
 */
final class CountedLoops extends StatementRewriter {
  private final CallingLoops calling = new CallingLoops();
  private int locals;
  private int labels;

  /** Whether the statements are in a loop that calls nothing. */
  private boolean computes;

  private CountedLoops(IrFunction function) {
    this.locals = function.localCount();
    this.labels = function.labelCount();
    calling.walk(function.body());
  }

  /** Runs the pass. */
  static IrFunction run(IrFunction function) {
    CountedLoops pass = new CountedLoops(function);
    List<Stmt> body = pass.rewrite(function.body());
    return pass.labels == function.labelCount()
        ? function
        : function.withBody(body, pass.locals, pass.labels);
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> rewritten = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Stmt statement = list.get(i);
      Optional<LoopEnd> end =
          computes && statement instanceof Stmt.Loop loop ? LoopEnd.of(loop) : Optional.empty();
      List<Stmt> before = list.subList(0, i);
      boolean counts =
          end.isPresent() && !end.get().isKnownBehind(before) && !LoopEnd.isLeftFewRounds(before);
      rewritten.add(counts ? counted((Stmt.Loop) statement, end.get()) : statement.accept(this));
    }
    return rewritten;
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    boolean before = computes;
    computes = !calling.contains(loop);
    Stmt rewritten = super.loop(loop);
    computes = before;
    return rewritten;
  }

  private Stmt counted(Stmt.Loop loop, LoopEnd end) {
    Local rounds = Local.temporary(locals++, Carrier.INT);
    Label again = new Label(labels++);
    Expr left = new Expr.GetLocal(rounds);
    List<Stmt> round = new ArrayList<>(loop.body().subList(0, loop.body().size() - 1));
    round.add(
        new Stmt.SetLocal(
            rounds, LoopEnd.operation(NumericOpcode.I32_ADD, left, LoopEnd.number(-1))));
    round.add(
        repeat(loop.label(), LoopEnd.operation(NumericOpcode.I32_GT_S, left, LoopEnd.number(0))));
    return new Stmt.Loop(
        again,
        List.of(
            new Stmt.SetLocal(rounds, end.rounds()),
            new Stmt.Loop(loop.label(), round),
            repeat(again, loop.lastTest())));
  }

  private static Stmt repeat(Label label, Expr condition) {
    return new Stmt.If(condition, List.of(new Stmt.Jump(label)), List.of());
  }
}

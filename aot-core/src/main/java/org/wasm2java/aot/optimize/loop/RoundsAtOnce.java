package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Does rounds of loops that copy, fill or compare memory at once, before the loop does the rest:
 * the one or more rounds that are left, or all of them where doing them at once would not be the
 * same. So the loop alone ends, leaves and traps, and what a round assigns it assigns.
 *
 * <pre>{@code
 * loop { p[0] = q[0]; p += 1; q += 1; n -= 1; if (n != 0) repeat }   becomes
 * if (n >= 129) { t = copy(p, q, n - 1); p += t; q += t; n -= t }  loop { .. }
 * }</pre>
 */
public final class RoundsAtOnce extends StatementRewriter {
  /** For fewer bytes, the loop is as fast as the call. */
  private static final int LEAST_BYTES = 128;

  /**
   * A function with more such loops has them from a macro that copies a few bytes, as decoders do:
   * hardly any of them would call, but all of them would be larger.
   */
  private static final int MOST_LOOPS = 12;

  private int locals;
  private int loops;

  /**
   * The locals that were last assigned, in the order of the text, a number too small to be worth a
   * call: those of loops that do the first or last few of unrolled rounds.
   */
  private final Set<Local> remainders = new HashSet<>();

  private RoundsAtOnce(int locals) {
    this.locals = locals;
  }

  /** Runs the pass. */
  public static IrFunction run(IrFunction function) {
    RoundsAtOnce pass = new RoundsAtOnce(function.localCount());
    List<Stmt> body = pass.rewrite(function.body());
    if (pass.loops == 0 || pass.loops > MOST_LOOPS) {
      return function;
    }
    return function.withBody(body, pass.locals, function.labelCount());
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> rewritten = new ArrayList<>(list.size());
    for (Stmt statement : list) {
      if (statement instanceof Stmt.Loop loop) {
        RoundReader.read(loop).flatMap(this::before).ifPresent(rewritten::add);
      }
      rewritten.add(statement.accept(this));
    }
    return rewritten;
  }

  /** Returns what does rounds at once, if that is known of them. */
  private Optional<Stmt> before(Round round) {
    List<Test> counts = round.tests().stream().filter(test -> !CompareLoop.compares(test)).toList();
    if (counts.size() != 1) {
      return Optional.empty();
    }
    Optional<Bulk> bulk =
        counts.size() < round.tests().size()
            ? CompareLoop.match(round)
            : CopyLoop.match(round).or(() -> FillLoop.match(round));
    return bulk.flatMap(
        found ->
            Countdown.of(counts.get(0), round, found)
                .filter(count -> count.counter().filter(remainders::contains).isEmpty())
                .map(count -> before(round, found, count)));
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    if (isRemainder(setLocal.value())) {
      remainders.add(setLocal.local());
    } else {
      remainders.remove(setLocal.local());
    }
    return setLocal;
  }

  private static boolean isRemainder(Expr expr) {
    return expr instanceof Expr.Operation operation
        && operation.opcode() == NumericOpcode.I32_AND
        && operation.operands().get(1) instanceof Expr.Constant mask
        && mask.bits() >= 0
        && mask.bits() < LEAST_BYTES;
  }

  private Stmt before(Round round, Bulk bulk, Countdown count) {
    loops++;
    Local done = Local.temporary(locals++, Carrier.INT);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.SetLocal(done, bulk.rounds(round, count.rounds())));
    round.steps().entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Local::index)))
        .forEach(entry -> body.add(step(entry.getKey(), entry.getValue(), done)));
    List<Expr> guards =
        new ArrayList<>(count.guards(Math.max(1, LEAST_BYTES / Math.abs(bulk.step()))));
    guards.addAll(bulk.guards());
    List<Stmt> guarded = body;
    for (int i = guards.size() - 1; i >= 0; i--) {
      guarded = List.of(new Stmt.If(guards.get(i), guarded, List.of()));
    }
    return guarded.get(0);
  }

  private static Stmt step(Local local, int step, Local rounds) {
    LinearForm stepped = LinearForm.of(rounds).times(step);
    return new Stmt.SetLocal(local, LinearForm.of(local).plus(stepped).expr());
  }
}

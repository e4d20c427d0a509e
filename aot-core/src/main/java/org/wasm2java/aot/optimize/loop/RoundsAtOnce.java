package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.Collections;
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
 * Does rounds of loops that copy, fill, compare or search memory at once, before the loop does the
 * rest: the one or more rounds that are left, or all of them where doing them at once would not be
 * the same. So the loop alone ends, leaves and traps, and what a round assigns it assigns.
 *
 * <pre>{@code
 * loop { p[0] = q[0]; p += 1; q += 1; n -= 1; if (n != 0) repeat }   becomes
 * if (n >= 129) { t = copy(p, q, n - 1); p += t; q += t; n -= t }  loop { .. }
 * }</pre>
 */
public final class RoundsAtOnce extends StatementRewriter {
  /** A number below is too small to be worth a call, or hardly is. */
  private static final int FEW = 128;

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

  /** The locals that count where a search by words is; behind it, the byte is a few bytes away. */
  private final Set<Local> searched = new HashSet<>();

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
        RoundReader.read(loop).flatMap(this::before).ifPresent(rewritten::addAll);
      }
      rewritten.add(statement.accept(this));
    }
    return rewritten;
  }

  /** Returns what does rounds at once, if that is known of them. */
  private Optional<List<Stmt>> before(Round round) {
    List<Test> counts = new ArrayList<>(round.tests());
    boolean compares = counts.removeIf(CompareLoop::compares);
    boolean searches = counts.removeIf(test -> Sought.of(test).isPresent());
    Optional<Bulk> bulk = bulk(round, compares, searches);
    if (searches && counts.isEmpty()) {
      Expr all = LinearForm.number(Integer.MAX_VALUE);
      return bulk.map(found -> before(round, found, all, List.of()));
    }
    if (counts.size() != 1) {
      return Optional.empty();
    }
    return bulk.flatMap(
        found ->
            Countdown.of(counts.get(0), round, found)
                .filter(count -> count.counter().filter(remainders::contains).isEmpty())
                .map(
                    count ->
                        before(round, found, count.rounds(), count.guards(found.leastRounds()))));
  }

  private Optional<Bulk> bulk(Round round, boolean compares, boolean searches) {
    if (!round.carried().isEmpty()) {
      return compares || searches ? Optional.empty() : WindowLoop.match(round);
    }
    if (compares) {
      return searches ? Optional.empty() : CompareLoop.match(round);
    }
    return searches ? search(round) : CopyLoop.match(round).or(() -> FillLoop.match(round));
  }

  /** Returns a search, unless it is the one behind a search by words that looks at the last. */
  private Optional<Bulk> search(Round round) {
    Optional<Bulk> search = SearchLoop.match(round);
    if (search.isPresent() && search.get().step() > 1) {
      searched.addAll(round.steps().keySet());
      return search;
    }
    return search.filter(any -> Collections.disjoint(searched, round.steps().keySet()));
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
        && mask.bits() < FEW;
  }

  private List<Stmt> before(Round round, Bulk bulk, Expr rounds, List<Expr> countGuards) {
    loops++;
    Local done = Local.temporary(locals++, Carrier.INT);
    List<Stmt> body = new ArrayList<>();
    body.add(new Stmt.SetLocal(done, bulk.rounds(round, rounds)));
    inOrder(round.steps()).forEach(entry -> body.add(step(entry.getKey(), entry.getValue(), done)));
    for (Map.Entry<Local, Access> entry : inOrder(round.carried())) {
      Stmt reload = reload(entry.getKey(), entry.getValue(), round);
      body.add(new Stmt.If(new Expr.GetLocal(done), List.of(reload), List.of()));
    }
    List<Expr> guards = new ArrayList<>(countGuards);
    guards.addAll(bulk.guards());
    List<Stmt> guarded = body;
    for (int i = guards.size() - 1; i >= 0; i--) {
      guarded = List.of(new Stmt.If(guards.get(i), guarded, List.of()));
    }
    return guarded;
  }

  private static <T> List<Map.Entry<Local, T>> inOrder(Map<Local, T> locals) {
    return locals.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparingInt(Local::index)))
        .toList();
  }

  /** Loads what the last round that was done loaded, which is in the memory as it was. */
  private static Stmt reload(Local local, Access access, Round round) {
    LinearForm address = access.first();
    Expr before = address.plus(-round.step(address)).expr();
    Expr.AccessStyle style = Expr.AccessStyle.CALL;
    return new Stmt.SetLocal(
        local,
        new Expr.Load(
            access.opcode(), Carrier.INT, round.bytes(), 0, before, true, style, Expr.NOWHERE));
  }

  private static Stmt step(Local local, int step, Local rounds) {
    LinearForm stepped = LinearForm.of(rounds).times(step);
    return new Stmt.SetLocal(local, LinearForm.of(local).plus(stepped).expr());
  }
}

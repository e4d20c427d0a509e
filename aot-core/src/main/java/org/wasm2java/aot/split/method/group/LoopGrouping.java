package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.CallingLoops;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.LiveBehind;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;
import org.wasm2java.aot.split.method.plan.C1RegisterEstimator;
import org.wasm2java.aot.split.method.plan.Exits;
import org.wasm2java.aot.split.method.plan.Occurrences;

/**
 * Groups inner loops that run in a loop with more accesses than C2 inlines. HotSpot enters a method
 * that is running already at the inner loop, as that is the hottest place, and C2 parses it from
 * there: it has run out of nodes before it comes to the accesses in front of the inner loop, which
 * run in each round of the outer one. With the inner loop in a method of its own, the method is
 * entered at the start of the outer loop and parsed in the order in which {@code AccessStyles}
 * counts (ADR 0021).
 *
 * <p>An inner loop becomes a method if it calls nothing, is not left but at its end, has as many
 * rounds as it takes to bear a call, and hands on little.
 */
public final class LoopGrouping {
  /** As many arguments come in registers of the machine, besides the memory's array. */
  private static final int MOST_ARGUMENTS = 7;

  /** A loop of fewer rounds, or of a number that is not known, may take less than its call. */
  private static final int LEAST_ROUNDS = 8;

  private final Liveness liveness;
  private final C1RegisterEstimator registers = new C1RegisterEstimator();

  private LoopGrouping(Liveness liveness) {
    this.liveness = liveness;
  }

  /** Returns the function with such loops as groups. */
  public static IrFunction group(IrFunction function) {
    if (new C1RegisterEstimator().of(function.body()).accesses() <= JvmLimits.INLINED_ACCESSES) {
      return function;
    }
    Liveness liveness = Liveness.of(function);
    List<Stmt> body = function.body();
    return function.withBody(
        new LoopGrouping(liveness).list(body, liveness.behind(body), Around.FEW_ACCESSES));
  }

  /** What is around statements. */
  private enum Around {
    /** No loop with more accesses than C2 inlines. */
    FEW_ACCESSES,
    MANY_ACCESSES
  }

  private List<Stmt> list(List<Stmt> list, LiveBehind live, Around around) {
    List<Stmt> grouped = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      LiveBehind.Statement behind = live.statements().get(i);
      boolean part =
          around == Around.MANY_ACCESSES
              && list.get(i) instanceof Stmt.Loop loop
              && KnownRounds.of(list.subList(0, i), loop) >= LEAST_ROUNDS
              && isWorthACall(loop, behind.live());
      grouped.add(
          part
              ? Stmt.Group.of((Stmt.Loop) list.get(i))
              : list.get(i).accept(new Inside(behind, around)));
    }
    return grouped;
  }

  /** Groups the loops inside a statement. */
  private final class Inside extends StatementRewriter {
    private final LiveBehind.Statement behind;
    private final Around around;

    Inside(LiveBehind.Statement behind, Around around) {
      this.behind = behind;
      this.around = around;
    }

    private List<Stmt> list(List<Stmt> list, int position) {
      return LoopGrouping.this.list(list, behind.inside().get(position), around);
    }

    @Override
    public Stmt block(Stmt.Block block) {
      return new Stmt.Block(block.label(), list(block.body(), 0));
    }

    @Override
    public Stmt conditional(Stmt.If conditional) {
      return new Stmt.If(
          conditional.condition(),
          list(conditional.thenBody(), 0),
          list(conditional.elseBody(), 1));
    }

    @Override
    public Stmt handling(Stmt.Try handling) {
      return new Stmt.Try(list(handling.body(), 0), handling.caught(), list(handling.handler(), 1));
    }

    @Override
    public Stmt multiway(Stmt.Switch multiway) {
      List<List<Stmt>> cases = new ArrayList<>();
      for (int i = 0; i < multiway.cases().size(); i++) {
        cases.add(list(multiway.cases().get(i), i));
      }
      return new Stmt.Switch(multiway.selector(), multiway.targets(), cases);
    }

    @Override
    public Stmt loop(Stmt.Loop loop) {
      boolean many = registers.of(loop).accesses() > JvmLimits.INLINED_ACCESSES;
      return new Stmt.Loop(
          loop.label(),
          LoopGrouping.this.list(
              loop.body(), behind.inside().get(0), many ? Around.MANY_ACCESSES : around));
    }
  }

  private static boolean isInnermost(Stmt.Loop loop) {
    boolean[] innermost = {true};
    new StatementWalk() {
      @Override
      public Void loop(Stmt.Loop inner) {
        innermost[0] = false;
        return null;
      }
    }.walk(loop.body());
    return innermost[0];
  }

  private boolean isWorthACall(Stmt.Loop loop, LocalSet behind) {
    List<Stmt> statements = List.of(loop);
    CallingLoops calls = new CallingLoops();
    calls.walk(statements);
    return isInnermost(loop)
        && !calls.hasCalls()
        && !Exits.throwing(statements)
        && !new Exits(statements, -1).areNumbered()
        && isFewArguments(statements, behind);
  }

  /** Returns whether a call hands on little: one result at most, which is no memory. */
  private boolean isFewArguments(List<Stmt> statements, LocalSet behind) {
    Occurrences occurrences = Occurrences.of(statements);
    LocalSet before = liveness.before(statements, behind);
    long arguments =
        occurrences.all().stream().filter(local -> before.contains(local.index())).count();
    List<Local> results =
        occurrences.assigned().stream().filter(local -> behind.contains(local.index())).toList();
    return arguments <= MOST_ARGUMENTS
        && results.size() <= 1
        && results.stream().noneMatch(Local::isMemory);
  }
}

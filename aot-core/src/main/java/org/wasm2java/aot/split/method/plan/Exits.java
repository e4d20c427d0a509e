package org.wasm2java.aot.split.method.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.Exit;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * The ways out of statements, and the numbers by which a part tells its caller which of them it
 * took. Falling off the end is 0; labels count from 1 in order of first occurrence, and the return
 * is behind them. Or numbers are the same in all parts of a function: then a part hands the number
 * of another part's exit on without naming it.
 */
public final class Exits {
  private final int labelCount;
  private final boolean completes;
  private final List<Exit> exits;
  private final List<Label> labels;
  private final Map<Label, Integer> counts;

  /**
   * Looks for the exits.
   *
   * @param labelCount the function's number of labels if exits have the same numbers in all its
   *     parts, else -1
   */
  public Exits(List<Stmt> statements, int labelCount) {
    this.labelCount = labelCount;
    this.completes = Completion.of(statements);
    Search search = new Search();
    search.walk(statements);
    labels = search.labels;
    counts = search.counts;
    exits = new ArrayList<>();
    if (completes) {
      exits.add(new Exit.End());
    }
    labels.forEach(label -> exits.add(new Exit.Jump(label)));
    exits.addAll(search.returns);
  }

  /** Returns whether an exception may leave statements by a throw of their own. */
  public static boolean throwing(List<Stmt> statements) {
    boolean[] found = {false};
    new StatementWalk() {
      @Override
      public Void throwing(Stmt.Throw throwing) {
        found[0] = true;
        return null;
      }
    }.walk(statements);
    return found[0];
  }

  /** Returns all exits in the order of their numbers. */
  public List<Exit> all() {
    return exits;
  }

  /** Returns the labels outside that the statements jump to. */
  public List<Label> labels() {
    return labels;
  }

  /** Returns whether control can fall off the end. */
  public boolean completes() {
    return completes;
  }

  /** Returns whether there is a way out beside falling off the end, so that numbers are needed. */
  public boolean areNumbered() {
    return exits.size() > (completes ? 1 : 0);
  }

  /** Returns whether all parts of the function have the same numbers. */
  public boolean shareNumbers() {
    return labelCount >= 0;
  }

  /** Returns whether more than one jump leaves by an exit. */
  public boolean isShared(Label label) {
    return counts.getOrDefault(label, 0) > 1;
  }

  /** Returns whether this is one of the exits: not a jump to a label inside. */
  public boolean contains(Exit exit) {
    return exit.accept(
        new Exit.Visitor<>() {
          @Override
          public Boolean end(Exit.End end) {
            return completes;
          }

          @Override
          public Boolean jump(Exit.Jump jump) {
            return counts.containsKey(jump.label());
          }

          @Override
          public Boolean throwing(Exit.Throw throwing) {
            return false; // what Java throws needs no number
          }

          @Override
          public Boolean returning(Exit.Return returning) {
            return true;
          }
        });
  }

  /** Returns the number of an exit. */
  public int number(Exit exit) {
    return exit.accept(
        new Exit.Visitor<>() {
          @Override
          public Integer end(Exit.End end) {
            return 0;
          }

          @Override
          public Integer jump(Exit.Jump jump) {
            return 1 + (shareNumbers() ? jump.label().number() : labels.indexOf(jump.label()));
          }

          @Override
          public Integer throwing(Exit.Throw throwing) {
            throw new IllegalArgumentException("what Java throws has no number");
          }

          @Override
          public Integer returning(Exit.Return returning) {
            return 1 + (shareNumbers() ? labelCount : labels.size());
          }
        });
  }

  /** Finds the statements that leave. */
  private static final class Search extends StatementWalk implements Exit.Visitor<Void> {
    private final Set<Label> inside = new HashSet<>();
    private final List<Label> labels = new ArrayList<>();
    private final Map<Label, Integer> counts = new HashMap<>();
    private final List<Exit> returns = new ArrayList<>();

    @Override
    public void walk(List<Stmt> statements) {
      for (Stmt statement : statements) {
        statement.accept(this);
        Exit.of(statement).ifPresent(exit -> exit.accept(this));
      }
    }

    @Override
    public Void block(Stmt.Block block) {
      inside.add(block.label());
      return super.block(block);
    }

    @Override
    public Void loop(Stmt.Loop loop) {
      inside.add(loop.label());
      return super.loop(loop);
    }

    @Override
    public Void end(Exit.End end) {
      return null;
    }

    @Override
    public Void jump(Exit.Jump jump) {
      Label label = jump.label();
      if (!inside.contains(label) && counts.merge(label, 1, Integer::sum) == 1) {
        labels.add(label);
      }
      return null;
    }

    @Override
    public Void throwing(Exit.Throw throwing) {
      return null;
    }

    @Override
    public Void returning(Exit.Return returning) {
      if (returns.isEmpty()) {
        returns.add(returning);
      }
      return null;
    }
  }
}

package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * The ways out of statements other than falling off their end, in order of first occurrence.
 * Numbers of exits count from 1, or are the same in all parts of a function: then a part hands the
 * number of another part's exit on without naming it.
 */
final class Exits extends StatementWalk {
  private final Set<Label> inside = new HashSet<>();
  private final List<Label> labels = new ArrayList<>();
  private final Map<Label, Integer> counts = new HashMap<>();
  private boolean returns;

  private final int labelCount;

  /**
   * Looks for the exits.
   *
   * @param labelCount the function's number of labels if exits have the same numbers in all its
   *     parts, else -1
   */
  Exits(List<Stmt> statements, int labelCount) {
    this.labelCount = labelCount;
    walk(statements);
  }

  boolean areGlobal() {
    return labelCount >= 0;
  }

  boolean contains(Label label) {
    return counts.containsKey(label);
  }

  /** Returns the labels outside that the statements jump to. */
  List<Label> labels() {
    return labels;
  }

  /** Returns whether the statements return from the function; that exit has the highest number. */
  boolean returns() {
    return returns;
  }

  /** Returns whether more than one jump leaves by an exit. */
  boolean isShared(Label label) {
    return counts.getOrDefault(label, 0) > 1;
  }

  int number(Label label) {
    return areGlobal() ? label.number() + 1 : labels.indexOf(label) + 1;
  }

  int returnNumber() {
    return areGlobal() ? labelCount + 1 : labels.size() + 1;
  }

  /** Returns the numbers of all exits in their order; empty if they count from 1. */
  List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    if (areGlobal()) {
      labels.forEach(label -> numbers.add(number(label)));
      if (returns) {
        numbers.add(returnNumber());
      }
    }
    return numbers;
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
  public Void jump(Stmt.Jump jump) {
    if (!inside.contains(jump.label()) && counts.merge(jump.label(), 1, Integer::sum) == 1) {
      labels.add(jump.label());
    }
    return null;
  }

  @Override
  public Void returning(Stmt.Return returning) {
    returns = true;
    return null;
  }
}

package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** The ways out of statements other than falling off their end, in order of first occurrence. */
final class Exits extends StatementWalk {
  private final Set<Label> inside = new HashSet<>();
  private final List<Label> labels = new ArrayList<>();
  private final Map<Label, Integer> counts = new HashMap<>();
  private boolean returns;

  Exits(List<Stmt> statements) {
    walk(statements);
  }

  /** Returns the labels outside that the statements jump to; their exits are numbered from 1. */
  List<Label> labels() {
    return labels;
  }

  /** Returns whether the statements return from the function; that exit has the last number. */
  boolean returns() {
    return returns;
  }

  /** Returns whether more than one jump leaves by an exit. */
  boolean isShared(int exit) {
    return exit <= labels.size() && counts.getOrDefault(labels.get(exit - 1), 0) > 1;
  }

  int number(Label label) {
    return labels.indexOf(label) + 1;
  }

  int returnNumber() {
    return labels.size() + 1;
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

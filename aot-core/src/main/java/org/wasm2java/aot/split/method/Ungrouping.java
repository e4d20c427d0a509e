package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Puts the statements of groups back in their place, where what is around them fits a method. */
final class Ungrouping extends StatementRewriter {
  static final Ungrouping PASS = new Ungrouping();

  private Ungrouping() {}

  /** Returns whether statements hold no group that is always a method. */
  static boolean isPossible(List<Stmt> statements) {
    boolean[] possible = {true};
    new StatementWalk() {
      @Override
      public Void group(Stmt.Group group) {
        possible[0] &= group.kind() == Stmt.Group.Kind.CASES;
        return super.group(group);
      }
    }.walk(statements);
    return possible[0];
  }

  static List<Stmt> of(List<Stmt> list) {
    return PASS.rewrite(list);
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> rewritten = new ArrayList<>(list.size());
    for (Stmt statement : list) {
      if (statement instanceof Stmt.Group group) {
        rewritten.addAll(rewrite(group.body()));
      } else {
        rewritten.add(statement.accept(this));
      }
    }
    return rewritten;
  }
}

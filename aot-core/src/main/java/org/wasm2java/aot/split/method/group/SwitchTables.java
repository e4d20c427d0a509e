package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Gives switches with very many entries two steps: a table says which case an entry has, and a
 * switch without repetitions runs it.
 */
public final class SwitchTables extends StatementRewriter {
  private SwitchTables() {}

  /** Returns the function with such switches in two steps. */
  public static IrFunction rewrite(IrFunction function) {
    return function.withBody(new SwitchTables().rewrite(function.body()));
  }

  @Override
  public Stmt multiway(Stmt.Switch multiway) {
    List<List<Stmt>> cases = new ArrayList<>();
    multiway.cases().forEach(body -> cases.add(rewrite(body)));
    if (multiway.targets().length <= Expr.Lookup.LEAST) {
      return new Stmt.Switch(multiway.selector(), multiway.targets(), cases);
    }
    return dispatch(multiway.selector(), multiway.targets(), cases);
  }

  /** Returns a switch whose cases are found in a table. */
  static Stmt.Switch dispatch(Expr selector, int[] caseOf, List<List<Stmt>> cases) {
    int[] each = new int[cases.size()];
    for (int i = 0; i < each.length; i++) {
      each[i] = i;
    }
    return new Stmt.Switch(new Expr.Lookup(selector, caseOf, cases.size() - 1), each, cases);
  }
}

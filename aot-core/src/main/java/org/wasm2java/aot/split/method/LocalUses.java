package org.wasm2java.aot.split.method;

import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Is told each read and each assignment of a local, but for the arrays that accesses go to. */
abstract class LocalUses extends StatementWalk {
  abstract void occurs(Local local);

  @Override
  public void expression(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      occurs(get.local());
    }
    super.expression(expr);
  }

  @Override
  public Void handling(Stmt.Try handling) {
    walk(handling.body());
    occurs(handling.caught());
    walk(handling.handler());
    return null;
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    occurs(setLocal.local());
    return super.setLocal(setLocal);
  }
}

package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Whether exceptions can leave statements, and whether memories may have grown until then. */
final class Throwing extends StatementWalk {
  private boolean throwing;
  private boolean growing;

  private Throwing() {}

  static Throwing of(List<Stmt> statements) {
    Throwing found = new Throwing();
    found.walk(statements);
    return found;
  }

  boolean throwing() {
    return throwing;
  }

  boolean growing() {
    return growing;
  }

  @Override
  public void expression(Expr expr) {
    throwing |= (expr.ownEffects() & Effects.THROWS) != 0;
    growing |= (expr.ownEffects() & Effects.GROWS) != 0;
    super.expression(expr);
  }

  @Override
  public Void throwing(Stmt.Throw thrown) {
    throwing = true;
    return super.throwing(thrown);
  }
}

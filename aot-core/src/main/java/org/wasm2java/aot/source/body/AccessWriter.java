package org.wasm2java.aot.source.body;

import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;

/** Writes the loads and stores of memories of one form. */
interface AccessWriter {
  /** Returns the expression for a load. */
  Text load(Expr.Load load);

  /** Returns the statement for a store, without its semicolon. */
  String store(Stmt.Store store);
}

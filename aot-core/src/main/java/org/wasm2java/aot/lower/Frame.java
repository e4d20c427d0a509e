package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.type.FunctionType;

/**
 * A control construct that is open: its statements so far and what a branch to it does.
 *
 * @see <a href="https://webassembly.github.io/spec/core/appendix/algorithm.html">Control frames</a>
 */
final class Frame {
  /** Which construct it is. */
  enum Form {
    FUNCTION,
    BLOCK,
    LOOP,
    IF,
    ELSE
  }

  Form form;
  final FunctionType type;
  final Label label;

  /** The height of the operand stack below the construct's parameters. */
  final int base;

  /** What a branch assigns: a loop's parameters, else the results; empty until first needed. */
  List<Local> branchLocals = List.of();

  /** Where the results are after the construct, when they cannot stay expressions. */
  List<Local> resultLocals = List.of();

  List<Stmt> statements = new ArrayList<>();
  boolean targeted;
  boolean reachable = true;

  /** For IF and ELSE: the condition, the finished first arm, and the parameters for the second. */
  @Nullable Pending condition;

  List<Stmt> thenStatements = List.of();
  List<Pending> thenResults = List.of();
  boolean thenReachable;
  List<Pending> parameters = List.of();

  Frame(Form form, FunctionType type, Label label, int base) {
    this.form = form;
    this.type = type;
    this.label = label;
    this.base = base;
  }
}

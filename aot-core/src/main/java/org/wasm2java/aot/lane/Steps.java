package org.wasm2java.aot.lane;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/** The statements that replace those of a list, and the temporaries that they need. */
final class Steps {
  private List<Stmt> statements = new ArrayList<>();
  private final Ranges ranges = new Ranges();
  private int locals;

  /** Steps of a function with so many locals. */
  Steps(int locals) {
    this.locals = locals;
  }

  /** Returns how many locals the function has now. */
  int locals() {
    return locals;
  }

  /** Returns what is known of the integers in the function's new locals. */
  Ranges ranges() {
    return ranges;
  }

  void add(Stmt statement) {
    statements.add(statement);
  }

  /** Starts a list within the present one, which {@link #end} goes on with. */
  List<Stmt> begin() {
    List<Stmt> outer = statements;
    statements = new ArrayList<>();
    return outer;
  }

  /** Returns the list that was begun. */
  List<Stmt> end(List<Stmt> outer) {
    List<Stmt> ended = statements;
    statements = outer;
    return ended;
  }

  /** Returns a value that may be used several times: named, unless it is trivial. */
  Expr named(Expr value) {
    if (value instanceof Expr.GetLocal || value instanceof Expr.Constant) {
      return value;
    }
    return renamed(value);
  }

  /** Returns a value in a temporary of its own. */
  Expr renamed(Expr value) {
    Local temporary = Local.temporary(locals++, value.carrier());
    add(new Stmt.SetLocal(temporary, value));
    ranges.learn(temporary, value);
    return new Expr.GetLocal(temporary);
  }

  /** Returns lanes that may be used several times. */
  Lanes named(Lanes lanes) {
    return new Lanes(lanes.shape(), lanes.values().stream().map(this::named).toList());
  }

  /** Returns the local for a lane of a local that holds a vector. */
  Local lane(Local vector, Carrier carrier, int lane) {
    String name = vector.name().isEmpty() ? "" : vector.name() + "_" + lane;
    return vector.origin() == Local.Origin.DECLARED
        ? Local.declared(locals++, carrier, name)
        : Local.temporary(locals++, carrier);
  }
}

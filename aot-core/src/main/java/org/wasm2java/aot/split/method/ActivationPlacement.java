package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.LocalRenaming;

/**
 * Where the locals of a function live that is cut: most are variables, which parts take as
 * parameters and give back; some are fields of an object that the function makes for each
 * activation and that all its methods share. Each rule gives a reason for the object.
 *
 * @param function the function, its locals placed
 * @param activation the locals of the object; none if there is no reason for one
 */
record ActivationPlacement(IrFunction function, List<Local> activation) {
  /** What a rule says must be in the object, whatever the others say. */
  private static final List<Function<IrFunction, Set<Local>>> RULES =
      List.of(SharedByGroups::of, HandledLocals::of);

  /** Copies the list. */
  ActivationPlacement {
    activation = List.copyOf(activation);
  }

  /** Places all locals in variables. */
  static ActivationPlacement none(IrFunction function) {
    return new ActivationPlacement(function, List.of());
  }

  /** Places the locals of a function whose cases are grouped. */
  static ActivationPlacement of(IrFunction function) {
    Map<Local, Local> fields = new LinkedHashMap<>();
    for (Function<IrFunction, Set<Local>> rule : RULES) {
      rule.apply(function).forEach(local -> fields.computeIfAbsent(local, Local::inActivation));
    }
    if (fields.isEmpty()) {
      return none(function);
    }
    List<Stmt> body = new ArrayList<>();
    for (Local parameter : function.parameters()) {
      Local field = fields.get(parameter);
      if (field != null) {
        body.add(new Stmt.SetLocal(field, new Expr.GetLocal(parameter)));
      }
    }
    body.addAll(LocalRenaming.rename(function.body(), fields));
    return new ActivationPlacement(function.withBody(body), List.copyOf(fields.values()));
  }
}

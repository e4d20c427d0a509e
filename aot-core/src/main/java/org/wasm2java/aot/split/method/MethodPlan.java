package org.wasm2java.aot.split.method;

import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/**
 * One Java method: a whole function or a part of one.
 *
 * @param functionIndex the function
 * @param part 0 for the function itself, else the number of the part
 * @param parameters the locals that come as parameters; for a part, those beyond the limit of the
 *     class file format come through the instance's scratch fields, see {@link #registers()}
 * @param returned what the Java method returns
 * @param hasActivation whether the function keeps locals in an object of each activation; its own
 *     method makes it, parts take it
 * @param body the statements
 */
public record MethodPlan(
    int functionIndex,
    int part,
    List<Local> parameters,
    Carrier returned,
    boolean hasActivation,
    List<Stmt> body) {
  /** Copies the lists. */
  public MethodPlan {
    parameters = List.copyOf(parameters);
    body = List.copyOf(body);
  }

  /** Returns the function's own method. */
  static MethodPlan own(IrFunction function, boolean hasActivation, List<Stmt> body) {
    Carrier returned = function.results().isEmpty() ? Carrier.VOID : function.results().get(0);
    return new MethodPlan(
        function.functionIndex(), 0, function.parameters(), returned, hasActivation, body);
  }

  /** Returns how many of the parameters are parameters of the Java method. */
  public int registers() {
    return part == 0 ? parameters.size() : registers(parameters);
  }

  /** Returns how many of the locals that a part takes are parameters of its method, in order. */
  public static int registers(List<Local> locals) {
    return Math.min(locals.size(), JvmLimits.PART_PARAMETERS);
  }

  /** Returns the bytes of bytecode, as estimated. */
  int bytes() {
    return new MethodSizeEstimator().of(this);
  }
}

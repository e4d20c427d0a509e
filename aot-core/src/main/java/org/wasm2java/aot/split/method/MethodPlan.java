package org.wasm2java.aot.split.method;

import java.util.List;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Kind;
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
 * @param framed whether the function keeps locals in a frame; its own method makes it, parts take
 *     it
 * @param body the statements
 */
public record MethodPlan(
    int functionIndex,
    int part,
    List<Local> parameters,
    Kind returned,
    boolean framed,
    List<Stmt> body) {
  /** Copies the lists. */
  public MethodPlan {
    parameters = List.copyOf(parameters);
    body = List.copyOf(body);
  }

  /** Returns how many of the parameters are parameters of the Java method. */
  public int registers() {
    return part == 0 ? parameters.size() : registers(parameters);
  }

  /** Returns how many of the locals that a part takes are parameters of its method, in order. */
  public static int registers(List<Local> locals) {
    return Math.min(locals.size(), JvmLimits.PART_PARAMETERS);
  }
}

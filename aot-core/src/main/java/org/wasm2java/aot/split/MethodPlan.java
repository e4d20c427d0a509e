package org.wasm2java.aot.split;

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
    return registers(parameters);
  }

  /** Returns how many locals fit the parameters of a Java method, in order. */
  public static int registers(List<Local> locals) {
    int slots = 1;
    for (int i = 0; i < locals.size(); i++) {
      slots += locals.get(i).kind().slots();
      if (slots > JvmLimits.PARAMETER_SLOTS) {
        return i;
      }
    }
    return locals.size();
  }
}

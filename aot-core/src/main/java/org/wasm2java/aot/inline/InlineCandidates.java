package org.wasm2java.aot.inline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Decides which functions may stand in place of tail calls of them. Functions that call each other
 * so gain most, as they become a loop.
 */
final class InlineCandidates {
  /** How many bytes of code a function grows by at most. */
  static final int MOST_BYTES = 600;

  /** How deep functions are put in place within each other. */
  static final int MOST_NESTED = 6;

  /** The largest function that leads back to its caller. */
  private static final int MOST_IN_CYCLE = 200;

  /** The largest function that does not: about as much code as leaving its arguments takes. */
  private static final int MOST_OTHER = 24;

  private final ValidModule module;
  private final TailCallGraph graph;
  private final int caller;
  private final List<ValueType> results;
  private final Set<Integer> refused = new HashSet<>();

  InlineCandidates(ValidModule module, TailCallGraph graph, int caller) {
    this.module = module;
    this.graph = graph;
    this.caller = caller;
    this.results = module.spaces().functionType(caller).results();
  }

  /** Returns whether the caller can have others in place. */
  boolean any() {
    return results.size() <= 1;
  }

  /** Returns whether a function may stand in place of a tail call of it. */
  boolean has(int callee) {
    if (callee == caller
        || callee < module.spaces().importedFunctions()
        || refused.contains(callee)
        || !module.spaces().functionType(callee).results().equals(results)) {
      return false;
    }
    Function function = module.spaces().function(callee);
    int most = graph.isCycle(caller, callee) ? MOST_IN_CYCLE : MOST_OTHER;
    boolean fits = function.codeBytes() <= most && !catches(function.body());
    if (!fits) {
      refused.add(callee);
    }
    return fits;
  }

  private static boolean catches(Body body) {
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.at(i).opcode();
      if (opcode == ControlOpcode.TRY || opcode == ControlOpcode.TRY_TABLE) {
        return true;
      }
    }
    return false;
  }
}

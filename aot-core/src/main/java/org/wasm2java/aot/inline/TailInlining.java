package org.wasm2java.aot.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Puts small functions in place of tail calls of them: what returns to nobody can stand where it is
 * called, and functions that call each other so become a loop. Any other tail call is made by who
 * called the function that made it, see ADR 0026.
 */
public final class TailInlining {
  private TailInlining() {}

  /** Returns the module with such bodies, or the same if there are none. */
  public static ValidModule inline(ValidModule module) {
    TailCallGraph graph = TailCallGraph.of(module);
    int imported = module.spaces().importedFunctions();
    List<Function> functions = new ArrayList<>(module.decoded().functions());
    boolean changed = false;
    for (int caller : graph.callers()) {
      Optional<Function> inlined = new TailInliner(module, graph, caller).inlined();
      inlined.ifPresent(function -> functions.set(caller - imported, function));
      changed |= inlined.isPresent();
    }
    if (!changed) {
      return module;
    }
    // Validation is what types bodies; those of the others are typed once more, which takes little.
    WasmModule decoded = module.decoded();
    return ModuleValidator.validate(
        decoded.with(decoded.recursiveTypes(), functions, UnaryOperator.identity()));
  }
}

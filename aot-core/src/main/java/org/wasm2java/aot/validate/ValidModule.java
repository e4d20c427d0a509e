package org.wasm2java.aot.validate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;

/**
 * A module that validation has accepted; only {@link ModuleValidator} makes one, so whoever holds
 * it need not check the rules again.
 *
 * @param module the module
 * @param spaces its index spaces
 * @param bodies what is known of each function that it defines
 * @param features the extensions that it really uses, in the order of the enum
 */
public record ValidModule(
    WasmModule module, IndexSpaces spaces, List<TypedBody> bodies, Set<Feature> features) {
  /** Copies the collections. */
  public ValidModule {
    bodies = List.copyOf(bodies);
    EnumSet<Feature> ordered = EnumSet.noneOf(Feature.class);
    ordered.addAll(features);
    features = Collections.unmodifiableSet(ordered);
  }
}

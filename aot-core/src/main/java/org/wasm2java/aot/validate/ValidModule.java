package org.wasm2java.aot.validate;

import java.util.List;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * A module that validation has accepted; only {@link ModuleValidator} makes one, so whoever holds
 * it need not check the rules again.
 *
 * @param decoded the module as it was decoded
 * @param spaces its index spaces
 * @param subtyping how the types that it defines relate
 * @param bodies what is known of each function that it defines
 */
public record ValidModule(
    WasmModule decoded, IndexSpaces spaces, Subtyping subtyping, List<TypedBody> bodies) {
  /** Copies the list. */
  public ValidModule {
    bodies = List.copyOf(bodies);
  }

  /** Returns what is known of a function that the module defines. */
  public TypedBody body(int functionIndex) {
    return bodies.get(functionIndex - spaces.importedFunctions());
  }

  /** Returns the least index of a type that equals the type at an index. */
  public int canonicalType(int typeIndex) {
    return subtyping.canonical(typeIndex);
  }
}

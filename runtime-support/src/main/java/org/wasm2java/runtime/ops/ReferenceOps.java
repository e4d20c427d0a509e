package org.wasm2java.runtime.ops;

import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/**
 * Operations on references.
 *
 * <pre>{@code
 * WasmFunction function = ReferenceOps.asNonNull(p0); // in generated code
 * }</pre>
 */
public final class ReferenceOps {
  private ReferenceOps() {}

  /**
   * Returns the reference, which must not be null.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-as-non-null">ref.as_non_null</a>
   */
  public static Object asNonNull(Object reference) {
    if (reference == null) {
      throw Trap.of(TrapKind.NULL_REFERENCE);
    }
    return reference;
  }
}

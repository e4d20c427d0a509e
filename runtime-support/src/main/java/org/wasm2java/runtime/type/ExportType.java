package org.wasm2java.runtime.type;

import org.wasm2java.runtime.internal.ShownText;

/**
 * An export of a module.
 *
 * <pre>{@code
 * Sha256.descriptor().exports().forEach(e -> System.out.println(e.name()));
 * }</pre>
 *
 * @param name its name
 * @param type what it is
 */
public record ExportType(String name, ExternType type) {
  /** Returns it as messages show it, such as {@code digest: func [i32 i32] -> []}. */
  @Override
  public String toString() {
    return ShownText.of(name) + ": " + type.text();
  }
}

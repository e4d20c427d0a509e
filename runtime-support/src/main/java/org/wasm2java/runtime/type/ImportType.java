package org.wasm2java.runtime.type;

import org.wasm2java.runtime.internal.ShownText;

/**
 * An import of a module.
 *
 * <pre>{@code
 * Sha256.descriptor().imports().forEach(i -> System.out.println(i.module() + "." + i.field()));
 * }</pre>
 *
 * @param module the module it is imported from
 * @param field its name there
 * @param type what it must be
 */
public record ImportType(String module, String field, ExternType type) {
  /** Returns it as messages show it, such as {@code env.log: func [i32] -> []}. */
  @Override
  public String toString() {
    return ShownText.of(module) + "." + ShownText.of(field) + ": " + type.text();
  }
}

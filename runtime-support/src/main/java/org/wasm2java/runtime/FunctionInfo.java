package org.wasm2java.runtime;

import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.FunctionType;

/**
 * A function of a module, as a {@link FunctionListener} is told of it.
 *
 * <pre>{@code
 * public void before(Instance instance, FunctionInfo function, Object[] arguments) {
 *   counts.merge(function.name(), 1, Integer::sum);
 * }
 * }</pre>
 *
 * @param index the index in the module's function index space
 * @param name the name of the name section, else of an export, else such as {@code func[12]}
 * @param type the type
 */
public record FunctionInfo(int index, String name, FunctionType type) {
  /** Returns it as messages show it, such as {@code fac (func[3]): func [i64] -> [i64]}. */
  @Override
  public String toString() {
    return ShownText.of(name) + " (func[" + index + "]): " + type.text();
  }
}

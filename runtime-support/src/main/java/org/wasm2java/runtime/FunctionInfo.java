package org.wasm2java.runtime;

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
public record FunctionInfo(int index, String name, FunctionType type) {}

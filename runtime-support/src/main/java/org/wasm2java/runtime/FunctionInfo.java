package org.wasm2java.runtime;

/**
 * A function of a module, as a {@link FunctionListener} is told of it.
 *
 * @param index the index in the module's function index space
 * @param name the name of the name section, else of an export, else such as {@code func[12]}
 * @param type the type
 */
public record FunctionInfo(int index, String name, FunctionType type) {}

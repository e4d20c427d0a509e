package org.wasm2java.runtime.gc;

/**
 * A structure. The translator makes a subclass for each structure type of a module, with a typed
 * field for each field.
 *
 * <pre>{@code
 * GeometryPoint point = new GeometryPoint(1, 2); // a generated class
 * point.x(3);
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure
 *     types</a>
 */
public abstract class WasmStruct extends EqRef {
  /** For generated classes. */
  protected WasmStruct() {}
}

package org.wasm2java.runtime.gc;

import java.util.List;

/**
 * An array. The translator makes a subclass for each array type of a module, around a typed Java
 * array.
 *
 * <pre>{@code
 * TextBytes bytes = new TextBytes(16); // a generated class
 * bytes.set(0, 65);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Array
 *     types</a>
 */
public abstract class WasmArray extends EqRef {
  /** For generated classes. */
  protected WasmArray() {}

  /**
   * Returns the elements as a list of fixed length: a view, nothing is copied. Generated classes
   * say of what.
   */
  public abstract List<?> asList();

  /** Returns the number of elements. */
  public abstract int length();
}

package org.wasm2java.runtime.ops;

/**
 * Tables of numbers that are written into the code as strings: a {@code switch} with one case for
 * each entry of a large {@code br_table} would not fit a method.
 *
 * <pre>{@code
 * int target = Lookup.in("\0\1\1\2", selector, 3); // in generated code
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-br-table">Execution
 *     of br_table</a>
 */
public final class Lookup {
  private Lookup() {}

  /**
   * Returns an entry of a table.
   *
   * @param table one character for each entry
   * @param index the number of the entry
   * @param otherwise what to return if there is no such entry
   */
  public static int in(String table, int index, int otherwise) {
    return index >= 0 && index < table.length() ? table.charAt(index) : otherwise;
  }
}

package org.wasm2java.runtime.type;

/**
 * The element type and limits of a table.
 *
 * <pre>{@code
 * new TableType(ValueType.FUNCREF, 10, -1).text(); // table 10 funcref
 * }</pre>
 *
 * @param elementType a reference type
 * @param minimum the initial number of elements
 * @param maximum the declared maximum, -1 for none
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#table-types">Table
 *     types</a>
 */
public record TableType(ValueType elementType, long minimum, long maximum) implements ExternType {
  @Override
  public String text() {
    return "table " + Limits.text(minimum, maximum) + " " + elementType.text();
  }

  /**
   * Returns whether a table of this size and maximum may be imported as this type.
   *
   * @param actualMaximum -1 for none
   * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#limits">Matching of
   *     limits</a>
   */
  public boolean accepts(long size, long actualMaximum) {
    return Limits.match(size, actualMaximum, minimum, maximum);
  }
}

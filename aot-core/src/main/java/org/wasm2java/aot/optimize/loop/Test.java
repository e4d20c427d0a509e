package org.wasm2java.aot.optimize.loop;

/**
 * A condition under which a round goes on; otherwise it leaves the loop.
 *
 * @param operator Java's operator, for instance {@code <=}
 * @param unsigned whether it compares unsigned numbers
 */
record Test(String operator, boolean unsigned, Value left, Value right) {
  /** Returns the condition that holds where this one does not. */
  Test negated() {
    String opposite =
        switch (operator) {
          case "==" -> "!=";
          case "!=" -> "==";
          case "<" -> ">=";
          case ">=" -> "<";
          case ">" -> "<=";
          case "<=" -> ">";
          default -> throw new IllegalStateException("no relation: " + operator);
        };
    return new Test(opposite, unsigned, left, right);
  }

  boolean isEqual() {
    return operator.equals("==");
  }
}

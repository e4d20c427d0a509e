package org.wasm2java.aot.optimize.loop;

import org.wasm2java.aot.instruction.JavaForm;

/**
 * A condition under which a round goes on; otherwise it leaves the loop.
 *
 * @param operator Java's operator, for instance {@code <=}
 * @param unsigned whether it compares unsigned numbers
 */
record Test(String operator, boolean unsigned, Value left, Value right) {
  /** Returns the condition that holds where this one does not. */
  Test negated() {
    return new Test(JavaForm.opposite(operator), unsigned, left, right);
  }

  boolean isEqual() {
    return operator.equals("==");
  }
}

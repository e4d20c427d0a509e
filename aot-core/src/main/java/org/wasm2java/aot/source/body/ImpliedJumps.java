package org.wasm2java.aot.source.body;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Stmt;

/**
 * Tells which jumps and returns lead where control goes anyway, so that they need not be written:
 * {@code continue} at the end of a loop, {@code break} at the end of a block, {@code return} at the
 * end of a method. The places to which control goes behind a statement have numbers; the writer of
 * the statements says when it goes to another place.
 */
final class ImpliedJumps {
  private static final int METHOD_END = 0;

  private final Map<Label, Integer> places = new IdentityHashMap<>();
  private int count = METHOD_END + 1;
  private int behind = METHOD_END;

  /** Returns the place behind the statement that is written next. */
  int behind() {
    return behind;
  }

  /** Sets the place behind the statement that is written next. */
  void setBehind(int place) {
    behind = place;
  }

  /** Says that control goes to a place that no jump leads to. */
  void elsewhere() {
    behind = count++;
  }

  /** Says that jumps to a label lead to the place behind the next statement. */
  void leadsBehind(Label label) {
    places.put(label, behind);
  }

  /** Returns whether a jump to a label is implied as the next statement. */
  boolean isImplied(Label label) {
    return places.getOrDefault(label, -1) == behind;
  }

  /** Returns whether a return without a value is implied as the next statement. */
  boolean isReturnImplied() {
    return behind == METHOD_END;
  }

  /**
   * Returns whether nothing is left of some statements, behind which control goes to that place.
   */
  boolean isEmpty(List<Stmt> statements) {
    return statements.isEmpty()
        || (statements.size() == 1
            && statements.get(0) instanceof Stmt.Jump jump
            && isImplied(jump.label()));
  }
}

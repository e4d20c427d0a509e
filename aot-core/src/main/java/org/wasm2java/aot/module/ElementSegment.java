package org.wasm2java.aot.module;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.type.ReferenceType;

/**
 * References for a table.
 *
 * @param tableIndex the table of an active segment
 * @param offset where an active segment goes
 * @param initializers one constant expression per element
 */
public record ElementSegment(
    SegmentMode mode,
    int tableIndex,
    Optional<Body> offset,
    ReferenceType type,
    List<Body> initializers) {
  /** Copies the list. */
  public ElementSegment {
    initializers = List.copyOf(initializers);
  }

  /** Returns the segment with others in place of its constant expressions. */
  ElementSegment withConstants(UnaryOperator<Body> other) {
    return new ElementSegment(
        mode, tableIndex, offset.map(other), type, initializers.stream().map(other).toList());
  }
}

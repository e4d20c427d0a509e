package org.wasm2java.aot.instruction;

/**
 * A clause of {@code try_table}.
 *
 * @param kind what it catches and what it pushes
 * @param tagIndex the tag of {@code catch} and {@code catch_ref}, otherwise -1
 * @param label where it branches
 */
public record CatchClause(Kind kind, int tagIndex, int label) {
  /** The forms of clauses; {@code ordinal()} is the byte of the binary format. */
  public enum Kind {
    /** A tag; pushes its payload. */
    CATCH,
    /** A tag; pushes its payload and the exception. */
    CATCH_REF,
    /** Everything; pushes nothing. */
    CATCH_ALL,
    /** Everything; pushes the exception. */
    CATCH_ALL_REF
  }
}

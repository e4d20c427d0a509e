package org.wasm2java.aot.ir;

/** Operations on a module's memories, tables, segments and functions that no operator expresses. */
public enum EntityOperation {
  /** The array behind a memory, as it is now. */
  MEMORY_BYTES(Effects.READS_MEMORY),
  /** The size of a memory in pages. */
  MEMORY_SIZE(Effects.READS_MEMORY),
  /** Grows a memory. */
  MEMORY_GROW(Effects.READS_MEMORY | Effects.WRITES_MEMORY | Effects.GROWS),
  /** Fills a range of a memory. */
  MEMORY_FILL(Effects.TRAPS | Effects.WRITES_MEMORY),
  /** Copies between memories. */
  MEMORY_COPY(Effects.TRAPS | Effects.READS_MEMORY | Effects.WRITES_MEMORY),
  /** Copies from a data segment. */
  MEMORY_INIT(Effects.TRAPS | Effects.WRITES_MEMORY),
  /** Drops a data segment. */
  DATA_DROP(Effects.WRITES_MEMORY),
  /** Reads a table element. */
  TABLE_GET(Effects.TRAPS | Effects.READS_TABLE),
  /** Writes a table element. */
  TABLE_SET(Effects.TRAPS | Effects.WRITES_TABLE),
  /** The size of a table. */
  TABLE_SIZE(Effects.READS_TABLE),
  /** Grows a table. */
  TABLE_GROW(Effects.READS_TABLE | Effects.WRITES_TABLE),
  /** Fills a range of a table. */
  TABLE_FILL(Effects.TRAPS | Effects.WRITES_TABLE),
  /** Copies between tables. */
  TABLE_COPY(Effects.TRAPS | Effects.READS_TABLE | Effects.WRITES_TABLE),
  /** Copies from an element segment. */
  TABLE_INIT(Effects.TRAPS | Effects.WRITES_TABLE),
  /** Drops an element segment. */
  ELEM_DROP(Effects.WRITES_TABLE),
  /** A reference to a function. */
  REF_FUNC(Effects.NONE),
  /** Whether a reference is null. */
  REF_IS_NULL(Effects.NONE),
  /** A result after the first of the call just made; {@code first} is its position. */
  EXTRA_RESULT(Effects.READS_RESULTS);

  private final int effects;

  EntityOperation(int effects) {
    this.effects = effects;
  }

  /** Returns the effects beside those of the operands, as a set of {@link Effects}. */
  public int effects() {
    return effects;
  }
}

package org.wasm2java.aot.ir;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations on a module's memories, tables, segments and functions that no operator expresses. */
public enum EntityOperation {
  /** What a memory keeps its bytes in, as it is now; its form says the carrier. */
  MEMORY_BYTES(0, Effects.READS_MEMORY),
  /** Whether a memory keeps its bytes elsewhere than in the given local. */
  MEMORY_MOVED(Carrier.INT, 1, Effects.READS_MEMORY),
  /** The size of a memory in pages. */
  MEMORY_SIZE(Carrier.INT, 0, Effects.READS_MEMORY),
  /** Grows a memory. */
  MEMORY_GROW(Carrier.INT, 1, Effects.READS_MEMORY | Effects.WRITES_MEMORY | Effects.GROWS),
  /** Fills a range of a memory. */
  MEMORY_FILL(Carrier.VOID, 3, Effects.TRAPS | Effects.WRITES_MEMORY),
  /** Copies between memories. */
  MEMORY_COPY(Carrier.VOID, 3, Effects.TRAPS | Effects.READS_MEMORY | Effects.WRITES_MEMORY),
  /** Copies from a data segment. */
  MEMORY_INIT(Carrier.VOID, 3, Effects.TRAPS | Effects.WRITES_MEMORY),
  /**
   * Copies rounds of a loop, each {@code first} bytes further; gives how many it did. The operands
   * are the memory's bytes, the addresses to and from which the first round copies, and the rounds.
   */
  COPY_ROUNDS(Carrier.INT, 4, Effects.READS_MEMORY | Effects.WRITES_MEMORY),
  /**
   * Fills rounds of a loop, each {@code first} bytes further, with a number of {@code second}
   * bytes; gives how many it did. The operands are the memory's bytes, the address, the number and
   * the rounds.
   */
  FILL_ROUNDS(Carrier.INT, 4, Effects.WRITES_MEMORY),
  /**
   * How many rounds of a loop, each {@code first} bytes further, find the same at two addresses.
   * The operands are the memory's bytes, the addresses, and the rounds at most.
   */
  EQUAL_ROUNDS(Carrier.INT, 4, Effects.READS_MEMORY),
  /**
   * How many rounds of a loop, each {@code first} bytes further, do not find a byte. The operands
   * are the memory's bytes, the address, the number that has the byte at each place, and the rounds
   * at most.
   */
  SEARCH_ROUNDS(Carrier.INT, 4, Effects.READS_MEMORY),
  /**
   * Copies rounds of a loop, each {@code first} bytes further, from {@code second} bytes above a
   * word that the loop has loaded; gives how many it did. The operands are the memory's bytes, the
   * address to which the first round copies, the word's address, the word, and the rounds.
   */
  SLIDE_ROUNDS(Carrier.INT, 5, Effects.READS_MEMORY | Effects.WRITES_MEMORY),
  /** Drops a data segment. */
  DATA_DROP(Carrier.VOID, 0, Effects.WRITES_MEMORY),
  /** Reads a table element. */
  TABLE_GET(1, Effects.TRAPS | Effects.READS_TABLE),
  /** Writes a table element. */
  TABLE_SET(Carrier.VOID, 2, Effects.TRAPS | Effects.WRITES_TABLE),
  /** The size of a table. */
  TABLE_SIZE(Carrier.INT, 0, Effects.READS_TABLE),
  /** Grows a table. */
  TABLE_GROW(Carrier.INT, 2, Effects.READS_TABLE | Effects.WRITES_TABLE),
  /** Fills a range of a table. */
  TABLE_FILL(Carrier.VOID, 3, Effects.TRAPS | Effects.WRITES_TABLE),
  /** Copies between tables. */
  TABLE_COPY(Carrier.VOID, 3, Effects.TRAPS | Effects.READS_TABLE | Effects.WRITES_TABLE),
  /** Copies from an element segment. */
  TABLE_INIT(Carrier.VOID, 3, Effects.TRAPS | Effects.WRITES_TABLE),
  /** Drops an element segment. */
  ELEM_DROP(Carrier.VOID, 0, Effects.WRITES_TABLE),
  /** A reference to a function. */
  REF_FUNC(Carrier.FUNCTION, 0, Effects.NONE),
  /** Whether a reference is null. */
  REF_IS_NULL(Carrier.INT, 1, Effects.NONE),
  /** A new exception of tag {@code first}; the operands are its payload. */
  EXCEPTION_NEW(Carrier.EXCEPTION, -1, Effects.NONE),
  /** A new exception of tag {@code first} with the numbers and the references of two arrays. */
  EXCEPTION_OF_ARRAYS(Carrier.EXCEPTION, 2, Effects.READS_RESULTS),
  /** An exception that is to be thrown again; traps if it is null. */
  EXCEPTION_THROWN(Carrier.EXCEPTION, 1, Effects.TRAPS),
  /** Whether an exception is of tag {@code first}. */
  EXCEPTION_IS(Carrier.INT, 1, Effects.NONE),
  /** A value that an exception carries: {@code first} is its place among numbers or references. */
  EXCEPTION_VALUE(1, Effects.NONE),
  /** A reference that is not null. */
  REF_AS_NON_NULL(1, Effects.TRAPS),
  /** A result after the first of the call just made; {@code first} is its position. */
  EXTRA_RESULT(0, Effects.READS_RESULTS),
  /** Gives the function's result of position {@code first}, which is not 0. */
  SET_RESULT(Carrier.VOID, 1, Effects.WRITES_RESULTS),
  /** The function at an index of table {@code second}, of type {@code first}. */
  FUNCTION_AT(Carrier.FUNCTION, 1, Effects.TRAPS | Effects.READS_TABLE),
  /** The function that a reference is, of type {@code first}. */
  FUNCTION_OF(Carrier.FUNCTION, 1, Effects.TRAPS),
  /** Gives the argument of position {@code first} of a tail call. */
  TAIL_ARGUMENT(Carrier.VOID, 1, Effects.WRITES_RESULTS),
  /** Says that function {@code first} is to be called when this one has returned. */
  TAIL_CALL(Carrier.VOID, 0, Effects.WRITES_RESULTS),
  /** Says that a function that was found by type {@code first} is to be called then. */
  TAIL_CALL_REF(Carrier.VOID, 1, Effects.WRITES_RESULTS),
  /** Tells a listener that function {@code first} leaves by a tail call. */
  TELL_TAIL_CALL(Carrier.VOID, 0, Effects.CALL),
  /** The fuel that is left. */
  FUEL(Carrier.LONG, 0, Effects.READS_RESULTS),
  /** Says how much fuel is left. */
  SET_FUEL(Carrier.VOID, 1, Effects.WRITES_RESULTS),
  /** Traps, as all fuel is used up. */
  OUT_OF_FUEL(Carrier.VOID, 0, Effects.TRAPS),
  /** A new array for {@code first} values, of the carrier of the expression. */
  ARRAY_NEW(0, Effects.NONE),
  /** The value at {@code first} of an array that carries values. */
  ARRAY_GET(1, Effects.READS_RESULTS),
  /** Puts a value at {@code first} of an array that carries values. */
  ARRAY_SET(Carrier.VOID, 2, Effects.WRITES_RESULTS);

  private final @Nullable Carrier result;
  private final int operands;
  private final int effects;

  /** An operation whose result is of the carrier that the expression says. */
  EntityOperation(int operands, int effects) {
    this(null, operands, effects);
  }

  EntityOperation(@Nullable Carrier result, int operands, int effects) {
    this.result = result;
    this.operands = operands;
    this.effects = effects;
  }

  /**
   * Returns the carrier of the result, {@link Carrier#VOID} if there is none; empty for values of
   * any carrier, such as elements of tables and further results of calls.
   */
  public Optional<Carrier> result() {
    return Optional.ofNullable(result);
  }

  /** Returns how many operands there are, or -1 if that depends on the module. */
  public int operands() {
    return operands;
  }

  /** Returns the effects beside those of the operands, as a set of {@link Effects}. */
  public int effects() {
    return effects;
  }

  /** Returns whether it makes what is called next the end of the function. */
  public boolean isTailCall() {
    return this == TAIL_CALL || this == TAIL_CALL_REF;
  }

  /** Returns whether it does, or looks at, rounds of a loop at once. */
  public boolean doesRounds() {
    return switch (this) {
      case COPY_ROUNDS, FILL_ROUNDS, EQUAL_ROUNDS, SEARCH_ROUNDS, SLIDE_ROUNDS -> true;
      default -> false;
    };
  }
}

package org.wasm2java.aot.validate.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.type.ValueType;

/**
 * A function with what validation learnt of its instructions, so that nobody types a body twice.
 */
public final class TypedBody {
  private static final int[] NONE = {};

  private final Function function;
  private final BitSet dead;
  private final int[] blocks;
  private final int[] ends;
  private final int[] elses;
  private final int[] typedInstructions;
  private final List<ValueType> types;

  private TypedBody(Builder builder) {
    function = builder.function;
    dead = builder.dead;
    blocks = trimmed(builder.blocks, builder.blockCount);
    ends = trimmed(builder.ends, builder.blockCount);
    elses = trimmed(builder.elses, builder.blockCount);
    typedInstructions = trimmed(builder.typedInstructions, builder.types.size());
    types = List.copyOf(builder.types);
  }

  private static int[] trimmed(int[] array, int length) {
    return length == 0 ? NONE : Arrays.copyOf(array, length);
  }

  /** Returns the function. */
  public Function function() {
    return function;
  }

  /**
   * Returns whether control can come to an instruction; it cannot behind a branch up to the end of
   * the block, where the types of operands are arbitrary. An {@code end} or {@code else} is
   * reachable if control falls into it.
   */
  public boolean reachable(int instruction) {
    return !dead.get(instruction);
  }

  /**
   * Returns the instruction that ends a block, loop, if or try: its {@code end}, or the {@code
   * delegate} of a try.
   */
  public int blockEnd(int instruction) {
    return ends[block(instruction)];
  }

  /** Returns the {@code else} of an if, or -1 if it has none. */
  public int blockElse(int instruction) {
    return elses[block(instruction)];
  }

  private int block(int instruction) {
    int found = Arrays.binarySearch(blocks, instruction);
    if (found < 0) {
      throw new IllegalArgumentException("instruction " + instruction + " opens no block");
    }
    return found;
  }

  /**
   * Returns the type of the operand that makes an instruction's typing depend on the stack: what
   * {@code drop} drops, what {@code select} selects from, the reference of {@code ref.is_null} and
   * its like. Only for reachable instructions.
   */
  public ValueType operandType(int instruction) {
    int found = Arrays.binarySearch(typedInstructions, instruction);
    if (found < 0) {
      throw new IllegalArgumentException("instruction " + instruction + " has no type of its own");
    }
    return types.get(found);
  }

  /** Collects what validation finds, in the order of instructions. */
  static final class Builder {
    private static final int INITIAL = 8;

    private final Function function;
    private final BitSet dead = new BitSet();
    private int[] blocks = NONE;
    private int[] ends = NONE;
    private int[] elses = NONE;
    private int blockCount;
    private int[] typedInstructions = NONE;
    private final List<ValueType> types = new ArrayList<>();

    Builder(Function function) {
      this.function = function;
    }

    void markDead(int instruction) {
      dead.set(instruction);
    }

    /** Notes an instruction that opens a block; returns the block's number. */
    int open(int instruction) {
      if (blockCount == blocks.length) {
        int length = Math.max(INITIAL, blockCount * 2);
        blocks = Arrays.copyOf(blocks, length);
        ends = Arrays.copyOf(ends, length);
        elses = Arrays.copyOf(elses, length);
      }
      blocks[blockCount] = instruction;
      elses[blockCount] = -1;
      return blockCount++;
    }

    void closeAt(int block, int end) {
      ends[block] = end;
    }

    void elseAt(int block, int elseInstruction) {
      elses[block] = elseInstruction;
    }

    void operand(int instruction, ValueType type) {
      if (types.size() == typedInstructions.length) {
        typedInstructions =
            Arrays.copyOf(typedInstructions, Math.max(INITIAL, typedInstructions.length * 2));
      }
      typedInstructions[types.size()] = instruction;
      types.add(type);
    }

    TypedBody build() {
      return new TypedBody(this);
    }
  }
}

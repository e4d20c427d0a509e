package org.wasm2java.aot.instruction;

/**
 * What an instruction does to a lane of 16 bits that an integer holds, sign-extended.
 *
 * @param operation the instruction that computes
 * @param unsigned whether the operands are the numbers without sign
 * @param result what is made of what it computes
 */
public record WordOperation(Opcode operation, boolean unsigned, Result result) {
  /** What is made of the operation's result, so that it is a sign-extended lane again. */
  public enum Result {
    /** It is one. */
    EXACT,
    /** Its low 16 bits. */
    WRAPPED,
    /** The nearest number with sign. */
    SATURATED,
    /** The nearest number without sign. */
    SATURATED_UNSIGNED,
    /** All ones where it is true. */
    TRUTH,
    /** The smaller operand where the operation is less than, the larger where greater than. */
    EXTREME,
    /** Half of it, rounded up. */
    AVERAGE,
    /** Its part from bit 15 on, rounded and saturated. */
    FIXED_POINT,
    /** The negative of the only operand. */
    NEGATIVE,
    /** The only operand without its sign. */
    MAGNITUDE
  }

  static WordOperation signed(Opcode operation, Result result) {
    return new WordOperation(operation, false, result);
  }

  static WordOperation unsigned(Opcode operation, Result result) {
    return new WordOperation(operation, true, result);
  }

  /** Returns how many vectors it takes, a distance not counted. */
  int vectors() {
    return result == Result.NEGATIVE || result == Result.MAGNITUDE ? 1 : 2;
  }

  /** Returns whether eight integers are faster than the two halves, conversions aside. */
  public boolean prefersIntegers() {
    return switch (result) {
      case WRAPPED -> operation == NumericOpcode.I32_MUL;
      case EXACT, SATURATED, SATURATED_UNSIGNED, EXTREME, FIXED_POINT -> true;
      case TRUTH -> operation != NumericOpcode.I32_EQ && operation != NumericOpcode.I32_NE;
      case AVERAGE, NEGATIVE, MAGNITUDE -> false;
    };
  }
}

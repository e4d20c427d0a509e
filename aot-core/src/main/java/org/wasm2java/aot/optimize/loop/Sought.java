package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;

/**
 * What a test looks for that goes on as long as none of the bytes that a load gives is the one that
 * a number has at its place.
 *
 * <p>For a byte that is a comparison. For words it is one of the two forms that compilers make of
 * {@code (w - 0x01010101) & ~w & 0x80808080}, which is zero if and only if no byte of {@code w} is.
 *
 * @param access the load
 * @param number what has the bytes
 */
record Sought(Access access, LinearForm number) {
  private static final int LOW_BITS = 0x01010101;
  private static final int HIGH_BITS = 0x80808080;

  /** Returns what a test looks for; empty if it does something else. */
  static Optional<Sought> of(Test test) {
    return of(test, test.left(), test.right()).or(() -> of(test, test.right(), test.left()));
  }

  private static Optional<Sought> of(Test test, Value value, Value other) {
    if (test.isEqual()) {
      return word(value, other).flatMap(Sought::ofWord);
    }
    return test.operator().equals("!=")
            && value instanceof Value.Loaded loaded
            && loaded.access().bytes() == 1
            && loaded.access().isInteger()
            && other instanceof Value.Linear number
        ? Optional.of(new Sought(loaded.access(), number.form()))
        : Optional.empty();
  }

  /** Returns the word of which no byte is zero if and only if two values are equal. */
  private static Optional<Value> word(Value value, Value other) {
    List<Value> factors = new ArrayList<>();
    addFactors(value, factors);
    if (!factors.remove(constant(HIGH_BITS))) {
      return Optional.empty();
    }
    if (other.equals(constant(0)) && factors.size() == 2) {
      return factors.stream()
          .flatMap(factor -> operands(factor, NumericOpcode.I32_XOR).stream())
          .filter(word -> isAmong(factors, NumericOpcode.I32_XOR, word, constant(-1)))
          .filter(word -> isAmong(factors, NumericOpcode.I32_ADD, word, constant(-LOW_BITS)))
          .findFirst();
    }
    if (other.equals(constant(HIGH_BITS)) && factors.size() == 1) {
      List<Value> either = operands(factors.get(0), NumericOpcode.I32_OR);
      return either.stream()
          .filter(word -> either.contains(difference(constant(LOW_BITS - 1), word)))
          .findFirst();
    }
    return Optional.empty();
  }

  /** Adds the operands of nested conjunctions. */
  private static void addFactors(Value value, List<Value> factors) {
    List<Value> operands = operands(value, NumericOpcode.I32_AND);
    operands.forEach(operand -> addFactors(operand, factors));
    if (operands.isEmpty()) {
      factors.add(value);
    }
  }

  /** Returns the operands of an instruction; none, if a value is of another one. */
  private static List<Value> operands(Value value, NumericOpcode opcode) {
    return value instanceof Value.Applied applied && applied.opcode() == opcode
        ? applied.operands()
        : List.of();
  }

  /** Returns whether there is the value of an instruction with these operands, in any order. */
  private static boolean isAmong(List<Value> values, NumericOpcode opcode, Value one, Value other) {
    return values.stream()
        .map(value -> operands(value, opcode))
        .anyMatch(List.of(List.of(one, other), List.of(other, one))::contains);
  }

  private static Value difference(Value left, Value right) {
    return Value.Applied.of(NumericOpcode.I32_SUB, List.of(left, right));
  }

  private static Value constant(int number) {
    return new Value.Linear(LinearForm.of(number));
  }

  /**
   * Returns what is looked for in a word: zeros, or what makes zeros if the word is mixed with it.
   */
  private static Optional<Sought> ofWord(Value word) {
    return loadedWord(word, constant(0))
        .or(
            () ->
                operands(word, NumericOpcode.I32_XOR).stream()
                    .flatMap(
                        loaded ->
                            operands(word, NumericOpcode.I32_XOR).stream()
                                .flatMap(number -> loadedWord(loaded, number).stream()))
                    .findFirst());
  }

  private static Optional<Sought> loadedWord(Value word, Value number) {
    return word instanceof Value.Loaded loaded
            && loaded.access().bytes() == Integer.BYTES
            && number instanceof Value.Linear linear
        ? Optional.of(new Sought(loaded.access(), linear.form()))
        : Optional.empty();
  }
}

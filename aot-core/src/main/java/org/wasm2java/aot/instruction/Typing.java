package org.wasm2java.aot.instruction;

import java.util.List;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ValueType;

/** How an instruction is typed: by its row, or by its context. */
public sealed interface Typing {
  /** Operands and results that the row knows. */
  record Signature(List<ValueType> operands, List<ValueType> results) implements Typing {
    /** Copies the lists. */
    public Signature {
      operands = List.copyOf(operands);
      results = List.copyOf(results);
    }
  }

  /**
   * An access to a memory: an address of the memory's address type, then the operands.
   *
   * @param bytes the width of the access, which is its natural alignment
   * @param atomic whether the alignment must be natural
   */
  record Access(List<ValueType> operands, List<ValueType> results, int bytes, boolean atomic)
      implements Typing {
    /** Copies the lists. */
    public Access {
      operands = List.copyOf(operands);
      results = List.copyOf(results);
    }
  }

  /** Types that depend on the module or on the stack. */
  record Contextual() implements Typing {}

  /** The one contextual typing. */
  Typing CONTEXTUAL = new Contextual();

  /** Starts a signature with its operands. */
  static Operands sig(ValueType... operands) {
    return new Operands(List.of(operands));
  }

  /** Operands that wait for their results. */
  record Operands(List<ValueType> operands) {
    /** Completes the signature. */
    public Typing to(ValueType... results) {
      return new Signature(operands, List.of(results));
    }
  }

  /** A load of {@code bytes} bytes. */
  static Typing load(ValueType result, int bytes) {
    return new Access(List.of(), List.of(result), bytes, false);
  }

  /** A store of {@code bytes} bytes. */
  static Typing store(ValueType operand, int bytes) {
    return new Access(List.of(operand), List.of(), bytes, false);
  }

  /** An access to one lane of a vector operand. */
  static Typing lane(ValueType vector, int bytes, boolean load) {
    return new Access(List.of(vector), load ? List.of(vector) : List.of(), bytes, false);
  }

  /** An atomic access. */
  static Typing atomic(int bytes, List<ValueType> operands, List<ValueType> results) {
    return new Access(operands, results, bytes, true);
  }

  /** An atomic load. */
  static Typing atomicLoad(NumberType type, int bytes) {
    return atomic(bytes, List.of(), List.of(type));
  }

  /** An atomic store. */
  static Typing atomicStore(NumberType type, int bytes) {
    return atomic(bytes, List.of(type), List.of());
  }

  /** An atomic read-modify-write. */
  static Typing atomicUpdate(NumberType type, int bytes) {
    return atomic(bytes, List.of(type), List.of(type));
  }

  /** An atomic compare-exchange. */
  static Typing atomicExchange(NumberType type, int bytes) {
    return atomic(bytes, List.of(type, type), List.of(type));
  }
}

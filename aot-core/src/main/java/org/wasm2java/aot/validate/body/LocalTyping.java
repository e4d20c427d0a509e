package org.wasm2java.aot.validate.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.type.ValueType;

/**
 * Types local variables, and tracks which of those without a default value have been set.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#variable-instructions">Variable
 *     instructions</a>
 */
final class LocalTyping {
  private final FunctionValidator validator;
  private final LocalTypes types;
  private final Set<Integer> set = new HashSet<>();
  private final List<Integer> setInOrder = new ArrayList<>();

  LocalTyping(FunctionValidator validator, LocalTypes types) {
    this.validator = validator;
    this.types = types;
  }

  Flow get(int localIndex) {
    ValueType type = type(localIndex);
    if (!type.isDefaultable() && !types.isParameter(localIndex) && !set.contains(localIndex)) {
      throw validator.fail(
          Rules.UNINITIALIZED_LOCAL,
          "local "
              + Integer.toUnsignedString(localIndex)
              + " of type "
              + type.text()
              + " must be set before it is read");
    }
    validator.pushVal(type);
    return Flow.NEXT;
  }

  Flow set(int localIndex) {
    ValueType type = type(localIndex);
    validator.popVal(type);
    initialize(localIndex, type);
    return Flow.NEXT;
  }

  Flow tee(int localIndex) {
    ValueType type = type(localIndex);
    validator.popVal(type);
    initialize(localIndex, type);
    validator.pushVal(type);
    return Flow.NEXT;
  }

  private ValueType type(int localIndex) {
    if (!types.contains(localIndex)) {
      throw validator.fail(Rules.unknown("local", localIndex));
    }
    return types.at(localIndex);
  }

  private void initialize(int localIndex, ValueType type) {
    if (!type.isDefaultable() && set.add(localIndex)) {
      setInOrder.add(localIndex);
    }
  }

  /** Returns how many locals have been set so far, for {@link #reset}. */
  int initHeight() {
    return setInOrder.size();
  }

  /** Forgets what was set inside a construct that ends. */
  void reset(int initHeight) {
    for (int i = setInOrder.size() - 1; i >= initHeight; i--) {
      set.remove(setInOrder.remove(i));
    }
  }
}

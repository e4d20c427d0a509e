package org.wasm2java.aot.lane;

import java.util.HashMap;
import java.util.Map;
import org.wasm2java.aot.instruction.AccessOpcode;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;

/** Knows between which numbers integers are, so that lanes need not be cut to a size they have. */
final class Ranges {
  private static final Range ALL = new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);

  private final Map<Local, Range> locals = new HashMap<>();

  /** All integers from one to another, both included. */
  record Range(int least, int most) {
    private static Range of(long least, long most) {
      return least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE
          ? new Range((int) least, (int) most)
          : ALL;
    }

    private static Range hull(long... values) {
      long least = values[0];
      long most = values[0];
      for (long value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      return of(least, most);
    }

    /** Returns whether all are between two numbers. */
    boolean isWithin(int from, int to) {
      return least >= from && most <= to;
    }

    private Range union(Range other) {
      return new Range(Math.min(least, other.least), Math.max(most, other.most));
    }

    private boolean isNatural() {
      return least >= 0;
    }
  }

  /** Remembers that a local never holds anything but zero and such a value. */
  void learn(Local local, Expr value) {
    Range range = local.carrier() == Carrier.INT ? of(value) : ALL;
    if (!range.equals(ALL)) {
      locals.put(local, range.union(new Range(0, 0)));
    }
  }

  /** Remembers that a local holds lanes of a shape. */
  void learn(Local local, Shape shape) {
    switch (shape) {
      case I8X16 -> locals.put(local, new Range(0, 0xFF));
      case B32X4, B64X2 -> locals.put(local, new Range(0, 1));
      case I64X2, I16X8, I32X4, F32X4, F64X2 -> {}
    }
  }

  /** Returns the range of an integer. */
  Range of(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      int value = (int) constant.bits();
      return new Range(value, value);
    } else if (expr instanceof Expr.GetLocal get) {
      return locals.getOrDefault(get.local(), ALL);
    } else if (expr instanceof Expr.Select select) {
      return of(select.ifTrue()).union(of(select.ifFalse()));
    } else if (expr instanceof Expr.Load load) {
      return load.opcode() instanceof AccessOpcode opcode ? loaded(opcode) : ALL;
    }
    return expr instanceof Expr.Operation operation ? of(operation) : ALL;
  }

  private static Range loaded(AccessOpcode opcode) {
    return switch (opcode) {
      case I32_LOAD8_U -> new Range(0, 0xFF);
      case I32_LOAD8_S -> new Range(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case I32_LOAD16_U -> new Range(0, 0xFFFF);
      case I32_LOAD16_S -> new Range(Short.MIN_VALUE, Short.MAX_VALUE);
      default -> ALL;
    };
  }

  private Range of(Expr.Operation operation) {
    Opcode opcode = operation.opcode();
    Range first = of(operation.operands().get(0));
    if (opcode == NumericOpcode.I32_EXTEND8_S) {
      return extended(first, Byte.MIN_VALUE, Byte.MAX_VALUE);
    } else if (opcode == NumericOpcode.I32_EXTEND16_S) {
      return extended(first, Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return operation.operands().size() == 2
        ? of(opcode, first, of(operation.operands().get(1)))
        : ALL;
  }

  private static Range extended(Range operand, int least, int most) {
    return operand.isWithin(least, most) ? operand : new Range(least, most);
  }

  private static Range of(Opcode opcode, Range a, Range b) {
    if (opcode instanceof NumericOpcode numeric) {
      return switch (numeric) {
        case I32_ADD -> Range.of((long) a.least + b.least, (long) a.most + b.most);
        case I32_SUB -> Range.of((long) a.least - b.most, (long) a.most - b.least);
        case I32_MUL -> product(a, b);
        case I32_AND -> masked(a, b);
        case I32_OR, I32_XOR -> joined(a, b);
        case I32_SHL, I32_SHR_S, I32_SHR_U ->
            b.least == b.most ? shifted(numeric, a, b.least) : ALL;
        default -> ALL;
      };
    }
    if (opcode == VectorOpcode.I32X4_MIN_S) {
      return new Range(Math.min(a.least, b.least), Math.min(a.most, b.most));
    }
    return opcode == VectorOpcode.I32X4_MAX_S
        ? new Range(Math.max(a.least, b.least), Math.max(a.most, b.most))
        : ALL;
  }

  private static Range product(Range a, Range b) {
    return Range.hull(
        (long) a.least * b.least,
        (long) a.least * b.most,
        (long) a.most * b.least,
        (long) a.most * b.most);
  }

  private static Range masked(Range a, Range b) {
    if (a.isNatural() && b.isNatural()) {
      return new Range(0, Math.min(a.most, b.most));
    }
    return a.isNatural() ? new Range(0, a.most) : b.isNatural() ? new Range(0, b.most) : ALL;
  }

  private static Range joined(Range a, Range b) {
    if (!a.isNatural() || !b.isNatural()) {
      return ALL;
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(a.most | b.most);
    return new Range(0, (int) ((1L << bits) - 1));
  }

  private static Range shifted(NumericOpcode opcode, Range a, int distance) {
    int bits = distance & (Integer.SIZE - 1);
    if (opcode == NumericOpcode.I32_SHL) {
      return Range.of((long) a.least << bits, (long) a.most << bits);
    }
    if (opcode == NumericOpcode.I32_SHR_S || a.isNatural()) {
      return new Range(a.least >> bits, a.most >> bits);
    }
    return bits == 0 ? a : new Range(0, -1 >>> bits);
  }
}

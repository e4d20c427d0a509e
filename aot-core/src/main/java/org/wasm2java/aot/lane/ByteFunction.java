package org.wasm2java.aot.lane;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.runtime.ops.I8x16Ops;

/**
 * A function that gives each byte of a half by the same byte of another.
 *
 * @param argument the other half; none, if the function is constant
 * @param halves its values for 0 to 255, eight in each
 * @param operations how many operations it consists of
 * @param lookups how many of these look bytes up
 */
record ByteFunction(Optional<Expr> argument, long[] halves, int operations, int lookups) {
  private static final int VALUES = 1 << Byte.SIZE;
  private static final int HALVES = VALUES / Long.BYTES;
  private static final long EVERY_BYTE = 0x0101_0101_0101_0101L;

  /** Returns the function that an expression is; none, if it is of several halves. */
  static Optional<ByteFunction> of(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      boolean same = constant.bits() == (constant.bits() & 0xFF) * EVERY_BYTE;
      return same
          ? Optional.of(new ByteFunction(Optional.empty(), filled(constant.bits()), 0, 0))
          : Optional.empty();
    } else if (expr instanceof Expr.Lookup lookup && expr.carrier() == Carrier.LONG) {
      return ofLookup(lookup);
    } else if (expr instanceof Expr.Operation operation && isByByte(operation)) {
      return of(operation);
    }
    return Optional.of(new ByteFunction(Optional.of(expr), identity(), 0, 0));
  }

  private static long[] filled(long half) {
    long[] halves = new long[HALVES];
    Arrays.fill(halves, half);
    return halves;
  }

  private static long[] identity() {
    long[] halves = new long[HALVES];
    for (int value = 0; value < VALUES; value++) {
      halves[value / Long.BYTES] |= (long) value << Byte.SIZE * (value % Long.BYTES);
    }
    return halves;
  }

  private static Optional<ByteFunction> ofLookup(Expr.Lookup lookup) {
    return of(lookup.index())
        .map(
            index ->
                new ByteFunction(
                    index.argument,
                    index.through(lookup),
                    index.operations + 1,
                    index.lookups + 1));
  }

  private long[] through(Expr.Lookup lookup) {
    long[] found = new long[HALVES];
    for (int value = 0; value < VALUES; value++) {
      int index = valueAt(value);
      long entry = index < lookup.table().length ? lookup.table()[index] : lookup.otherwise();
      found[value / Long.BYTES] |= entry << Byte.SIZE * (value % Long.BYTES);
    }
    return found;
  }

  private int valueAt(int value) {
    return (int) (halves[value / Long.BYTES] >>> Byte.SIZE * (value % Long.BYTES)) & 0xFF;
  }

  private static boolean isByByte(Expr.Operation operation) {
    Opcode opcode = operation.opcode();
    if (opcode instanceof VectorOpcode vector && vector.javaForm() instanceof JavaForm.Call call) {
      boolean shifts =
          vector.form() instanceof VectorForm.Shift
              && operation.operands().get(1) instanceof Expr.Constant;
      return call.owner() == I8x16Ops.class
          && (shifts || vector.form() instanceof VectorForm.Lanewise);
    }
    return opcode == NumericOpcode.I64_AND
        || opcode == NumericOpcode.I64_OR
        || opcode == NumericOpcode.I64_XOR;
  }

  private static Optional<ByteFunction> of(Expr.Operation operation) {
    Optional<Expr> argument = Optional.empty();
    List<long[]> operands = new ArrayList<>();
    int operations = 1;
    int lookups = 0;
    for (Expr operand : operation.operands()) {
      if (operand.carrier() == Carrier.LONG) {
        Optional<ByteFunction> function = of(operand);
        if (function.isEmpty() || differ(argument, function.get().argument)) {
          return Optional.empty();
        }
        argument = argument.or(function.get()::argument);
        operands.add(function.get().halves);
        operations += function.get().operations;
        lookups += function.get().lookups;
      }
    }
    return Optional.of(
        new ByteFunction(argument, computed(operation, operands), operations, lookups));
  }

  /** What is not a local may have effects: it counts as another value each time. */
  private static boolean differ(Optional<Expr> one, Optional<Expr> other) {
    return one.isPresent()
        && other.isPresent()
        && !(one.get() instanceof Expr.GetLocal && one.equals(other));
  }

  private static long[] computed(Expr.Operation operation, List<long[]> operands) {
    return operation.opcode() instanceof NumericOpcode opcode
        ? combined(opcode, operands.get(0), operands.get(1))
        : called(operation, operands);
  }

  private static long[] combined(NumericOpcode opcode, long[] ones, long[] others) {
    long[] results = new long[HALVES];
    for (int i = 0; i < HALVES; i++) {
      results[i] =
          switch (opcode) {
            case I64_AND -> ones[i] & others[i];
            case I64_OR -> ones[i] | others[i];
            default -> ones[i] ^ others[i];
          };
    }
    return results;
  }

  /** A row's method computes the halves; a distance is the last operand. */
  private static long[] called(Expr.Operation operation, List<long[]> operands) {
    JavaForm.Call call = (JavaForm.Call) operation.opcode().javaForm();
    Class<?>[] types =
        operation.operands().stream()
            .map(operand -> operand.carrier() == Carrier.LONG ? long.class : int.class)
            .toArray(Class<?>[]::new);
    try {
      Method method = call.owner().getMethod(call.method(), types);
      long[] results = new long[HALVES];
      for (int i = 0; i < HALVES; i++) {
        List<Object> values = new ArrayList<>();
        for (long[] operand : operands) {
          values.add(operand[i]);
        }
        if (values.size() < types.length) {
          values.add((int) ((Expr.Constant) operation.operands().get(1)).bits());
        }
        results[i] = (Long) method.invoke(null, values.toArray());
      }
      return results;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(call + " is not what its row says", e);
    }
  }

  /** Returns whether one lookup is better than what the function consists of. */
  boolean isWorthATable() {
    return argument.isPresent() && lookups > 0 && operations > 1;
  }

  /** Returns the function as one lookup. */
  Expr lookup() {
    int[] table = new int[VALUES];
    for (int value = 0; value < VALUES; value++) {
      table[value] = valueAt(value);
    }
    return new Expr.Lookup(argument.orElseThrow(), table, 0);
  }
}

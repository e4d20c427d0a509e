package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.VectorOpcode.I16X8_EXTEND_HIGH_I8X16_S;
import static org.wasm2java.aot.instruction.VectorOpcode.I16X8_EXTEND_HIGH_I8X16_U;
import static org.wasm2java.aot.instruction.VectorOpcode.I16X8_EXTEND_LOW_I8X16_S;
import static org.wasm2java.aot.instruction.VectorOpcode.I16X8_EXTEND_LOW_I8X16_U;
import static org.wasm2java.aot.instruction.VectorOpcode.I16X8_SHL;
import static org.wasm2java.aot.instruction.VectorOpcode.I16X8_SHR_S;
import static org.wasm2java.aot.instruction.VectorOpcode.I32X4_EXTEND_HIGH_I16X8_S;
import static org.wasm2java.aot.instruction.VectorOpcode.I32X4_EXTEND_HIGH_I16X8_U;
import static org.wasm2java.aot.instruction.VectorOpcode.I32X4_EXTEND_LOW_I16X8_S;
import static org.wasm2java.aot.instruction.VectorOpcode.I32X4_EXTEND_LOW_I16X8_U;
import static org.wasm2java.aot.instruction.VectorOpcode.I32X4_SHL;
import static org.wasm2java.aot.instruction.VectorOpcode.I32X4_SHR_S;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Puts instructions that widen lanes in place of shuffles that do: compilers which do not know the
 * former, and code that was written for other machines, interleave lanes with zeros, or with
 * anything and shift that out.
 */
final class Extensions extends StatementRewriter {
  private Extensions() {}

  /** Returns the function with such instructions. */
  static IrFunction find(IrFunction function) {
    List<Stmt> body = new Extensions().rewrite(function.body());
    return function.withBody(body, function.localCount(), function.labelCount());
  }

  @Override
  protected Expr rewrite(Expr expr) {
    Expr rewritten = rewriteOperands(expr);
    return rewritten instanceof Expr.Vector vector ? found(vector).orElse(rewritten) : rewritten;
  }

  private static Optional<Expr> found(Expr.Vector vector) {
    return switch (vector.opcode()) {
      case I8X16_SHUFFLE -> withZeros(vector);
      case I16X8_SHR_S ->
          shiftedOut(vector, I16X8_SHL, 1, I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_HIGH_I8X16_S);
      case I32X4_SHR_S ->
          shiftedOut(vector, I32X4_SHL, 2, I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_HIGH_I16X8_S);
      default -> Optional.empty();
    };
  }

  /** Lanes without sign: what stands between them is zero. */
  private static Optional<Expr> withZeros(Expr.Vector shuffle) {
    for (int zero = 0; zero < 2; zero++) {
      Expr source = shuffle.operands().get(1 - zero);
      if (Shuffles.isZeroVector(shuffle.operands().get(zero))) {
        Interleaved lanes = new Interleaved(ShuffledBytes.of(shuffle), 1 - zero, true);
        if (lanes.start(1, 2) >= 0) {
          return Optional.of(bytes(source, lanes.start(1, 2)));
        } else if (lanes.start(2, 4) >= 0) {
          return Optional.of(words(source, lanes.start(2, 4)));
        } else if (lanes.start(1, 4) >= 0) {
          int start = lanes.start(1, 4);
          int half = start - start % Long.BYTES;
          return Optional.of(words(bytes(source, half), start == half ? 0 : Long.BYTES));
        }
      }
    }
    return Optional.empty();
  }

  private static Expr bytes(Expr source, int start) {
    return widened(start == 0 ? I16X8_EXTEND_LOW_I8X16_U : I16X8_EXTEND_HIGH_I8X16_U, source);
  }

  private static Expr words(Expr source, int start) {
    return widened(start == 0 ? I32X4_EXTEND_LOW_I16X8_U : I32X4_EXTEND_HIGH_I16X8_U, source);
  }

  private static Expr widened(VectorOpcode opcode, Expr source) {
    return new Expr.Vector(opcode, Carrier.VECTOR, List.of(source), 0, 0);
  }

  /** Lanes with sign: they are shifted up and down again. */
  private static Optional<Expr> shiftedOut(
      Expr.Vector down, VectorOpcode up, int bytes, VectorOpcode low, VectorOpcode high) {
    Expr distance = Scalars.constant(bytes * Byte.SIZE);
    if (down.operands().get(1).equals(distance)
        && down.operands().get(0) instanceof Expr.Vector raised
        && raised.opcode() == up
        && raised.operands().get(1).equals(distance)
        && raised.operands().get(0) instanceof Expr.Vector shuffle
        && shuffle.opcode() == VectorOpcode.I8X16_SHUFFLE) {
      for (int operand = 0; operand < 2; operand++) {
        int start =
            new Interleaved(ShuffledBytes.of(shuffle), operand, false).start(bytes, 2 * bytes);
        if (start >= 0) {
          return Optional.of(widened(start == 0 ? low : high, shuffle.operands().get(operand)));
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A shuffle as lanes of one operand with something between them.
   *
   * @param operand the number of the operand, 0 or 1
   * @param rest whether what is between must be of the other operand
   */
  private record Interleaved(ShuffledBytes shuffled, int operand, boolean rest) {
    /** Returns the first byte of the lanes, -1 if there are none of that size in that distance. */
    int start(int size, int distance) {
      int first = shuffled.source(0) - operand * 2 * Long.BYTES;
      int step = 2 * Long.BYTES * size / distance;
      for (int i = 0; i < 2 * Long.BYTES; i++) {
        int source = shuffled.source(i);
        boolean between = i % distance >= size;
        boolean ofOperand = source / (2 * Long.BYTES) == operand;
        int expected = operand * 2 * Long.BYTES + first + i / distance * size + i % distance;
        if (between ? rest && ofOperand : source != expected) {
          return -1;
        }
      }
      return first >= 0 && first % step == 0 ? first : -1;
    }
  }
}

package org.wasm2java.aot.lane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;
import org.wasm2java.runtime.ops.I16x8Ops;
import org.wasm2java.runtime.ops.I8x16Ops;

/**
 * Puts constant vectors where the locals are read that hold nothing else. Compilers name them
 * before a loop; but tables and shuffles of what is known are written in fewer steps, and a
 * constant comes in any shape.
 */
final class ConstantVectors extends StatementRewriter {
  private final Map<Local, Expr> constants;

  private ConstantVectors(Map<Local, Expr> constants) {
    this.constants = constants;
  }

  /** Returns a function in which each live range has a local of its own, with constants put in. */
  static IrFunction putInto(IrFunction function) {
    Map<Local, Expr> constants = new HashMap<>();
    VectorAssignments.once(function.body())
        .forEach((local, value) -> constant(value).ifPresent(known -> constants.put(local, known)));
    if (!constants.isEmpty()) {
      LocalSet unassigned = Liveness.of(function).walk(function.body(), (list, index, live) -> {});
      constants.keySet().removeIf(local -> unassigned.contains(local.index()));
    }
    List<Stmt> body = new ConstantVectors(constants).rewrite(function.body());
    return function.withBody(body, function.localCount(), function.labelCount());
  }

  /** Returns the constant that an expression is, if it is one. */
  private static Optional<Expr> constant(Expr expr) {
    if (expr instanceof Expr.Vector vector && vector.opcode() == VectorOpcode.V128_CONST) {
      return Optional.of(expr);
    }
    return expr instanceof Expr.Vector vector
            && vector.opcode().form() instanceof VectorForm.Splat
            && vector.operands().get(0) instanceof Expr.Constant number
        ? Optional.of(splat(vector.opcode(), number.bits()))
        : Optional.empty();
  }

  private static Expr splat(VectorOpcode opcode, long bits) {
    long half =
        switch (opcode) {
          case I8X16_SPLAT -> I8x16Ops.splat((int) bits);
          case I16X8_SPLAT -> I16x8Ops.splat((int) bits);
          case I32X4_SPLAT, F32X4_SPLAT -> bits & 0xFFFF_FFFFL | bits << Integer.SIZE;
          default -> bits;
        };
    return new Expr.Vector(VectorOpcode.V128_CONST, Carrier.VECTOR, List.of(), half, half);
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> kept =
        list.stream()
            .filter(
                statement ->
                    !(statement instanceof Stmt.SetLocal set && constants.containsKey(set.local())))
            .toList();
    return super.rewrite(kept);
  }

  @Override
  protected Expr rewrite(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      return constants.getOrDefault(get.local(), get);
    }
    Expr rewritten = rewriteOperands(expr);
    return constant(rewritten).orElse(rewritten);
  }
}

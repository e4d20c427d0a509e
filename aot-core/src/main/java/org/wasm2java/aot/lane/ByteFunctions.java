package org.wasm2java.aot.lane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Makes one lookup of what works byte by byte on a single half and has lookups in it: classes of
 * bytes by two tables, letters by ranges and offsets. A lookup costs more than all else there.
 */
final class ByteFunctions extends StatementRewriter {
  private ByteFunctions() {}

  /** Returns the function with fewer lookups. */
  static IrFunction join(IrFunction function) {
    List<Stmt> body = new ByteFunctions().rewrite(function.body());
    return function.withBody(body, function.localCount(), function.labelCount());
  }

  @Override
  protected Expr rewrite(Expr expr) {
    if (looksUpBytes(expr)) {
      Optional<ByteFunction> whole = ByteFunction.of(expr);
      if (whole.isPresent() && whole.get().isWorthATable()) {
        return whole.get().lookup();
      }
      if (expr instanceof Expr.Operation operation && isBitwise(operation.opcode())) {
        return rewriteOperands(grouped(operation));
      }
    }
    return rewriteOperands(expr);
  }

  private static boolean looksUpBytes(Expr expr) {
    return expr.carrier() == Carrier.LONG
        && (expr instanceof Expr.Lookup
            || expr.operands().stream().anyMatch(ByteFunctions::looksUpBytes));
  }

  private static boolean isBitwise(Opcode opcode) {
    return opcode == NumericOpcode.I64_AND
        || opcode == NumericOpcode.I64_OR
        || opcode == NumericOpcode.I64_XOR;
  }

  /** Puts those terms of a chain together that are functions of the same half. */
  private static Expr grouped(Expr.Operation chain) {
    List<Expr> terms = new ArrayList<>();
    flatten(chain.opcode(), chain, terms);
    Map<Object, Expr> byArgument = new LinkedHashMap<>();
    for (Expr term : terms) {
      Object key = looksUpLocal(term).map(Object.class::cast).orElseGet(Object::new);
      byArgument.merge(key, term, (one, other) -> both(chain, one, other));
    }
    return byArgument.size() == terms.size()
        ? chain
        : byArgument.values().stream()
            .reduce((one, other) -> both(chain, one, other))
            .orElseThrow();
  }

  /** Returns the local whose bytes a term looks up; only such terms may change their places. */
  private static Optional<Local> looksUpLocal(Expr term) {
    return ByteFunction.of(term)
        .filter(function -> function.lookups() > 0)
        .flatMap(ByteFunction::argument)
        .filter(Expr.GetLocal.class::isInstance)
        .map(argument -> ((Expr.GetLocal) argument).local());
  }

  private static Expr both(Expr.Operation chain, Expr one, Expr other) {
    return Scalars.longOf(chain.opcode(), one, other);
  }

  private static void flatten(Opcode opcode, Expr expr, List<Expr> terms) {
    if (expr instanceof Expr.Operation operation && operation.opcode() == opcode) {
      operation.operands().forEach(operand -> flatten(opcode, operand, terms));
    } else {
      terms.add(expr);
    }
  }
}

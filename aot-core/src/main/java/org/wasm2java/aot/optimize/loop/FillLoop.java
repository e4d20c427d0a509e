package org.wasm2java.aot.optimize.loop;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;

/** Finds rounds that store one number over and over, side by side. */
final class FillLoop {
  /** For fewer the loop is as fast as the call, which stores 8 bytes at a time. */
  private static final int LEAST_ACCESSES = 32;

  private static final int LEAST_BYTES = 64;

  private FillLoop() {}

  /** Returns the filling that does rounds at once; empty if they do something else. */
  static Optional<Bulk> match(Round round) {
    List<Access> stores = round.stores();
    if (stores.isEmpty() || !round.loads().isEmpty() || !isSame(stores)) {
      return Optional.empty();
    }
    Access any = stores.get(0);
    Optional<Expr> number = number(any.stored(), round);
    Optional<Stream> to = Stream.of(stores, round);
    if (to.isEmpty() || number.isEmpty() || !to.get().isTiledBy(stores)) {
      return Optional.empty();
    }
    List<Expr> operands = List.of(to.get().first().expr(), number.get());
    List<Stream> streams = List.of(to.get());
    int least = Math.max(LEAST_BYTES, LEAST_ACCESSES * any.bytes());
    return Optional.of(
        new Bulk(EntityOperation.FILL_ROUNDS, streams, any.bytes(), operands, least));
  }

  /** Whether all store the same number of the same size. */
  private static boolean isSame(List<Access> stores) {
    Access any = stores.get(0);
    return stores.stream()
        .allMatch(store -> store.bytes() == any.bytes() && store.stored().equals(any.stored()));
  }

  /** Returns the number as a {@code long}, if it is the same in each round. */
  private static Optional<Expr> number(Value value, Round round) {
    if (value instanceof Value.Linear linear && linear.form().isFixed(round)) {
      return Optional.of(widened(linear.form()));
    }
    if (value instanceof Value.Plain plain
        && (plain.expr() instanceof Expr.Constant
            || plain.expr() instanceof Expr.GetLocal get && !round.assigns(get.local()))) {
      return number(plain.expr());
    }
    return Optional.empty();
  }

  private static Expr widened(LinearForm form) {
    return form.isConstant()
        ? new Expr.Constant(Carrier.LONG, form.constant())
        : new Expr.Operation(NumericOpcode.I64_EXTEND_I32_U, Carrier.LONG, List.of(form.expr()));
  }

  private static Optional<Expr> number(Expr expr) {
    if (expr instanceof Expr.Constant constant && !constant.carrier().isReference()) {
      return Optional.of(new Expr.Constant(Carrier.LONG, constant.bits()));
    }
    return expr.carrier() == Carrier.LONG ? Optional.of(expr) : Optional.empty();
  }
}

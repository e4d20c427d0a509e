package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.AccessOpcode;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;

/**
 * Finds rounds that copy to where words are aligned otherwise: each stores the end of a word that
 * it or the last one loaded, and the start of the next.
 *
 * <pre>{@code
 * loop { x = q[4]; p[0] = x << 8 | w >>> 24; w = q[8]; p[4] = w << 8 | x >>> 24; .. }
 * }</pre>
 */
final class WindowLoop {
  /** For fewer the loop is as fast as the call. */
  private static final int LEAST_BYTES = 64;

  private final Round round;
  private final Local carried;
  private final Access last;
  private final List<Access> words = new ArrayList<>();
  private int bits;

  private WindowLoop(Round round, Local carried, Access last) {
    this.round = round;
    this.carried = carried;
    this.last = last;
  }

  /** Returns the copy that does rounds at once; empty if they do something else. */
  static Optional<Bulk> match(Round round) {
    if (round.carried().size() != 1 || round.stores().isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<Local, Access> entry = round.carried().entrySet().iterator().next();
    WindowLoop loop = new WindowLoop(round, entry.getKey(), entry.getValue());
    return round.stores().stream().allMatch(loop::joins) ? loop.copy() : Optional.empty();
  }

  /** Whether a store joins two words in the way of the others; if so, the higher one is noted. */
  private boolean joins(Access store) {
    return store.opcode() == AccessOpcode.I32_STORE
        && store.stored() instanceof Value.Applied either
        && either.opcode() == NumericOpcode.I32_OR
        && (joins(either.operands().get(0), either.operands().get(1))
            || joins(either.operands().get(1), either.operands().get(0)));
  }

  private boolean joins(Value high, Value low) {
    if (!(high instanceof Value.Applied left && left.opcode() == NumericOpcode.I32_SHL)
        || !(low instanceof Value.Applied right && right.opcode() == NumericOpcode.I32_SHR_U)
        || !(left.operands().get(0) instanceof Value.Loaded loaded)
        || loaded.access().opcode() != AccessOpcode.I32_LOAD
        || !isBelow(right.operands().get(0), loaded.access())) {
      return false;
    }
    words.add(loaded.access());
    bits = words.size() == 1 ? constant(left.operands().get(1)) : bits;
    return bits == constant(left.operands().get(1))
        && Integer.SIZE - bits == constant(right.operands().get(1));
  }

  private static int constant(Value value) {
    return value instanceof Value.Linear linear && linear.form().isConstant()
        ? linear.form().constant()
        : 0;
  }

  /** Whether a value is the word of the memory before the one that an access loads. */
  private boolean isBelow(Value value, Access access) {
    if (value instanceof Value.Loaded loaded) {
      return loaded.access().opcode() == AccessOpcode.I32_LOAD
          && follows(access.first(), loaded.access().first());
    }
    return value.equals(new Value.Linear(LinearForm.of(carried)))
        && last.opcode() == AccessOpcode.I32_LOAD
        && follows(access.first(), last.first().plus(-round.step(last.first())));
  }

  private static boolean follows(LinearForm address, LinearForm before) {
    return address.equals(before.plus(Integer.BYTES));
  }

  private Optional<Bulk> copy() {
    Optional<Stream> to = Stream.of(round.stores(), round);
    Optional<Stream> from = Stream.of(words, round);
    if (to.isEmpty() || from.isEmpty() || !isWholeBytes() || !fits(to.get(), from.get())) {
      return Optional.empty();
    }
    List<Expr> operands =
        List.of(
            to.get().first().expr(),
            from.get().first().plus(-Integer.BYTES).expr(),
            new Expr.GetLocal(carried));
    List<Stream> streams = List.of(to.get(), from.get());
    int skipped = Integer.BYTES - bits / Byte.SIZE;
    return Optional.of(
        new Bulk(EntityOperation.SLIDE_ROUNDS, streams, skipped, operands, LEAST_BYTES));
  }

  private boolean isWholeBytes() {
    return bits > 0 && bits < Integer.SIZE && bits % Byte.SIZE == 0;
  }

  private boolean fits(Stream to, Stream from) {
    if (to.step() != from.step()
        || to.step() < 0
        || !to.isTiledBy(round.stores())
        || !round.loads().stream().allMatch(from::contains)) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      int place = from.place(words.get(i));
      int order = round.stores().get(i).order();
      boolean ahead =
          round.loads().stream().allMatch(load -> load.order() < order || from.place(load) > place);
      if (to.place(round.stores().get(i)) != place || !ahead) {
        return false;
      }
    }
    return true;
  }
}

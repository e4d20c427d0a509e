package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;

/** Finds rounds that store what they load, side by side. */
final class CopyLoop {
  /** For fewer the loop is as fast as the call. */
  private static final int LEAST_ACCESSES = 16;

  private static final int LEAST_BYTES = 32;

  private final Round round;
  private final List<Access> loads = new ArrayList<>();
  private final List<Access> stores;

  private CopyLoop(Round round) {
    this.round = round;
    this.stores = round.stores();
  }

  /** Returns the copy that does rounds at once; empty if they are no copy. */
  static Optional<Bulk> match(Round round) {
    CopyLoop loop = new CopyLoop(round);
    return loop.pairs() ? loop.copy() : Optional.empty();
  }

  /** Whether each store stores what a load of its own loaded, and nothing else is loaded. */
  private boolean pairs() {
    for (Access store : stores) {
      if (!(store.stored() instanceof Value.Loaded loaded)
          || loaded.access().bytes() != store.bytes()
          || loads.contains(loaded.access())) {
        return false;
      }
      loads.add(loaded.access());
    }
    return !stores.isEmpty() && loads.size() == round.loads().size();
  }

  private Optional<Bulk> copy() {
    Optional<Stream> to = Stream.of(stores, round);
    Optional<Stream> from = Stream.of(loads, round);
    if (to.isEmpty() || from.isEmpty() || !fits(to.get(), from.get())) {
      return Optional.empty();
    }
    List<Expr> operands = List.of(to.get().first().expr(), from.get().first().expr());
    List<Stream> streams = List.of(to.get(), from.get());
    int least = Math.max(LEAST_BYTES, LEAST_ACCESSES * (Math.abs(to.get().step()) / stores.size()));
    return Optional.of(new Bulk(EntityOperation.COPY_ROUNDS, streams, 0, operands, least));
  }

  private boolean fits(Stream to, Stream from) {
    if (to.step() != from.step() || !to.isTiledBy(stores)) {
      return false;
    }
    for (int i = 0; i < stores.size(); i++) {
      if (to.place(stores.get(i)) != from.place(loads.get(i)) || !keepsLaterLoads(i, from)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether no load behind a store could see it, where the ranges overlap such that the copy is
   * still one: upwards the target is below the source, downwards above it.
   */
  private boolean keepsLaterLoads(int stored, Stream from) {
    Access store = stores.get(stored);
    int place = from.place(loads.get(stored));
    for (Access load : loads) {
      boolean ahead = from.step() > 0 ? from.place(load) > place : from.place(load) < place;
      if (load.order() > store.order() && !ahead) {
        return false;
      }
    }
    return true;
  }
}

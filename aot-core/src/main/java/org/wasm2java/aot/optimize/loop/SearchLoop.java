package org.wasm2java.aot.optimize.loop;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;

/** Finds rounds that go on until the memory holds a byte that is looked for. */
final class SearchLoop {
  private static final int LEAST_BYTES = 32;

  private SearchLoop() {}

  /** Returns the search that does rounds at once; empty if they do something else. */
  static Optional<Bulk> match(Round round) {
    List<Sought> all = round.tests().stream().flatMap(test -> Sought.of(test).stream()).toList();
    return all.size() == 1 && round.stores().isEmpty() && all.get(0).number().isFixed(round)
        ? search(all.get(0), round)
        : Optional.empty();
  }

  private static Optional<Bulk> search(Sought sought, Round round) {
    return Stream.of(List.of(sought.access()), round)
        .filter(from -> from.step() == sought.access().bytes())
        .filter(from -> round.loads().stream().allMatch(from::contains))
        .map(
            from -> {
              List<Expr> operands = List.of(from.first().expr(), sought.number().expr());
              return new Bulk(
                  EntityOperation.SEARCH_ROUNDS, List.of(from), 0, operands, LEAST_BYTES);
            });
  }
}

package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Stmt;

/**
 * Where the labels around a statement lead, so that one can go from a jump to what runs behind it.
 * Who takes statements apart says into which it goes.
 */
final class Places {
  /** How often a way jumps at most, so that ways in a circle end. */
  private static final int MOST_JUMPS = 4;

  /** A statement in a list; behind the last one control is where the list's statement ends. */
  record Place(List<Stmt> list, int index, @Nullable Place outer) {
    Place next() {
      return new Place(list, index + 1, outer);
    }
  }

  private final Map<Label, Place> places = new HashMap<>();
  private @Nullable Place behind;

  /** Goes into a statement. */
  void enter(List<Stmt> list, int index) {
    Place next = new Place(list, index + 1, behind);
    Stmt statement = list.get(index);
    if (statement instanceof Stmt.Block block) {
      places.put(block.label(), next);
    } else if (statement instanceof Stmt.Loop loop) {
      places.put(loop.label(), new Place(loop.body(), 0, next));
    }
    behind = next;
  }

  /** Leaves the statement that was entered last. */
  void leave() {
    if (behind == null) {
      throw new IllegalStateException("no statement was entered");
    }
    behind = behind.outer();
  }

  /**
   * Returns what runs from where a label leads to a statement, if that is a row of simple
   * statements, none of which calls.
   */
  Optional<List<Stmt>> way(Label from, Stmt to) {
    List<Stmt> way = new ArrayList<>();
    Place place = places.get(from);
    int jumps = 0;
    while (place != null && jumps <= MOST_JUMPS) {
      if (place.index() == place.list().size()) {
        place = place.outer();
        continue;
      }
      Stmt statement = place.list().get(place.index());
      if (statement == to) {
        return Optional.of(way);
      }
      if (statement instanceof Stmt.Jump jump) {
        place = places.get(jump.label());
        jumps++;
      } else if (statement instanceof Stmt.Block block) {
        place = new Place(block.body(), 0, place.next());
      } else if (statement instanceof Stmt.Loop loop) {
        place = new Place(loop.body(), 0, place.next());
      } else if (isSimple(statement)) {
        way.add(statement);
        place = place.next();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isSimple(Stmt statement) {
    if (statement instanceof Stmt.SetLocal set) {
      return !set.local().isMemory() && !calls(set.value());
    }
    if (statement instanceof Stmt.Store store) {
      return !calls(store.address()) && !calls(store.value());
    }
    return statement instanceof Stmt.Checkpoint;
  }

  /** Returns whether an expression may do what a callee may. */
  static boolean calls(Expr expr) {
    return (Effects.of(expr) & Effects.WRITES) != 0;
  }
}

package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How the results of a function reach those who call it from outside its module's code: not at all,
 * as what a Java method returns, as a record of values, or, where a record has no room for them, in
 * an array. Within a module's code the method returns the first result, and fields of the instance
 * carry the {@link #further} ones, whatever the shape.
 */
public sealed interface ResultShape {
  /** Returns the shape of results. */
  static ResultShape of(List<Carrier> carriers) {
    if (carriers.isEmpty()) {
      return new None();
    }
    if (carriers.size() == 1) {
      return new One(carriers.get(0));
    }
    return carriers.size() <= JvmLimits.RECORD_COMPONENTS
        ? new Fields(carriers)
        : new Array(carriers);
  }

  /** Returns the carriers of all results. */
  List<Carrier> carriers();

  /**
   * Returns what the one of four functions gives that is for this shape. A fifth shape would be a
   * fifth function, so that no caller compiles until it knows what to do with it.
   */
  <R> R fold(
      Supplier<R> none,
      Function<Carrier, R> one,
      Function<List<Carrier>, R> fields,
      Function<List<Carrier>, R> array);

  /** Returns what the Java method of a function returns: the first result, or nothing. */
  default Carrier returned() {
    return carriers().isEmpty() ? Carrier.VOID : carriers().get(0);
  }

  /** Returns the results after the first, which travel through fields. */
  default List<Further> further() {
    List<Further> further = new ArrayList<>();
    for (int position = 1; position < carriers().size(); position++) {
      further.add(new Further(position, carriers().get(position)));
    }
    return further;
  }

  /**
   * A result after the first.
   *
   * @param position from 1
   */
  record Further(int position, Carrier carrier) {}

  /** No result. */
  record None() implements ResultShape {
    @Override
    public List<Carrier> carriers() {
      return List.of();
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Function<Carrier, R> one,
        Function<List<Carrier>, R> fields,
        Function<List<Carrier>, R> array) {
      return none.get();
    }
  }

  /** A result. */
  record One(Carrier carrier) implements ResultShape {
    @Override
    public List<Carrier> carriers() {
      return List.of(carrier);
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Function<Carrier, R> one,
        Function<List<Carrier>, R> fields,
        Function<List<Carrier>, R> array) {
      return one.apply(carrier);
    }
  }

  /** Some results: a record for people, fields between generated classes. */
  record Fields(List<Carrier> carriers) implements ResultShape {
    /** Copies the carriers. */
    public Fields {
      carriers = List.copyOf(carriers);
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Function<Carrier, R> one,
        Function<List<Carrier>, R> fields,
        Function<List<Carrier>, R> array) {
      return fields.apply(carriers);
    }
  }

  /** Very many results: an array of objects, numbers boxed. */
  record Array(List<Carrier> carriers) implements ResultShape {
    /** Copies the carriers. */
    public Array {
      carriers = List.copyOf(carriers);
    }

    @Override
    public <R> R fold(
        Supplier<R> none,
        Function<Carrier, R> one,
        Function<List<Carrier>, R> fields,
        Function<List<Carrier>, R> array) {
      return array.apply(carriers);
    }
  }
}

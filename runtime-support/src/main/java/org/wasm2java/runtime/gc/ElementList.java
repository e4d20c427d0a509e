package org.wasm2java.runtime.gc;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * The elements of an array as a list of fixed length: a view, nothing is copied. Generated classes
 * of arrays make it.
 *
 * <pre>{@code
 * List<Integer> list = numbers.asList(); // a generated class
 * list.set(0, 7);                        // numbers.get(0) is 7
 * }</pre>
 *
 * @param <E> the type of an element, boxed where it is a number
 */
public final class ElementList<E> extends AbstractList<E> implements RandomAccess {
  /** What sets an element of a mutable array. */
  @FunctionalInterface
  public interface Setter<E> {
    /** Sets an element. */
    void set(int index, E value);
  }

  private final WasmArray array;
  private final IntFunction<E> getter;
  private final Setter<E> setter;

  private ElementList(WasmArray array, IntFunction<E> getter, Setter<E> setter) {
    this.array = array;
    this.getter = getter;
    this.setter = setter;
  }

  /** Returns a list whose elements can be set. */
  public static <E> List<E> of(WasmArray array, IntFunction<E> getter, Setter<E> setter) {
    return new ElementList<>(array, getter, setter);
  }

  /** Returns a list that cannot be modified. */
  public static <E> List<E> of(WasmArray array, IntFunction<E> getter) {
    return new ElementList<>(
        array,
        getter,
        (index, value) -> {
          throw new UnsupportedOperationException("the elements of the array are immutable");
        });
  }

  @Override
  public E get(int index) {
    Objects.checkIndex(index, size());
    return getter.apply(index);
  }

  @Override
  public E set(int index, E value) {
    E before = get(index);
    setter.set(index, value);
    return before;
  }

  @Override
  public int size() {
    return array.length();
  }
}

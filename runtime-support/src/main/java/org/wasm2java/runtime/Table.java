package org.wasm2java.runtime;

import java.util.Arrays;
import org.wasm2java.runtime.type.TableType;
import org.wasm2java.runtime.type.ValueType;

/**
 * A table of references that can grow. Indices and sizes are unsigned 32-bit numbers of elements; a
 * table here has at most {@link #MAX_SIZE} elements.
 *
 * <pre>{@code
 * Table callbacks = Table.create(ValueType.FUNCREF, 10, 20);
 * store.define("env", "callbacks", callbacks);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#table-instances">Table
 *     instances</a>
 */
public final class Table implements Extern {
  /** The most elements a table can have here. */
  public static final int MAX_SIZE = 100_000_000;

  private static final Object[] EMPTY = {};

  private final ValueType elementType;
  private final long maximum;

  /** The most elements it may come to have, by the maximum and by the limit of its instance. */
  private final long limit;

  private Object[] elements;

  private Table(ValueType elementType, long maximum, long limit, Object[] elements) {
    this.elementType = elementType;
    this.maximum = maximum;
    this.limit = maximum < 0 ? limit : Math.min(maximum, limit);
    this.elements = elements;
  }

  /**
   * Returns a table of nulls.
   *
   * @param elementType a reference type
   * @param minimum the initial number of elements
   * @param maximum the declared maximum, negative for none
   * @throws OutOfMemoryError if the initial size exceeds {@link #MAX_SIZE} or the Java heap
   */
  public static Table create(ValueType elementType, long minimum, long maximum) {
    return create(elementType, minimum, maximum, MAX_SIZE);
  }

  /** Returns a table that grows to a limit at most. */
  static Table create(ValueType elementType, long minimum, long maximum, long limit) {
    if (!elementType.isReference()) {
      throw new IllegalArgumentException("a table holds references, not " + elementType.text());
    }
    if (Long.compareUnsigned(minimum, MAX_SIZE) > 0) {
      throw new OutOfMemoryError(
          "a table of "
              + Long.toUnsignedString(minimum)
              + " elements was asked for; at most "
              + MAX_SIZE
              + " are supported");
    }
    Object[] elements = minimum == 0 ? EMPTY : new Object[(int) minimum];
    return new Table(elementType, maximum, limit, elements);
  }

  /** Returns the array that holds the elements now; {@link #grow} replaces it. Not a copy. */
  public Object[] elements() {
    return elements;
  }

  /** Returns the type of the elements. */
  public ValueType elementType() {
    return elementType;
  }

  /** Returns the number of elements. */
  public int size() {
    return elements.length;
  }

  /** Returns the declared maximum, or -1 for none. */
  public long maximum() {
    return maximum < 0 ? -1 : maximum;
  }

  /**
   * Returns an element, which may be {@code null}.
   *
   * @throws Trap if the index is outside the table
   */
  public Object get(int index) {
    return elements[range(index, 1)];
  }

  /**
   * Sets an element; {@code null} clears it.
   *
   * @throws Trap if the index is outside the table
   */
  public void set(int index, Object value) {
    elements[range(index, 1)] = value;
  }

  /**
   * Grows the table.
   *
   * @param value what the new elements hold
   * @param delta how many elements more, unsigned
   * @return the previous size, or -1 if the table cannot grow so far
   * @see <a href="https://webassembly.github.io/spec/core/exec/modules.html#growing-tables">Growing
   *     tables</a>
   */
  public int grow(Object value, int delta) {
    int previous = elements.length;
    long wanted = previous + Integer.toUnsignedLong(delta);
    if (wanted > limit) {
      return -1;
    }
    if (delta != 0) {
      try {
        elements = Arrays.copyOf(elements, (int) wanted);
      } catch (OutOfMemoryError e) {
        return -1; // the specification lets growth fail for want of resources
      }
      Arrays.fill(elements, previous, elements.length, value);
    }
    return previous;
  }

  /** Makes size and elements those of a copy that was taken before. */
  void restore(Object[] saved) {
    if (saved.length > limit) {
      throw ResourceLimitException.of(
          "the snapshot's table has "
              + saved.length
              + " elements, tableLimit of the instance's configuration allows "
              + limit,
          null);
    }
    if (saved.length == elements.length) {
      System.arraycopy(saved, 0, elements, 0, saved.length);
    } else {
      elements = saved.clone();
    }
  }

  /** Implements {@code table.fill}; index and length unsigned. */
  public void fill(int index, Object value, int length) {
    int start = range(index, length);
    Arrays.fill(elements, start, start + length, value);
  }

  /** Implements {@code table.copy} from {@code source}, which may be this table. */
  public void copy(Table source, int index, int sourceIndex, int length) {
    int from = source.range(sourceIndex, length);
    int to = range(index, length);
    System.arraycopy(source.elements, from, elements, to, length);
  }

  /** Implements {@code table.init} from an element segment; an empty one if it was dropped. */
  public void init(Object[] segment, int index, int offset, int length) {
    int to = range(index, length);
    if (Integer.toUnsignedLong(offset) + Integer.toUnsignedLong(length) > segment.length) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_TABLE_ACCESS);
    }
    System.arraycopy(segment, offset, elements, to, length);
  }

  private int range(int index, int length) {
    if (Integer.toUnsignedLong(index) + Integer.toUnsignedLong(length) > elements.length) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_TABLE_ACCESS);
    }
    return index;
  }

  @Override
  public String describe() {
    return new TableType(elementType, size(), maximum()).text();
  }

  /** Returns {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }
}

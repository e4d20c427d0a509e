package org.wasm2java.runtime.ops;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/**
 * Instructions on structures and arrays that no Java operator expresses. Ranges are unsigned 32-bit
 * numbers of elements, unless they say bytes.
 *
 * <pre>{@code
 * GcOps.copy(to.elements, 0, from.elements, 4, 8); // in generated code
 * }</pre>
 */
public final class GcOps {
  /** Longer ones are refused by some JVMs, whatever memory there is. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private GcOps() {}

  /**
   * Returns a length for a new array.
   *
   * @throws Trap if no Java array is so long
   */
  public static int length(int length) {
    if (length < 0 || length > LONGEST_ARRAY) {
      throw Trap.of(TrapKind.ARRAY_TOO_LARGE, Integer.toUnsignedString(length));
    }
    return length;
  }

  /** Returns how many Java elements hold vectors, two for each. */
  public static int halves(int length) {
    if (length < 0 || length > LONGEST_ARRAY / 2) {
      throw Trap.of(TrapKind.ARRAY_TOO_LARGE, Integer.toUnsignedString(length));
    }
    return 2 * length;
  }

  /**
   * Returns the position of the first half of a vector.
   *
   * @throws ArrayIndexOutOfBoundsException if there is no such vector
   */
  public static int half(long[] array, int index) {
    if (index < 0 || index >= array.length >> 1) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    return 2 * index;
  }

  /**
   * Returns a reference that is not null.
   *
   * @throws ClassCastException if it is null: the cast fails
   */
  public static Object castable(Object reference) {
    if (reference == null) {
      throw new ClassCastException();
    }
    return reference;
  }

  /**
   * Returns a reference that is null.
   *
   * @throws ClassCastException if it is not: it is of no type below all others
   */
  public static Object nullOnly(Object reference) {
    if (reference != null) {
      throw new ClassCastException();
    }
    return null;
  }

  /** Implements {@code array.set} with a vector. */
  public static void set(long[] array, int index, long low, long high) {
    int half = half(array, index);
    array[half] = low;
    array[half + 1] = high;
  }

  /**
   * Returns an index into the bytes of a memory.
   *
   * @throws IndexOutOfBoundsException if it is outside; arrays of the module have another exception
   */
  public static int index(byte[] bytes, int index) {
    return Objects.checkIndex(index, bytes.length);
  }

  private static void range(int length, int start, int count) {
    if (Integer.toUnsignedLong(start) + Integer.toUnsignedLong(count) > length) {
      throw Trap.of(
          TrapKind.OUT_OF_BOUNDS_ARRAY_ACCESS,
          Integer.toUnsignedString(start)
              + " + "
              + Integer.toUnsignedString(count)
              + " of "
              + length);
    }
  }

  /** Implements {@code array.fill}. */
  public static void fill(byte[] array, int start, int value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, (byte) value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(byte[] to, int start, byte[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill}. */
  public static void fill(short[] array, int start, int value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, (short) value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(short[] to, int start, short[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill}. */
  public static void fill(int[] array, int start, int value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(int[] to, int start, int[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill}. */
  public static void fill(long[] array, int start, long value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(long[] to, int start, long[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill}. */
  public static void fill(float[] array, int start, float value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(float[] to, int start, float[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill}. */
  public static void fill(double[] array, int start, double value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(double[] to, int start, double[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill}. */
  public static void fill(Object[] array, int start, Object value, int count) {
    range(array.length, start, count);
    Arrays.fill(array, start, start + count, value);
  }

  /** Implements {@code array.copy}. */
  public static void copy(Object[] to, int start, Object[] from, int fromStart, int count) {
    range(to.length, start, count);
    range(from.length, fromStart, count);
    System.arraycopy(from, fromStart, to, start, count);
  }

  /** Implements {@code array.fill} with a vector. */
  public static void fill(long[] array, int start, long low, long high, int count) {
    range(array.length >> 1, start, count);
    for (int i = 2 * start; i < 2 * (start + count); i += 2) {
      array[i] = low;
      array[i + 1] = high;
    }
  }

  /** Implements {@code array.copy} of vectors. */
  public static void copyVectors(long[] to, int start, long[] from, int fromStart, int count) {
    range(to.length >> 1, start, count);
    range(from.length >> 1, fromStart, count);
    System.arraycopy(from, 2 * fromStart, to, 2 * start, 2 * count);
  }

  /** Implements {@code array.init_elem}; a dropped segment is empty. */
  public static void init(Object[] to, int start, Object[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    if (Integer.toUnsignedLong(segmentStart) + Integer.toUnsignedLong(count) > segment.length) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_TABLE_ACCESS);
    }
    System.arraycopy(segment, segmentStart, to, start, count);
  }

  /** Checks what {@code array.new_elem} takes from a segment; returns the length of the array. */
  public static int elements(Object[] segment, int start, int count) {
    if (Integer.toUnsignedLong(start) + Integer.toUnsignedLong(count) > segment.length) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_TABLE_ACCESS);
    }
    return count;
  }

  /**
   * Checks what {@code array.new_data} takes from a segment; returns the length of the array.
   *
   * @param start in bytes
   * @param width how many bytes an element has
   */
  public static int elements(byte[] segment, int start, int count, int width) {
    long bytes = Integer.toUnsignedLong(count) * width;
    if (Integer.toUnsignedLong(start) + bytes > segment.length) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS);
    }
    return count;
  }

  private static void data(byte[] segment, int start, int count, int width) {
    elements(segment, start, count, width);
  }

  /**
   * Implements {@code array.init_data}, 1 byte an element; the segment's range starts at a byte.
   */
  public static void init(byte[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    data(segment, segmentStart, count, 1);
    System.arraycopy(segment, segmentStart, to, start, count);
  }

  /**
   * Implements {@code array.init_data}, 2 bytes an element; the segment's range starts at a byte.
   */
  public static void init(short[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    data(segment, segmentStart, count, 2);
    ByteBuffer bytes = bytes(segment, segmentStart, 2 * count);
    bytes.asShortBuffer().get(to, start, count);
  }

  /**
   * Implements {@code array.init_data}, 4 bytes an element; the segment's range starts at a byte.
   */
  public static void init(int[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    data(segment, segmentStart, count, 4);
    ByteBuffer bytes = bytes(segment, segmentStart, 4 * count);
    bytes.asIntBuffer().get(to, start, count);
  }

  /**
   * Implements {@code array.init_data}, 8 bytes an element; the segment's range starts at a byte.
   */
  public static void init(long[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    data(segment, segmentStart, count, 8);
    ByteBuffer bytes = bytes(segment, segmentStart, 8 * count);
    bytes.asLongBuffer().get(to, start, count);
  }

  /**
   * Implements {@code array.init_data}, 4 bytes an element; the segment's range starts at a byte.
   */
  public static void init(float[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    data(segment, segmentStart, count, 4);
    ByteBuffer bytes = bytes(segment, segmentStart, 4 * count);
    bytes.asFloatBuffer().get(to, start, count);
  }

  /**
   * Implements {@code array.init_data}, 8 bytes an element; the segment's range starts at a byte.
   */
  public static void init(double[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length, start, count);
    data(segment, segmentStart, count, 8);
    ByteBuffer bytes = bytes(segment, segmentStart, 8 * count);
    bytes.asDoubleBuffer().get(to, start, count);
  }

  /** Implements {@code array.init_data} of vectors; the segment's range starts at a byte. */
  public static void initVectors(
      long[] to, int start, byte[] segment, int segmentStart, int count) {
    range(to.length >> 1, start, count);
    data(segment, segmentStart, count, 16);
    bytes(segment, segmentStart, 16 * count).asLongBuffer().get(to, 2 * start, 2 * count);
  }

  private static ByteBuffer bytes(byte[] segment, int start, int length) {
    return ByteBuffer.wrap(segment, start, length).order(ByteOrder.LITTLE_ENDIAN);
  }
}

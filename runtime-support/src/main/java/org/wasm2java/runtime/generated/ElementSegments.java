package org.wasm2java.runtime.generated;

import java.io.ByteArrayOutputStream;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.format.PackedNumbers;

/**
 * Element segments as generated code keeps them: function indices in the resource of the data
 * segments, as statements for thousands of them would exceed what a class can hold.
 *
 * <pre>{@code
 * ElementSegments.copy(this, table0, Data.BYTES, 1024, 3); // in generated code: three segments
 * }</pre>
 */
public final class ElementSegments {
  /** What a dropped segment holds. */
  public static final Object[] EMPTY = {};

  private ElementSegments() {}

  /**
   * Copies active segments into a table, in order.
   *
   * @param instance the instance whose functions they name
   * @param packed what {@link #pack} wrote for each of them: its offset and length before its
   *     functions
   * @param position where that starts
   * @param count how many segments there are
   * @throws Trap if one is not inside the table; those before it have been copied then
   * @see <a href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">
   *     Instantiation</a>
   */
  public static void copy(
      GeneratedInstance instance, Table table, byte[] packed, int position, int count) {
    PackedNumbers numbers = new PackedNumbers(packed, position);
    for (int i = 0; i < count; i++) {
      int offset = numbers.next();
      int length = numbers.next();
      table.init(functions(instance, numbers, length), offset, 0, length);
    }
  }

  /** Returns the elements of a segment whose functions were packed at a position. */
  public static Object[] functions(
      GeneratedInstance instance, byte[] packed, int position, int length) {
    return functions(instance, new PackedNumbers(packed, position), length);
  }

  private static Object[] functions(GeneratedInstance instance, PackedNumbers numbers, int length) {
    Object[] values = new Object[length];
    for (int i = 0; i < length; i++) {
      int number = numbers.next();
      values[i] = number == 0 ? null : instance.function(number - 1);
    }
    return values;
  }

  /** Appends the offset and the length of an active segment; its functions follow. */
  public static void pack(ByteArrayOutputStream out, int offset, int length) {
    PackedNumbers.write(out, offset);
    PackedNumbers.write(out, length);
  }

  /** Appends an element: a function's index, or -1 for null. */
  public static void pack(ByteArrayOutputStream out, int functionIndex) {
    PackedNumbers.write(out, functionIndex + 1);
  }
}

package org.wasm2java.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.wasm2java.runtime.type.MemoryType;

/**
 * A linear memory: a byte array of whole pages of 64 KiB that can grow. Addresses are unsigned
 * 32-bit offsets in bytes; an access outside the memory is a {@link Trap}. An array holds at most
 * {@link #MAX_PAGES} pages (2 GiB less one page); growing beyond gives -1, as the specification
 * allows.
 *
 * <pre>{@code
 * int address = module.alloc(5);
 * module.memory().write(address, "hello".getBytes(UTF_8));
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#memory-instances">Memory
 *     instances</a>
 */
public final class Memory implements Extern {
  /** The size of a page in bytes. */
  public static final int PAGE_SIZE = 65536;

  /** The most pages a memory can have here: what fits a Java array. */
  public static final int MAX_PAGES = 32767;

  /** Little-endian view of a byte array as {@code short}s at any offset. */
  public static final VarHandle I16 = view(short[].class);

  /** Little-endian view of a byte array as {@code int}s at any offset. */
  public static final VarHandle I32 = view(int[].class);

  /** Little-endian view of a byte array as {@code long}s at any offset. */
  public static final VarHandle I64 = view(long[].class);

  /** Little-endian view of a byte array as {@code float}s at any offset. */
  public static final VarHandle F32 = view(float[].class);

  /** Little-endian view of a byte array as {@code double}s at any offset. */
  public static final VarHandle F64 = view(double[].class);

  private static final int NO_MAXIMUM = -1;

  private final long maximumPages;
  private final long limitPages;
  private final int reservePages;
  private final MemoryAllocator allocator;
  private boolean shared;
  private byte[] bytes;

  /** How much of the array is the memory, in bytes; what is behind it is the reserve. */
  private int byteSize;

  private Memory(
      long minimumPages,
      long maximumPages,
      long limitPages,
      int reservePages,
      MemoryAllocator allocator) {
    this.maximumPages = maximumPages;
    this.limitPages = maximumPages < 0 ? limitPages : Math.min(limitPages, maximumPages);
    this.reservePages = reservePages;
    this.allocator = allocator;
    this.byteSize = (int) minimumPages * PAGE_SIZE;
    this.bytes = allocated(byteSize);
  }

  private byte[] allocated(int length) {
    if (allocator == null) {
      return new byte[length];
    }
    byte[] given = allocator.allocate(length, limitPages * PAGE_SIZE);
    if (given.length != length) {
      throw new IllegalStateException(
          "the memory allocator gave an array of "
              + given.length
              + " bytes where "
              + length
              + " were asked for");
    }
    return given;
  }

  private static VarHandle view(Class<?> arrayClass) {
    return MethodHandles.byteArrayViewVarHandle(arrayClass, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Returns a memory of zeros.
   *
   * @param minimumPages the initial size in pages
   * @param maximumPages the declared maximum in pages, negative for none
   * @throws OutOfMemoryError if the initial size exceeds {@link #MAX_PAGES} or the Java heap
   */
  public static Memory create(long minimumPages, long maximumPages) {
    return create(minimumPages, maximumPages, MAX_PAGES, 0, null);
  }

  /**
   * Returns a memory that grows to a limit at most; without an allocator, of Java's arrays.
   *
   * @param limitPages at most {@link #MAX_PAGES}
   * @param reservePages see {@link InstanceConfig.Builder#growthReserve}
   */
  static Memory create(
      long minimumPages,
      long maximumPages,
      long limitPages,
      int reservePages,
      MemoryAllocator allocator) {
    if (Long.compareUnsigned(minimumPages, MAX_PAGES) > 0) {
      throw new OutOfMemoryError(
          "a memory of "
              + Long.toUnsignedString(minimumPages)
              + " pages was asked for; at most "
              + MAX_PAGES
              + " pages fit a Java array");
    }
    return new Memory(
        minimumPages, Math.max(maximumPages, NO_MAXIMUM), limitPages, reservePages, allocator);
  }

  /**
   * Returns the array that holds the memory now; {@link #grow} may replace it. Not a copy. Only its
   * first {@code size() * PAGE_SIZE} bytes are the memory: the array is longer where the instance
   * has a {@linkplain InstanceConfig.Builder#growthReserve reserve}.
   */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the size in pages. */
  public int size() {
    return byteSize / PAGE_SIZE;
  }

  /** Returns the declared maximum in pages, or -1 for none. */
  public long maximum() {
    return maximumPages;
  }

  /**
   * Grows the memory by zeroed pages.
   *
   * @param deltaPages how many pages more, unsigned
   * @return the previous size in pages, or -1 if the memory cannot grow so far
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/modules.html#growing-memories">Growing
   *     memories</a>
   */
  public int grow(int deltaPages) {
    int previous = size();
    long wanted = previous + Integer.toUnsignedLong(deltaPages);
    if (wanted > limitPages) {
      return -1;
    }
    if (deltaPages != 0) {
      try {
        enlarge((int) wanted * PAGE_SIZE);
      } catch (OutOfMemoryError e) {
        return -1; // the specification lets growth fail for want of resources
      }
    }
    return previous;
  }

  private void enlarge(int length) {
    byte[] before = bytes;
    if (length > before.length) {
      replaceBytes(larger(length));
    }
    // The guest may have written to the reserve, and a copy of the array has that, too.
    fill(bytes, byteSize, Math.min(length, before.length), (byte) 0);
    byteSize = length;
  }

  /** Returns a copy for growth to a length: with the reserve, or without if that finds no room. */
  private byte[] larger(int length) {
    long reserved = Math.min(length + (long) reservePages * PAGE_SIZE, limitPages * PAGE_SIZE);
    if (reserved > length) {
      try {
        return longerCopy((int) reserved);
      } catch (OutOfMemoryError e) {
        return longerCopy(length);
      }
    }
    return longerCopy(length);
  }

  private byte[] longerCopy(int length) {
    if (allocator == null) {
      return LargerArrays.copyOf(bytes, length);
    }
    byte[] longer = allocated(length);
    System.arraycopy(bytes, 0, longer, 0, bytes.length);
    return longer;
  }

  private void replaceBytes(byte[] others) {
    byte[] replaced = bytes;
    bytes = others;
    if (!shared && allocator != null) {
      allocator.release(replaced);
    }
  }

  /** Returns a copy of the contents. */
  byte[] save() {
    return bytes.length == byteSize ? bytes.clone() : Arrays.copyOf(bytes, byteSize);
  }

  /** Makes size and contents those of a copy that was taken before. */
  void restore(byte[] saved) {
    if (saved.length > limitPages * PAGE_SIZE) {
      throw ResourceLimitException.of(
          "the snapshot's memory has "
              + saved.length / PAGE_SIZE
              + " pages, memoryLimit of the instance's configuration allows "
              + limitPages,
          null);
    }
    // Another size has an array without reserve, so that views end with the memory. As whenever an
    // array is replaced, the new one has another length: by that generated code knows it.
    if (saved.length != byteSize && saved.length != bytes.length) {
      replaceBytes(allocated(saved.length));
    }
    byteSize = saved.length;
    System.arraycopy(saved, 0, bytes, 0, saved.length);
  }

  /** Notes that another module uses the memory, too. */
  void share() {
    shared = true;
  }

  /** Gives the array back to the allocator, unless another module may still use it. */
  void releaseBytes() {
    if (!shared && allocator != null && bytes.length > 0) {
      byte[] released = bytes;
      bytes = new byte[0];
      byteSize = 0;
      allocator.release(released);
    }
  }

  /** Implements {@code memory.fill}: sets {@code length} bytes; lengths and addresses unsigned. */
  public void fill(int address, int value, int length) {
    int start = range(address, length);
    fill(bytes, start, start + length, (byte) value);
  }

  /**
   * Sets the bytes from {@code start} to before {@code end}. Does it by eight bytes, the last eight
   * of which may overlap those before: HotSpot makes more of such a loop than of {@code
   * Arrays.fill} ({@code FillBenchmark}).
   */
  static void fill(byte[] bytes, int start, int end, byte value) {
    if (end - start < Long.BYTES) {
      fillFew(bytes, start, end, value);
      return;
    }
    long eight = (value & 0xFFL) * 0x0101010101010101L;
    int last = end - Long.BYTES;
    for (int i = start; i < last; i += Long.BYTES) {
      I64.set(bytes, i, eight);
    }
    I64.set(bytes, last, eight);
  }

  private static void fillFew(byte[] bytes, int start, int end, byte value) {
    if (end - start < Integer.BYTES) {
      for (int i = start; i < end; i++) {
        bytes[i] = value;
      }
      return;
    }
    int four = (value & 0xFF) * 0x01010101;
    I32.set(bytes, start, four);
    I32.set(bytes, end - Integer.BYTES, four);
  }

  /** Implements {@code memory.copy} from {@code source}, which may be this memory. */
  public void copy(Memory source, int address, int sourceAddress, int length) {
    int from = source.range(sourceAddress, length);
    int to = range(address, length);
    System.arraycopy(source.bytes, from, bytes, to, length);
  }

  /**
   * Implements {@code memory.init} from a data segment.
   *
   * @param segment the array that holds the segment
   * @param segmentStart where the segment starts in the array
   * @param segmentLength how long the segment is; 0 if it was dropped
   * @param address where to write, unsigned
   * @param offset where to read in the segment, unsigned
   * @param length how many bytes, unsigned
   */
  public void init(
      byte[] segment, int segmentStart, int segmentLength, int address, int offset, int length) {
    int to = range(address, length);
    if (Integer.toUnsignedLong(offset) + Integer.toUnsignedLong(length) > segmentLength) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS);
    }
    System.arraycopy(segment, segmentStart + offset, bytes, to, length);
  }

  /** Implements {@code memory.init} from a whole array; empty if the segment was dropped. */
  public void init(byte[] segment, int address, int offset, int length) {
    init(segment, 0, segment.length, address, offset, length);
  }

  private int range(int address, int length) {
    if (Integer.toUnsignedLong(address) + Integer.toUnsignedLong(length) > byteSize) {
      throw Trap.of(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS);
    }
    return address;
  }

  /**
   * Returns a copy of a range.
   *
   * @throws Trap if the range is not inside the memory
   */
  public byte[] read(int address, int length) {
    int start = range(address, length);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /**
   * Writes all of {@code source}.
   *
   * @throws Trap if the range is not inside the memory; nothing is written then
   */
  public void write(int address, byte[] source) {
    Objects.requireNonNull(source, "source");
    System.arraycopy(source, 0, bytes, range(address, source.length), source.length);
  }

  /** Returns the UTF-8 string in a range; malformed input becomes replacement characters. */
  public String readString(int address, int length) {
    return new String(bytes, range(address, length), length, StandardCharsets.UTF_8);
  }

  /**
   * Returns the UTF-8 string that ends before the next zero byte.
   *
   * @throws Trap if there is none from the address to the end of the memory
   */
  public String readCString(int address) {
    for (int end = range(address, 0); end < byteSize; end++) {
      if (bytes[end] == 0) {
        return readString(address, end - address);
      }
    }
    throw Trap.of(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS);
  }

  /**
   * Writes a string in UTF-8 and returns how many bytes that are.
   *
   * @throws Trap if there is no room from the address to the end of the memory; nothing is written
   */
  public int writeString(int address, String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    write(address, encoded);
    return encoded.length;
  }

  /**
   * Writes a string in UTF-8 and a zero byte behind it, and returns how many bytes that are
   * together.
   *
   * @throws IllegalArgumentException if the string contains the character 0
   * @throws Trap if there is no room from the address to the end of the memory; nothing is written
   */
  public int writeCString(int address, String text) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "a string that ends with a zero cannot contain one: at index " + text.indexOf('\0'));
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    write(address, Arrays.copyOf(encoded, encoded.length + 1));
    return encoded.length + 1;
  }

  /**
   * Returns a view of a range, which stays on it when the memory grows.
   *
   * @throws Trap if the range is not inside the memory
   */
  public MemoryView view(int address, int length) {
    return new MemoryView(this, range(address, length), length);
  }

  /** Returns the byte at an address. */
  public byte readI8(int address) {
    return bytes[range(address, 1)];
  }

  /** Writes a byte. */
  public void writeI8(int address, byte value) {
    bytes[range(address, 1)] = value;
  }

  /** Returns the 16-bit integer at an address. */
  public short readI16(int address) {
    return (short) I16.get(bytes, range(address, Short.BYTES));
  }

  /** Writes a 16-bit integer. */
  public void writeI16(int address, short value) {
    I16.set(bytes, range(address, Short.BYTES), value);
  }

  /** Returns the 32-bit integer at an address. */
  public int readI32(int address) {
    return (int) I32.get(bytes, range(address, Integer.BYTES));
  }

  /** Writes a 32-bit integer. */
  public void writeI32(int address, int value) {
    I32.set(bytes, range(address, Integer.BYTES), value);
  }

  /** Returns the 64-bit integer at an address. */
  public long readI64(int address) {
    return (long) I64.get(bytes, range(address, Long.BYTES));
  }

  /** Writes a 64-bit integer. */
  public void writeI64(int address, long value) {
    I64.set(bytes, range(address, Long.BYTES), value);
  }

  /** Returns the 32-bit float at an address. */
  public float readF32(int address) {
    return (float) F32.get(bytes, range(address, Float.BYTES));
  }

  /** Writes a 32-bit float. */
  public void writeF32(int address, float value) {
    F32.set(bytes, range(address, Float.BYTES), value);
  }

  /** Returns the 64-bit float at an address. */
  public double readF64(int address) {
    return (double) F64.get(bytes, range(address, Double.BYTES));
  }

  /** Writes a 64-bit float. */
  public void writeF64(int address, double value) {
    F64.set(bytes, range(address, Double.BYTES), value);
  }

  @Override
  public String describe() {
    return new MemoryType(size(), maximum()).text();
  }

  /** Returns {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }
}

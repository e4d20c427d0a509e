package org.wasm2java.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * A range of a memory that is read and written in place, without copying. The view stays on its
 * range when the memory grows: it looks the memory's array up at each access. Indices count bytes
 * from the start of the range; numbers are little-endian and need no alignment.
 *
 * <pre>{@code
 * MemoryView pixels = image.memory().view(image.pixels(), 4 * width * height);
 * for (int i = 0; i < pixels.size(); i += 4) {
 *   pixels.setI32(i, 0xFF000000 | pixels.getI32(i));
 * }
 * }</pre>
 */
public final class MemoryView {
  private final Memory memory;
  private final int start;
  private final int size;

  MemoryView(Memory memory, int start, int size) {
    this.memory = memory;
    this.start = start;
    this.size = size;
  }

  /** Returns the address at which the range starts, unsigned. */
  public int address() {
    return start;
  }

  /** Returns the length of the range in bytes. */
  public int size() {
    return size;
  }

  private int at(int index, int width) {
    return start + Objects.checkFromIndexSize(index, width, size);
  }

  /**
   * Returns a byte.
   *
   * @throws IndexOutOfBoundsException if the index is outside the range
   */
  public byte get(int index) {
    return memory.bytes()[at(index, 1)];
  }

  /**
   * Sets a byte.
   *
   * @throws IndexOutOfBoundsException if the index is outside the range
   */
  public void set(int index, byte value) {
    memory.bytes()[at(index, 1)] = value;
  }

  /** Returns 16 bits, see {@link #get}. */
  public short getI16(int index) {
    return (short) Memory.I16.get(memory.bytes(), at(index, Short.BYTES));
  }

  /** Sets 16 bits, see {@link #set}. */
  public void setI16(int index, short value) {
    Memory.I16.set(memory.bytes(), at(index, Short.BYTES), value);
  }

  /** Returns a 32-bit integer, see {@link #get}. */
  public int getI32(int index) {
    return (int) Memory.I32.get(memory.bytes(), at(index, Integer.BYTES));
  }

  /** Sets a 32-bit integer, see {@link #set}. */
  public void setI32(int index, int value) {
    Memory.I32.set(memory.bytes(), at(index, Integer.BYTES), value);
  }

  /** Returns a 64-bit integer, see {@link #get}. */
  public long getI64(int index) {
    return (long) Memory.I64.get(memory.bytes(), at(index, Long.BYTES));
  }

  /** Sets a 64-bit integer, see {@link #set}. */
  public void setI64(int index, long value) {
    Memory.I64.set(memory.bytes(), at(index, Long.BYTES), value);
  }

  /** Returns a 32-bit float, see {@link #get}. */
  public float getF32(int index) {
    return (float) Memory.F32.get(memory.bytes(), at(index, Float.BYTES));
  }

  /** Sets a 32-bit float, see {@link #set}. */
  public void setF32(int index, float value) {
    Memory.F32.set(memory.bytes(), at(index, Float.BYTES), value);
  }

  /** Returns a 64-bit float, see {@link #get}. */
  public double getF64(int index) {
    return (double) Memory.F64.get(memory.bytes(), at(index, Double.BYTES));
  }

  /** Sets a 64-bit float, see {@link #set}. */
  public void setF64(int index, double value) {
    Memory.F64.set(memory.bytes(), at(index, Double.BYTES), value);
  }

  /**
   * Returns a view of a part of the range.
   *
   * @throws IndexOutOfBoundsException if the part is not inside the range
   */
  public MemoryView slice(int index, int length) {
    return new MemoryView(memory, at(index, length), length);
  }

  /**
   * Copies bytes of the range to an array.
   *
   * @throws IndexOutOfBoundsException if a part is not inside the range or the array
   */
  public void copyTo(int index, byte[] target, int offset, int length) {
    System.arraycopy(memory.bytes(), at(index, length), target, offset, length);
  }

  /**
   * Copies bytes of an array to the range.
   *
   * @throws IndexOutOfBoundsException if a part is not inside the range or the array
   */
  public void copyFrom(int index, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, memory.bytes(), at(index, length), length);
  }

  /** Sets all bytes of the range. */
  public void fill(byte value) {
    Memory.fill(memory.bytes(), start, start + size, value);
  }

  /** Returns a copy of the range. */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(memory.bytes(), start, start + size);
  }

  /** Returns the range as a UTF-8 string; malformed input becomes replacement characters. */
  public String readString() {
    return new String(memory.bytes(), start, size, StandardCharsets.UTF_8);
  }

  /** Returns where the view is, for messages. */
  @Override
  public String toString() {
    return size + " bytes at 0x" + Integer.toHexString(start) + " of " + memory;
  }
}

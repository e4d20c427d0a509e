package org.wasm2java.runtime.type;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A 128-bit vector, as Java passes it to WebAssembly and gets it back. The vector has no lanes of
 * its own: each of the {@code of...} methods makes one from lanes of some shape, each of the others
 * reads a lane of some shape, lane 0 being the least significant one.
 *
 * <pre>{@code
 * V128 colour = V128.ofF32x4(1f, 0.5f, 0f, 1f);
 * V128 blended = (V128) instance.exportedFunction("blend").call(colour, V128.ZERO)[0];
 * float red = blended.f32(0);
 * }</pre>
 *
 * <p>Generated code has no such objects: there, a vector is variables of primitive types.
 *
 * @param low the bytes 0 to 7, least significant first
 * @param high the bytes 8 to 15
 * @see <a href="https://webassembly.github.io/spec/core/syntax/values.html#vectors">Vectors</a>
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#vector-types">Vector
 *     types</a>
 */
public record V128(long low, long high) {
  /** All bits zero. */
  public static final V128 ZERO = new V128(0, 0);

  private static final int BYTES = 16;

  /** Returns a vector of two halves, which are also its lanes as {@code i64x2}. */
  public static V128 of(long low, long high) {
    return new V128(low, high);
  }

  /** Returns a vector of four {@code i32} lanes. */
  public static V128 ofI32x4(int lane0, int lane1, int lane2, int lane3) {
    return new V128(half(lane0, lane1), half(lane2, lane3));
  }

  /** Returns a vector of four {@code f32} lanes; a NaN keeps its bits. */
  public static V128 ofF32x4(float lane0, float lane1, float lane2, float lane3) {
    return ofI32x4(
        Float.floatToRawIntBits(lane0),
        Float.floatToRawIntBits(lane1),
        Float.floatToRawIntBits(lane2),
        Float.floatToRawIntBits(lane3));
  }

  /** Returns a vector of two {@code f64} lanes; a NaN keeps its bits. */
  public static V128 ofF64x2(double lane0, double lane1) {
    return new V128(Double.doubleToRawLongBits(lane0), Double.doubleToRawLongBits(lane1));
  }

  /**
   * Returns a vector of eight {@code i16} lanes.
   *
   * @throws IllegalArgumentException if there are not eight
   */
  public static V128 ofI16x8(short... lanes) {
    requireCount(BYTES / Short.BYTES, lanes.length, "lanes of i16x8");
    ByteBuffer bytes = buffer(new byte[BYTES]);
    for (short lane : lanes) {
      bytes.putShort(lane);
    }
    return read(bytes);
  }

  /**
   * Returns a vector of sixteen bytes in the order of memory, which are also its lanes as {@code
   * i8x16}.
   *
   * @throws IllegalArgumentException if there are not sixteen
   */
  public static V128 ofBytes(byte[] bytes) {
    requireCount(BYTES, bytes.length, "bytes of a v128");
    return read(buffer(bytes));
  }

  private static void requireCount(int expected, int found, String what) {
    if (found != expected) {
      throw new IllegalArgumentException("expected " + expected + " " + what + ", found " + found);
    }
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static V128 read(ByteBuffer bytes) {
    return new V128(bytes.getLong(0), bytes.getLong(Long.BYTES));
  }

  private static long half(int first, int second) {
    return Integer.toUnsignedLong(first) | (long) second << Integer.SIZE;
  }

  /**
   * Returns a lane of {@code i8x16}, signed.
   *
   * @throws IndexOutOfBoundsException if there is no such lane
   */
  public byte i8(int lane) {
    return (byte) bits(lane, Byte.SIZE);
  }

  /**
   * Returns a lane of {@code i16x8}, signed.
   *
   * @throws IndexOutOfBoundsException if there is no such lane
   */
  public short i16(int lane) {
    return (short) bits(lane, Short.SIZE);
  }

  /**
   * Returns a lane of {@code i32x4}.
   *
   * @throws IndexOutOfBoundsException if there is no such lane
   */
  public int i32(int lane) {
    return (int) bits(lane, Integer.SIZE);
  }

  /**
   * Returns a lane of {@code i64x2}.
   *
   * @throws IndexOutOfBoundsException if there is no such lane
   */
  public long i64(int lane) {
    return bits(lane, Long.SIZE);
  }

  /**
   * Returns a lane of {@code f32x4}.
   *
   * @throws IndexOutOfBoundsException if there is no such lane
   */
  public float f32(int lane) {
    return Float.intBitsToFloat(i32(lane));
  }

  /**
   * Returns a lane of {@code f64x2}.
   *
   * @throws IndexOutOfBoundsException if there is no such lane
   */
  public double f64(int lane) {
    return Double.longBitsToDouble(i64(lane));
  }

  /** Returns the half that has the lane, with the lane as its lowest bits. */
  private long bits(int lane, int width) {
    int perHalf = Long.SIZE / width;
    if (lane < 0 || lane >= 2 * perHalf) {
      throw new IndexOutOfBoundsException(
          "lane " + lane + " of a v128 of " + 2 * perHalf + " lanes of " + width + " bits");
    }
    return (lane < perHalf ? low : high) >>> lane % perHalf * width;
  }

  /** Returns the sixteen bytes in the order of memory, in a new array. */
  public byte[] toBytes() {
    return buffer(new byte[BYTES]).putLong(low).putLong(high).array();
  }

  /**
   * Returns both halves in hexadecimal digits, low first, as {@code v128.const i64x2} of the text
   * format has them: {@code v128(0x0000000000000001 0x0000000000000000)} for the number 1.
   */
  @Override
  public String toString() {
    return "v128(" + hex(low) + " " + hex(high) + ")";
  }

  private static String hex(long half) {
    return String.format("0x%016x", half);
  }
}

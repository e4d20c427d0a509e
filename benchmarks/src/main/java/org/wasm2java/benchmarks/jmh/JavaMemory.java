package org.wasm2java.benchmarks.jmh;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** What {@code memory.wat} does, on arrays of the type that is accessed. */
final class JavaMemory {
  private static final int SIZE = 0x200000;
  private static final int WRITTEN_SIZE = 128 * 4096;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes = new byte[SIZE];
  private final short[] shorts = new short[SIZE / Short.BYTES];
  private final int[] ints = new int[SIZE / Integer.BYTES];
  private final long[] longs = new long[SIZE / Long.BYTES];
  private final double[] doubles = new double[2 * KernelBenchmark.STEPS];
  private final byte[] writtenBytes = new byte[WRITTEN_SIZE];
  private final int[] writtenInts = new int[KernelBenchmark.STEPS];
  private final long[] writtenLongs = new long[KernelBenchmark.STEPS];
  private final double[] writtenDoubles = new double[KernelBenchmark.STEPS];

  JavaMemory() {
    for (int i = 0; i < ints.length; i++) {
      ints[i] = i * Integer.BYTES * 0x2545F491;
    }
    ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    view.asIntBuffer().put(ints);
    view.asShortBuffer().get(shorts);
    view.asLongBuffer().get(longs);
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = i * 0.5;
    }
  }

  IntUnaryOperator kernel(String name) {
    return switch (name) {
      case "load8" -> this::load8;
      case "load16" -> this::load16;
      case "load32", "load32Unsigned" -> this::load32;
      case "load64" -> this::load64;
      case "loadF64" -> this::loadF64;
      case "load32Offset" -> this::load32Offset;
      case "load32Unaligned" -> this::load32Unaligned;
      case "load32Stride" -> this::load32Stride;
      case "load32Random" -> this::load32Random;
      case "chase32" -> this::chase32;
      case "store8" -> this::store8;
      case "store32" -> this::store32;
      case "store64" -> this::store64;
      case "copyLoop32" -> this::copyLoop32;
      case "addF64" -> this::addF64;
      case "copy16" -> n -> copy(n, 16);
      case "fill16" -> n -> fill(n, 16);
      case "copy256" -> n -> copy(n, 256);
      case "fill256" -> n -> fill(n, 256);
      case "copy4096" -> n -> copy(n, 4096);
      case "fill4096" -> n -> fill(n, 4096);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int fold(double sum) {
    long bits = Double.doubleToRawLongBits(sum);
    return (int) (bits ^ bits >>> 32);
  }

  /** The bytes 8 to 11 of what was written, as the kernels return them. */
  private int firstBytes() {
    return (int) INT.get(writtenBytes, 8);
  }

  private int copy(int n, int size) {
    for (int i = 0; i < n; i++) {
      System.arraycopy(bytes, (i & 63) << 12, writtenBytes, (i & 127) << 12, size);
    }
    return firstBytes();
  }

  private int fill(int n, int size) {
    for (int i = 0; i < n; i++) {
      int start = (i & 127) << 12;
      Arrays.fill(writtenBytes, start, start + size, (byte) i);
    }
    return firstBytes();
  }

  private int load8(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += bytes[i] & 0xFF;
    }
    return sum;
  }

  private int load16(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += shorts[i];
    }
    return sum;
  }

  private int load32(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += ints[i];
    }
    return sum;
  }

  private int load64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += longs[i];
    }
    return (int) (sum ^ sum >>> 32);
  }

  private int loadF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += doubles[i];
    }
    return fold(sum);
  }

  private int load32Offset(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += ints[i + 0x40000];
    }
    return sum;
  }

  private int load32Unaligned(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (int) INT.get(bytes, (i << 2) + 1);
    }
    return sum;
  }

  private int load32Stride(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += ints[i << 4];
    }
    return sum;
  }

  private int load32Random(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += ints[(i * 0x9E3779B1 & 0x1FFFFC) >>> 2];
    }
    return sum;
  }

  private int chase32(int n) {
    int a = 0;
    for (int i = 0; i < n; i++) {
      a = ints[(a + (i << 2) & 0x1FFFFC) >>> 2];
    }
    return a;
  }

  private int store8(int n) {
    for (int i = 0; i < n; i++) {
      writtenBytes[i] = (byte) i;
    }
    return firstBytes();
  }

  private int store32(int n) {
    for (int i = 0; i < n; i++) {
      writtenInts[i] = i;
    }
    return writtenInts[2];
  }

  private int store64(int n) {
    for (int i = 0; i < n; i++) {
      writtenLongs[i] = i;
    }
    return (int) writtenLongs[1];
  }

  private int copyLoop32(int n) {
    for (int i = 0; i < n; i++) {
      writtenInts[i] = ints[i];
    }
    return writtenInts[2];
  }

  private int addF64(int n) {
    for (int i = 0; i < n; i++) {
      writtenDoubles[i] = doubles[i] + doubles[i + 8192];
    }
    return (int) (Double.doubleToRawLongBits(writtenDoubles[1]) >>> 32);
  }
}

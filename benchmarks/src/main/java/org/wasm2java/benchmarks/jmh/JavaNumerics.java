package org.wasm2java.benchmarks.jmh;

import java.util.function.IntUnaryOperator;

/**
 * What {@code numerics.wat} does, as people write it in Java: where WebAssembly traps, this goes on
 * with some number.
 */
final class JavaNumerics {
  private JavaNumerics() {}

  static IntUnaryOperator kernel(String name) {
    return switch (name) {
      case "divS" -> JavaNumerics::divS;
      case "divU" -> JavaNumerics::divU;
      case "divUConstant" -> JavaNumerics::divUConstant;
      case "remU" -> JavaNumerics::remU;
      case "divS64" -> JavaNumerics::divS64;
      case "divU64" -> JavaNumerics::divU64;
      case "remU64" -> JavaNumerics::remU64;
      case "ltU" -> JavaNumerics::ltU;
      case "ltU64" -> JavaNumerics::ltU64;
      case "rotl" -> JavaNumerics::rotl;
      case "bits" -> JavaNumerics::bits;
      case "truncS" -> JavaNumerics::truncS;
      case "truncU" -> JavaNumerics::truncU;
      case "truncU64" -> JavaNumerics::truncU64;
      case "truncSatS" -> JavaNumerics::truncSatS;
      case "truncSatU64" -> JavaNumerics::truncSatU64;
      case "convertS" -> JavaNumerics::convertS;
      case "convertU" -> JavaNumerics::convertU;
      case "convertU64" -> JavaNumerics::convertU64;
      case "convertF32U64" -> JavaNumerics::convertF32U64;
      case "minF64" -> JavaNumerics::minF64;
      case "maxF32" -> JavaNumerics::maxF32;
      case "floorF64" -> JavaNumerics::floorF64;
      case "truncF64" -> JavaNumerics::truncF64;
      case "nearestF64" -> JavaNumerics::nearestF64;
      case "copysignF64" -> JavaNumerics::copysignF64;
      case "sqrtF64" -> JavaNumerics::sqrtF64;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int fold(double sum) {
    long bits = Double.doubleToRawLongBits(sum);
    return (int) (bits ^ bits >>> 32);
  }

  private static double unsigned(long value) {
    return value >= 0 ? (double) value : (double) (value >>> 1 | value & 1) * 2.0;
  }

  private static float unsignedFloat(long value) {
    return value >= 0 ? (float) value : (float) (value >>> 1 | value & 1) * 2.0f;
  }

  private static double trunc(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  private static int divS(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i * 0x9E3779B1 / (i & 1023 | 1);
    }
    return sum;
  }

  private static int divU(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Integer.divideUnsigned(i * 0x9E3779B1, (i & 1023 | 1));
    }
    return sum;
  }

  private static int divUConstant(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Integer.divideUnsigned(i * 0x9E3779B1, 10);
    }
    return sum;
  }

  private static int remU(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Integer.remainderUnsigned(i * 0x9E3779B1, (i & 1023 | 1));
    }
    return sum;
  }

  private static int divS64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i * 0x9E3779B97F4A7C15L / (i & 1023 | 1);
    }
    return (int) (sum ^ sum >>> 32);
  }

  private static int divU64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Long.divideUnsigned(i * 0x9E3779B97F4A7C15L, (i & 1023 | 1));
    }
    return (int) (sum ^ sum >>> 32);
  }

  private static int remU64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Long.remainderUnsigned(i * 0x9E3779B97F4A7C15L, (i & 1023 | 1));
    }
    return (int) (sum ^ sum >>> 32);
  }

  private static int ltU(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Integer.compareUnsigned(i * 0x9E3779B1, 0x9ABCDEF0) < 0 ? 1 : 0;
    }
    return sum;
  }

  private static int ltU64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Long.compareUnsigned(i * 0x9E3779B97F4A7C15L, 0x9ABCDEF012345678L) < 0 ? 1 : 0;
    }
    return (int) (sum ^ sum >>> 32);
  }

  private static int rotl(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Integer.rotateLeft(i * 0x9E3779B1, i);
    }
    return sum;
  }

  private static int bits(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum +=
          Integer.numberOfLeadingZeros(i * 0x9E3779B1)
              + Integer.numberOfTrailingZeros(i * 0x9E3779B1)
              + Integer.bitCount(i * 0x9E3779B1);
    }
    return sum;
  }

  private static int truncS(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (int) (i * 0x9E3779B1 * 0.001);
    }
    return sum;
  }

  private static int truncU(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (int) (long) Math.abs(i * 0x9E3779B1 * 0.001);
    }
    return sum;
  }

  private static int truncU64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (long) Math.abs(i * 0x9E3779B1 * 0.001);
    }
    return (int) (sum ^ sum >>> 32);
  }

  private static int truncSatS(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (int) (i * 0x9E3779B1 * 0.001);
    }
    return sum;
  }

  private static int truncSatU64(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.max(0L, (long) (i * 0x9E3779B1 * 0.001));
    }
    return (int) (sum ^ sum >>> 32);
  }

  private static int convertS(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (double) (i * 0x9E3779B1);
    }
    return fold(sum);
  }

  private static int convertU(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += (double) (i * 0x9E3779B1 & 0xFFFFFFFFL);
    }
    return fold(sum);
  }

  private static int convertU64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += unsigned(i * 0x9E3779B97F4A7C15L);
    }
    return fold(sum);
  }

  private static int convertF32U64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += unsignedFloat(i * 0x9E3779B97F4A7C15L);
    }
    return fold(sum);
  }

  private static int minF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.min(i * 0x9E3779B1 * 0.001, 1000.0);
    }
    return fold(sum);
  }

  private static int maxF32(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.max(i * 0x9E3779B1 * 0.001f, 1000.0f);
    }
    return fold(sum);
  }

  private static int floorF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.floor(i * 0x9E3779B1 * 0.001);
    }
    return fold(sum);
  }

  private static int truncF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += trunc(i * 0x9E3779B1 * 0.001);
    }
    return fold(sum);
  }

  private static int nearestF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.rint(i * 0x9E3779B1 * 0.001);
    }
    return fold(sum);
  }

  private static int copysignF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.copySign(1.5, i * 0x9E3779B1 * 0.001);
    }
    return fold(sum);
  }

  private static int sqrtF64(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.sqrt(Math.abs(i * 0x9E3779B1 * 0.001));
    }
    return fold(sum);
  }
}

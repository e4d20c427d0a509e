package org.wasm2java.benchmarks.jmh;

import java.util.function.IntUnaryOperator;

/** What {@code calls.wat} does, in Java. */
public final class JavaCalls {
  private JavaCalls() {}

  static IntUnaryOperator kernel(String name) {
    return switch (name) {
      case "twoResults" -> JavaCalls::twoResults;
      case "recursive" -> JavaCalls::recursive;
      default -> JavaCalls::direct;
    };
  }

  /** The function that every other kernel calls; also a host function. */
  public static int mix(int a, int b) {
    return a * 31 ^ b;
  }

  private static int direct(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum = mix(sum, i);
    }
    return sum;
  }

  private record Pair(int first, int second) {}

  private static Pair pair(int a, int b) {
    return new Pair(a + b, a ^ 0x55);
  }

  private static int twoResults(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      Pair pair = pair(sum, i);
      sum = pair.first() + pair.second();
    }
    return sum;
  }

  private static int down(int k) {
    return k == 0 ? 1 : down(k - 1) * 31 + k;
  }

  private static int recursive(int n) {
    int sum = 0;
    for (int i = 0; i < n; i += 128) {
      sum = Integer.rotateLeft(sum, 1) ^ down(127);
    }
    return sum;
  }
}

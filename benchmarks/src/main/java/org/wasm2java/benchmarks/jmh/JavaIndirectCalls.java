package org.wasm2java.benchmarks.jmh;

import java.util.function.IntUnaryOperator;

/** What {@code indirect.wat} does, in Java. */
final class JavaIndirectCalls {
  private static final int TARGETS = 64;

  private final IntUnaryOperator[] table = new IntUnaryOperator[TARGETS];

  private JavaIndirectCalls() {
    for (int i = 0; i < TARGETS; i++) {
      table[i] = target(i);
    }
  }

  /** Returns a lambda; each of the four has a class of its own, as few as Java code would have. */
  private static IntUnaryOperator target(int index) {
    int constant = 2 * index + 3;
    return switch (index % 4) {
      case 0 -> a -> a + constant;
      case 1 -> a -> a ^ constant;
      case 2 -> a -> a * constant;
      default -> a -> Integer.rotateLeft(a, constant);
    };
  }

  /** Returns a kernel; Java arrays make no difference between fixed and written tables. */
  static IntUnaryOperator kernel(String name) {
    JavaIndirectCalls calls = new JavaIndirectCalls();
    if (name.endsWith("One")) {
      return calls::one;
    }
    if (name.endsWith("Two")) {
      return calls::two;
    }
    return name.endsWith("Fifty") ? calls::fifty : calls::random;
  }

  private int one(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[3].applyAsInt(sum);
    }
    return sum;
  }

  private int two(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[i & 1 | 2].applyAsInt(sum);
    }
    return sum;
  }

  private int fifty(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[i % 50].applyAsInt(sum);
    }
    return sum;
  }

  private int random(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[(i * 0x9E3779B1 >>> 8) % 50].applyAsInt(sum);
    }
    return sum;
  }
}

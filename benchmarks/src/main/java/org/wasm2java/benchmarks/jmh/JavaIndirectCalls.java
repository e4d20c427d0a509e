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
    return switch (name.replaceFirst("fixed|written", "")) {
      case "One" -> calls::one;
      case "Two" -> calls::two;
      case "Three" -> calls::three;
      case "ThreeRepeating" -> calls::threeRepeating;
      case "ThreeRandom" -> calls::threeRandom;
      case "Eight" -> calls::eight;
      case "EightRepeating" -> calls::eightRepeating;
      case "EightRandom" -> calls::eightRandom;
      case "Fifty" -> calls::fifty;
      case "FiftyRepeating" -> calls::fiftyRepeating;
      case "Random" -> calls::random;
      default -> throw new IllegalArgumentException("no kernel is called " + name);
    };
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

  private int three(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[i % 3].applyAsInt(sum);
    }
    return sum;
  }

  private int threeRepeating(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[mixed(i & 1023) % 3].applyAsInt(sum);
    }
    return sum;
  }

  private int threeRandom(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[scattered(i) % 3].applyAsInt(sum);
    }
    return sum;
  }

  private int eight(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[i % 8].applyAsInt(sum);
    }
    return sum;
  }

  private int eightRepeating(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[mixed(i & 1023) % 8].applyAsInt(sum);
    }
    return sum;
  }

  private int eightRandom(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[scattered(i) % 8].applyAsInt(sum);
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

  private int fiftyRepeating(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[mixed(i & 1023) % 50].applyAsInt(sum);
    }
    return sum;
  }

  private int random(int n) {
    int sum = n;
    for (int i = 0; i < n; i++) {
      sum = table[mixed(i) % 50].applyAsInt(sum);
    }
    return sum;
  }

  private static int mixed(int i) {
    return i * 0x9E3779B1 >>> 8;
  }

  private static int scattered(int i) {
    int mixed = i * 0x9E3779B1;
    return (mixed ^ mixed >>> 15) * 0x85EBCA77 >>> 8;
  }
}

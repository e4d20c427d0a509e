package org.wasm2java.benchmarks.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Functions full of calls, as they are and with a try around each call, in both forms of it. */
public class GuardedCallsBenchmark extends ModuleBenchmark {
  /** The kernel's name, which begins with that of its module. */
  @Param({
    "guardedFib",
    "guardedFibTried",
    "guardedAckermann",
    "guardedAckermannTried",
    "guardedTak",
    "guardedTakTried",
    "guardedHanoi",
    "guardedHanoiTried",
    "guardedLeaves",
    "guardedLeavesTried",
    "guardedChain",
    "guardedChainTried",
    "guardedIsOdd",
    "guardedIsOddTried",
    "guardedDigits",
    "guardedDigitsTried",
    "legacyFib",
    "legacyFibTried",
    "legacyAckermann",
    "legacyAckermannTried",
    "legacyTak",
    "legacyTakTried",
    "legacyHanoi",
    "legacyHanoiTried",
    "legacyLeaves",
    "legacyLeavesTried",
    "legacyChain",
    "legacyChainTried",
    "legacyIsOdd",
    "legacyIsOddTried",
    "legacyDigits",
    "legacyDigitsTried"
  })
  public String kernel = "";

  /** For JMH. */
  public GuardedCallsBenchmark() {}

  /** Translates the module. */
  @Setup
  public void prepare() {
    time(kernel);
  }
}

package org.wasm2java.aot.split.method.plan;

import org.wasm2java.aot.ir.JvmLimits;

/**
 * How large methods may be, in bytes of bytecode.
 *
 * @param whole a function up to this size stays one method
 * @param target what the methods of a larger function aim at
 * @param loop a loop up to this size stays whole
 * @param group what a group of cases of a large switch aims at
 * @param hard what no method may exceed
 * @param registers how many registers HotSpot's first compiler may need for a method
 */
public record MethodLimit(int whole, int target, int loop, int group, int hard, int registers) {
  /** What HotSpot compiles well. */
  public static final MethodLimit DEFAULT = of(JvmLimits.HARD_METHOD_BYTES);

  /** Returns the limits for methods of at most {@code hard} bytes. */
  public static MethodLimit of(int hard) {
    int target = Math.min(hard * 8 / 10, JvmLimits.TARGET_METHOD_BYTES);
    return new MethodLimit(
        hard * 8 / 10, target, hard * 8 / 10, target * 6 / 10, hard, JvmLimits.C1_REGISTERS);
  }

  /** Returns limits that cut finer, for another try where the estimate was too low. */
  MethodLimit finer() {
    return new MethodLimit(
        whole * 7 / 10, target * 7 / 10, loop * 7 / 10, group * 7 / 10, hard, registers);
  }

  /** Returns limits for fewer registers, for another try where the estimate was too low. */
  public MethodLimit withFewerRegisters() {
    return new MethodLimit(whole, target, loop, group, hard, registers * 7 / 10);
  }
}

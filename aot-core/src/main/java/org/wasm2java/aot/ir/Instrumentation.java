package org.wasm2java.aot.ir;

import java.util.List;

/**
 * What generated code does beside what the module says; none of it unless it is asked for.
 *
 * @param interruptible whether running code notices that it should stop
 * @param fuel whether running code uses up fuel
 * @param listen patterns of the functions whose calls a listener is told of
 * @param exceptionFrames whether exceptions note what was running when they were thrown
 */
public record Instrumentation(
    boolean interruptible, boolean fuel, List<String> listen, boolean exceptionFrames) {
  /** Nothing beside what the module says. */
  public static final Instrumentation NONE = new Instrumentation(false, false, List.of(), false);

  /** Copies the patterns. */
  public Instrumentation {
    listen = List.copyOf(listen);
  }

  /** Returns whether it is seen which functions call which, or how much they do. */
  public boolean countsCalls() {
    return fuel || !listen.isEmpty();
  }

  /** Returns whether functions and loops have checkpoints. */
  public boolean checks() {
    return interruptible || fuel;
  }
}

package org.wasm2java.runtime.generated;

import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;

/**
 * What generated code does at a checkpoint that it may not pass.
 *
 * <pre>{@code
 * if (this.stop || Thread.currentThread().isInterrupted()) { // in generated code
 *   throw Checkpoint.stopped(this);
 * }
 * if ((this.fuel -= 3L) < 0L) {
 *   Checkpoint.outOfFuel(this);
 * }
 * }</pre>
 */
public final class Checkpoint {
  private Checkpoint() {}

  /** Returns why code was stopped. */
  public static RuntimeException stopped(GeneratedInstance instance) {
    RuntimeException reason = instance.execution().stopReason();
    return reason == null ? Trap.of(TrapKind.INTERRUPTED, "(thread interrupted)") : reason;
  }

  /** Takes what fuel is left and traps. */
  public static void outOfFuel(GeneratedInstance instance) {
    instance.execution().setFuel(0);
    throw Trap.of(TrapKind.OUT_OF_FUEL);
  }
}

package org.wasm2java.aot.optimize;

import java.util.List;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.optimize.loop.RoundsAtOnce;

/** Runs the passes in their order. */
public final class Optimizer {
  private static final List<UnaryOperator<IrFunction>> PASSES =
      List.of(
          DeadStores::run,
          ConditionalBlocks::run,
          RoundsAtOnce::run,
          KnownAddresses::run,
          LoopReloads::run,
          CountedLoops::run,
          Checkpoints::run);

  private Optimizer() {}

  /** Returns a function that does the same in fewer steps. */
  public static IrFunction optimize(IrFunction function) {
    IrFunction optimized = function;
    for (UnaryOperator<IrFunction> pass : PASSES) {
      optimized = pass.apply(optimized);
    }
    return optimized;
  }
}

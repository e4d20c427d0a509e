package org.wasm2java.aot.optimize;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.optimize.loop.RoundsAtOnce;

/** Gives tests of other packages each pass alone. */
public final class OptimizerPasses {
  private OptimizerPasses() {}

  /** Returns the passes by the names of their classes. */
  public static Map<String, UnaryOperator<IrFunction>> byName() {
    return new TreeMap<>(
        Map.of(
            "DeadStores", DeadStores::run,
            "ConditionalBlocks", ConditionalBlocks::run,
            "RoundsAtOnce", RoundsAtOnce::run,
            "KnownAddresses", KnownAddresses::run,
            "LoopReloads", LoopReloads::run,
            "CountedLoops", CountedLoops::run,
            "Checkpoints", Checkpoints::run));
  }
}

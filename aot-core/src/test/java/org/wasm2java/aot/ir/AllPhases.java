package org.wasm2java.aot.ir;

import java.util.Set;
import java.util.stream.IntStream;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.lower.FunctionLowering;
import org.wasm2java.aot.lower.MemoryGrowth;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.optimize.Optimizer;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.split.method.FunctionOutliner;
import org.wasm2java.aot.split.method.FunctionPlan;
import org.wasm2java.aot.split.method.MethodLimit;
import org.wasm2java.aot.split.method.MethodPlan;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;

/** Takes a module through the phases and verifies the IR behind each of them. */
public final class AllPhases {
  /** From limits that cut nearly everything to the one that users get. */
  private static final int[] LIMITS = {100, 200, 1000, 7500};

  private AllPhases() {}

  /** Verifies every function; returns how many methods there were. */
  public static int verify(byte[] wasm) {
    return verify(wasm, Instrumentation.NONE);
  }

  /** Verifies every function with what it does beside its code. */
  public static int verify(byte[] wasm, Instrumentation instrumentation) {
    ValidModule module = ModuleValidator.validate(ModuleDecoder.decode(wasm));
    MemoryGrowth growth = MemoryGrowth.of(module, Set.of());
    IndexSpaces spaces = module.spaces();
    return IntStream.range(spaces.importedFunctions(), spaces.functionCount())
        .parallel()
        .map(
            index -> verify(spaces, FunctionLowering.lower(module, growth, instrumentation, index)))
        .sum();
  }

  /** Prints every function as it is split into methods of this size. */
  public static String print(byte[] wasm, int methodLimit, Instrumentation instrumentation) {
    ValidModule module = ModuleValidator.validate(ModuleDecoder.decode(wasm));
    MemoryGrowth growth = MemoryGrowth.of(module, Set.of());
    IndexSpaces spaces = module.spaces();
    StringBuilder text = new StringBuilder();
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      IrFunction function =
          Optimizer.optimize(FunctionLowering.lower(module, growth, instrumentation, i));
      FunctionPlan plan =
          FunctionOutliner.plan(
              function, MethodLimit.of(methodLimit), LayoutLimits.STANDARD.partBytes());
      text.append(IrPrinter.print(function.withBody(plan.methods().get(0).body())));
      for (MethodPlan part : plan.methods().subList(1, plan.methods().size())) {
        text.append("part ").append(part.part()).append(' ').append(part.parameters());
        text.append('\n').append(IrPrinter.print(part.body()).indent(2));
      }
    }
    return text.toString();
  }

  private static int verify(IndexSpaces spaces, IrFunction lowered) {
    IrVerifier.verify(spaces, lowered);
    IrFunction optimized = Optimizer.optimize(lowered);
    IrVerifier.verify(spaces, optimized);
    int methods = 0;
    for (int limit : LIMITS) {
      FunctionPlan plan =
          FunctionOutliner.plan(
              optimized, MethodLimit.of(limit), LayoutLimits.SMALLEST.partBytes());
      for (MethodPlan method : plan.methods()) {
        IrVerifier.verify(
            spaces,
            method.functionIndex(),
            method.parameters(),
            optimized.results(),
            method.body());
        methods++;
      }
    }
    return methods;
  }
}

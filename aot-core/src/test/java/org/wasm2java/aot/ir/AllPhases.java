package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.inline.TailInlining;
import org.wasm2java.aot.lane.LaneLowering;
import org.wasm2java.aot.lower.FunctionLowering;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.optimize.Optimizer;
import org.wasm2java.aot.resolve.TypeResolution;
import org.wasm2java.aot.source.name.TypeClassNames;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.split.MemoryForms;
import org.wasm2java.aot.split.method.FunctionSplitter;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.SplitAttempt;
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
    ValidModule module = resolved(wasm, instrumentation);
    return lowered(module, instrumentation)
        .parallel()
        .mapToInt(function -> verify(module.spaces(), function))
        .sum();
  }

  /** Returns every function as it is lowered. */
  public static List<IrFunction> lowered(byte[] wasm, Instrumentation instrumentation) {
    return lowered(resolved(wasm, instrumentation), instrumentation).toList();
  }

  private static ValidModule resolved(byte[] wasm, Instrumentation instrumentation) {
    ValidModule module = ModuleValidator.validate(ModuleDecoder.decode(wasm));
    return TypeResolution.resolve(
        instrumentation.countsCalls() ? module : TailInlining.inline(module),
        new TypeClassNames("cases.Module"));
  }

  private static Stream<IrFunction> lowered(ValidModule module, Instrumentation instrumentation) {
    Callees callees = Callees.of(module, Set.of());
    IndexSpaces spaces = module.spaces();
    return IntStream.range(spaces.importedFunctions(), spaces.functionCount())
        .mapToObj(
            index ->
                FunctionLowering.lower(
                    module, callees, MemoryForms.of(module), instrumentation, index));
  }

  /** Returns the methods of this size that a function becomes, its own first. */
  static List<IrMethod> methods(IrFunction lowered, int methodLimit) {
    IrFunction function = Optimizer.optimize(LaneLowering.lower(lowered));
    FunctionPlan plan =
        FunctionSplitter.split(
            function,
            SplitAttempt.first(MethodLimit.of(methodLimit)),
            LayoutLimits.STANDARD.partBytes());
    return methods(function, plan);
  }

  /** Returns the methods that a function was planned to become. */
  public static List<IrMethod> methods(IrFunction function, FunctionPlan plan) {
    List<IrMethod> methods = new ArrayList<>();
    for (MethodPlan method : plan.methods()) {
      methods.add(
          new IrMethod(
              method.part(),
              new IrFunction(
                  method.functionIndex(),
                  method.parameters(),
                  method.part() == 0 ? function.results() : List.of(),
                  function.localCount(),
                  function.labelCount(),
                  method.body())));
    }
    return methods;
  }

  /** Prints every function as it is lowered. */
  public static String printLowered(byte[] wasm, Instrumentation instrumentation) {
    StringBuilder text = new StringBuilder();
    lowered(wasm, instrumentation).forEach(function -> text.append(IrPrinter.print(function)));
    return text.toString();
  }

  /** Prints every function as it is split into methods of this size. */
  public static String print(byte[] wasm, int methodLimit, Instrumentation instrumentation) {
    StringBuilder text = new StringBuilder();
    for (IrFunction function : lowered(wasm, instrumentation)) {
      methods(function, methodLimit).forEach(method -> text.append(method.print()));
    }
    return text.toString();
  }

  private static int verify(IndexSpaces spaces, IrFunction lowered) {
    IrVerifier.verify(spaces, lowered);
    IrFunction lanes = LaneLowering.lower(lowered);
    IrVerifier.verify(spaces, lanes);
    IrFunction optimized = Optimizer.optimize(lanes);
    IrVerifier.verify(spaces, optimized);
    int methods = 0;
    for (int limit : LIMITS) {
      FunctionPlan plan =
          FunctionSplitter.split(
              optimized,
              SplitAttempt.first(MethodLimit.of(limit)),
              LayoutLimits.SMALLEST.partBytes());
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

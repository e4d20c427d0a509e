package org.wasm2java.aot.split.method;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wasm2java.aot.ir.AllPhases;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.IrMethod;
import org.wasm2java.aot.live.LiveRanges;
import org.wasm2java.aot.split.method.group.LoopGrouping;
import org.wasm2java.aot.split.method.group.SpineGrouping;
import org.wasm2java.aot.split.method.group.SwitchTables;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.Strategy;

/** Gives tests of other packages each step of {@link FunctionSplitter} alone, for small methods. */
public final class SplitSteps {
  private static final MethodLimit SMALL = MethodLimit.of(200);

  /** So that a group has more than one case. */
  private static final MethodLimit LARGER = MethodLimit.of(250);

  private SplitSteps() {}

  /** Returns the steps by the names of their classes, in no order. */
  public static Map<String, Function<IrFunction, List<IrMethod>>> byName() {
    return new TreeMap<>(
        Map.of(
            "LoopGrouping", rewriting(LoopGrouping::group),
            "SwitchTables", rewriting(SwitchTables::rewrite),
            "LiveRanges", rewriting(LiveRanges::split),
            "SpineGrouping", rewriting(function -> SpineGrouping.group(function, LARGER)),
            "ActivationPlacement",
                rewriting(function -> ActivationPlacement.of(function).function()),
            "ArrayLocals", rewriting(ArrayLocals::rewrite),
            "FunctionOutliner", SplitSteps::cut,
            "AccessStyles", shaping(AccessStyles::decide),
            "LoopTests", shaping(LoopTests::mark),
            "Declarations", shaping(Declarations::place)));
  }

  private static Function<IrFunction, List<IrMethod>> shaping(UnaryOperator<MethodPlan> step) {
    return rewriting(
        function -> {
          boolean hasActivation = new IrMethod(0, function).hasActivation();
          MethodPlan method = MethodPlan.own(function, hasActivation, function.body());
          return function.withBody(step.apply(method).body());
        });
  }

  private static Function<IrFunction, List<IrMethod>> rewriting(UnaryOperator<IrFunction> step) {
    return function -> List.of(new IrMethod(0, step.apply(function)));
  }

  /** Returns a function whose groups are statements in a row, as what a verifier knows. */
  public static IrFunction withoutGroups(IrFunction function) {
    return function.withBody(Ungrouping.of(function.body()));
  }

  private static List<IrMethod> cut(IrFunction function) {
    ActivationPlacement placed = ActivationPlacement.of(function);
    FunctionPlan plan = FunctionOutliner.cut(placed, Strategy.VARIABLES, SMALL).orElseThrow();
    return AllPhases.methods(function, plan);
  }
}

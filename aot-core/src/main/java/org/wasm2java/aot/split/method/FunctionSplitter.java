package org.wasm2java.aot.split.method;

import java.util.Optional;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.live.LiveRanges;
import org.wasm2java.aot.split.method.group.LoopGrouping;
import org.wasm2java.aot.split.method.group.SpineGrouping;
import org.wasm2java.aot.split.method.group.SwitchTables;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.SplitAttempt;
import org.wasm2java.aot.split.method.plan.Strategy;

/**
 * Decides on the methods of a function, so that HotSpot compiles each of them. Most functions are
 * one method. Another goes through these steps; the drawing follows one switch of an interpreter's
 * loop, with the cases {@code a}, {@code b} and {@code c}.
 *
 * <pre>{@code
 * lowered:    loop L { c: { b: { a: { switch { 0: a, 1: b, default: c } } case a } case b } case c }
 *
 * SwitchTables         a switch with thousands of entries gets its case from a table
 *
 * LiveRanges           a local that the compiler used for x in case a and for y in case b
 *                      becomes two, which then need not go through the same methods
 *
 * SpineGrouping        where there are at least eight cases that nothing but the switch goes to,
 *                      each becomes a group that says which case follows (see CaseDispatch);
 *                      else neighbouring cases become groups, which are statements from here on;
 *                      the dispatch says in the local e which case a group enters
 *
 *     loop L { G2: { G1: { switch { 0: e = 0; break G1, 1: e = 1; break G1, default: break G2 } }
 *              Group(e) { b: { a: { switch (e) { 0: a, default: b } } case a } case b } }
 *              Group(e) { case c } }
 *
 * ActivationPlacement  the locals that both groups use move to the object of the activation
 *
 * FunctionOutliner     each group becomes a part, and what else is too large as well
 *
 *     loop L { G2: { G1: { switch … }  exit = part1(activation, e); switch (exit) … }
 *              part2(activation) }
 *     part1(activation, e) { b: { a: { switch (e) … } case a } case b }
 *     part2(activation)    { case c }
 * }</pre>
 *
 * <p>A function that is one method gives away only loops whose accesses C2 would not inline ({@code
 * LoopGrouping}).
 *
 * <p>Then each method is given the shape of its Java text: {@code AccessStyles} decides which loads
 * and stores call the runtime, {@code LoopTests} finds the loops that are {@code do while}, {@code
 * Declarations} the statements that declare variables.
 *
 * <p>Where that hands on more than methods can take, the locals of the function move to arrays
 * instead ({@code ArrayLocals}), and it is grouped and cut once more. Sizes are estimates here; the
 * class files are measured behind javac, and a function with a method that is too large comes back
 * with the {@link SplitAttempt} that follows.
 */
public final class FunctionSplitter {
  /** How often a function is cut anew whose methods take too many registers. */
  private static final int TRIES = 4;

  private FunctionSplitter() {}

  /**
   * Returns the methods of a function, none of them larger than the limit by the estimate, if that
   * is possible.
   *
   * @param partBytes how many bytes of them a class takes
   */
  public static FunctionPlan split(IrFunction function, SplitAttempt attempt, int partBytes) {
    return methods(function, attempt, partBytes)
        .withEach(AccessStyles::decide)
        .withEach(LoopTests::mark)
        .withEach(Declarations::place);
  }

  private static FunctionPlan methods(IrFunction function, SplitAttempt attempt, int partBytes) {
    MethodLimit limit = attempt.limit();
    MethodPlan whole = MethodPlan.own(function, false, function.body());
    if (whole.bytes() <= limit.whole() && AccessStyles.registers(whole) <= limit.registers()) {
      ActivationPlacement placed = ActivationPlacement.none(LoopGrouping.group(function));
      return FunctionOutliner.cut(placed, Strategy.VARIABLES, limit).orElseThrow();
    }
    IrFunction tabled = SwitchTables.rewrite(function);
    FunctionPlan cut = cut(tabled, attempt.strategy(), limit);
    for (int i = 1; i < TRIES && !hasRegisters(cut); i++) {
      limit = limit.withFewerRegisters();
      cut = cut(tabled, attempt.strategy(), limit);
    }
    return cut.inClasses(partBytes);
  }

  private static FunctionPlan cut(IrFunction function, Strategy strategy, MethodLimit limit) {
    Optional<FunctionPlan> cut =
        strategy == Strategy.VARIABLES ? inVariables(function, limit) : Optional.empty();
    return cut.filter(FunctionSplitter::fits).orElseGet(() -> inArrays(function, limit));
  }

  private static Optional<FunctionPlan> inVariables(IrFunction function, MethodLimit limit) {
    IrFunction grouped = SpineGrouping.group(LiveRanges.split(function), limit);
    return FunctionOutliner.cut(ActivationPlacement.of(grouped), Strategy.VARIABLES, limit);
  }

  private static FunctionPlan inArrays(IrFunction function, MethodLimit limit) {
    IrFunction grouped = SpineGrouping.group(ArrayLocals.rewrite(function), limit);
    return FunctionOutliner.cut(ActivationPlacement.none(grouped), Strategy.ARRAYS, limit)
        .orElseThrow();
  }

  private static boolean fits(FunctionPlan plan) {
    return plan.methods().stream()
        .allMatch(method -> method.bytes() <= JvmLimits.HARD_METHOD_BYTES);
  }

  private static boolean hasRegisters(FunctionPlan plan) {
    return plan.methods().stream()
        .allMatch(method -> AccessStyles.registers(method) <= JvmLimits.C1_REGISTERS);
  }
}

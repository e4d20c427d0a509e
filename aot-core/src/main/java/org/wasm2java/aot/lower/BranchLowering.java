package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;

/**
 * Lowers branches and returns.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#control-instructions">Control
 *     instructions</a>
 */
final class BranchLowering {
  /** One statement that gives back more would take too much of a method. */
  private static final int MOST_RETURNED = 100;

  private final ValueStack stack;
  private final Locals locals;
  private final CastLowering casts;
  private final ParallelAssignment assignment;

  BranchLowering(ValueStack stack, Locals locals, CastLowering casts) {
    this.casts = casts;
    this.stack = stack;
    this.locals = locals;
    this.assignment = new ParallelAssignment(stack, locals);
  }

  /** Lowers {@code br}. */
  Flow branch(int label) {
    OpenConstruct target = stack.construct(label);
    if (target.form() == OpenConstruct.Form.FUNCTION) {
      return returning();
    }
    List<PendingValue> values = stack.pop(target.branchTypes().size());
    stack.nameAll(ValueStack.KEPT);
    assignment.assign(target.branchLocals(locals), values);
    stack.current().add(target.jump());
    return Flow.AWAY;
  }

  /** Lowers {@code br_if}. */
  Flow branchIf(int label) {
    Optional<Constant> decided = stack.constant(0);
    if (decided.isPresent()) {
      stack.pop();
      return decided.get().isZero() ? Flow.NEXT : branch(label);
    }
    OpenConstruct target = stack.construct(label);
    int arity = target.branchTypes().size();
    stack.nameGrowing(1);
    stack.nameBelow(1, arity);
    PendingValue condition = stack.pop();
    List<Stmt> taken = arm(target, stack.top(arity));
    stack.emit(
        new Stmt.If(condition.expr(), taken, List.of()), condition.effects() | Effects.CONTROL);
    return Flow.NEXT;
  }

  /** Lowers {@code br_on_cast}: of what does not branch, the reference stays. */
  Flow branchOnCast(Instruction.BranchOnCast instruction) {
    Expr test = casts.branchTest(instruction);
    if (test instanceof Constant constant) {
      return constant.isZero() ? Flow.NEXT : castAndBranch(instruction);
    }
    OpenConstruct target = stack.construct(instruction.label());
    int arity = target.branchTypes().size();
    stack.nameBelow(1, arity - 1);
    List<Stmt> taken = arm(target, casts.withCast(stack.top(arity), instruction));
    stack.emit(new Stmt.If(test, taken, List.of()), Effects.CONTROL);
    return Flow.NEXT;
  }

  /** Lowers {@code br_on_cast_fail}: what does not branch is known to be of the type. */
  Flow branchOnCastFail(Instruction.BranchOnCast instruction) {
    Expr test = casts.branchTest(instruction);
    if (test instanceof Constant constant) {
      return constant.isZero() ? branch(instruction.label()) : castOnly(instruction);
    }
    OpenConstruct target = stack.construct(instruction.label());
    int arity = target.branchTypes().size();
    stack.nameBelow(1, arity - 1);
    List<Stmt> taken = arm(target, stack.top(arity));
    Expr failed = new Expr.Operation(NumericOpcode.I32_EQZ, Carrier.INT, List.of(test));
    stack.emit(new Stmt.If(failed, taken, List.of()), Effects.CONTROL);
    return castOnly(instruction);
  }

  private Flow castOnly(Instruction.BranchOnCast instruction) {
    stack.push(casts.withCast(List.of(stack.pop()), instruction).get(0));
    return Flow.NEXT;
  }

  private Flow castAndBranch(Instruction.BranchOnCast instruction) {
    castOnly(instruction);
    return branch(instruction.label());
  }

  /** Lowers {@code br_on_null}: the reference is not passed on, but stays. */
  Flow branchOnNull(int label) {
    stack.name(0);
    PendingValue reference = stack.pop();
    stack.pushNode(isNull(reference), List.of(reference));
    Flow flow = branchIf(label);
    stack.push(reference);
    return flow;
  }

  /** Lowers {@code br_on_non_null}: the reference is passed on, but does not stay. */
  Flow branchOnNonNull(int label) {
    stack.name(0);
    PendingValue reference = stack.peek(0);
    List<Expr> isNull = List.of(isNull(reference));
    Expr isNonNull = new Expr.Operation(NumericOpcode.I32_EQZ, Carrier.INT, isNull);
    stack.pushNode(isNonNull, List.of(reference));
    Flow flow = branchIf(label);
    stack.pop();
    return flow;
  }

  private static Expr isNull(PendingValue reference) {
    List<Expr> operands = List.of(reference.expr());
    return new Expr.Entity(EntityOperation.REF_IS_NULL, Carrier.INT, 0, 0, operands);
  }

  /** Lowers {@code br_table}. */
  Flow branchTable(List<Integer> labels, int defaultLabel) {
    Optional<Constant> decided = stack.constant(0);
    if (decided.isPresent()) {
      stack.pop();
      int selector = (int) decided.get().bits();
      boolean listed = selector >= 0 && selector < labels.size();
      return branch(listed ? labels.get(selector) : defaultLabel);
    }
    int arity = stack.construct(defaultLabel).branchTypes().size();
    stack.nameGrowing(1);
    stack.nameBelow(1, arity);
    PendingValue selector = stack.pop();
    List<PendingValue> values = stack.pop(arity);
    stack.beforeControl(selector.effects());
    Map<Integer, Integer> caseOfLabel = new LinkedHashMap<>();
    for (int label : labels) {
      if (label != defaultLabel) {
        caseOfLabel.putIfAbsent(label, caseOfLabel.size());
      }
    }
    caseOfLabel.put(defaultLabel, caseOfLabel.size());
    List<List<Stmt>> cases = new ArrayList<>();
    caseOfLabel.keySet().forEach(label -> cases.add(arm(stack.construct(label), values)));
    int[] targets = labels.stream().mapToInt(caseOfLabel::get).toArray();
    stack.current().add(new Stmt.Switch(selector.expr(), targets, cases));
    return Flow.AWAY;
  }

  /** Returns what a branch does with values that are trivial, apart from other statements. */
  List<Stmt> arm(OpenConstruct target, List<PendingValue> values) {
    if (target.form() == OpenConstruct.Form.FUNCTION) {
      return giveBack(Vectors.carried(PendingValue.exprs(values)));
    }
    List<Stmt> arm = new ArrayList<>(assignment.apart(target.branchLocals(locals), values));
    arm.add(target.jump());
    return arm;
  }

  /** Lowers {@code return} and branches to the function's label. */
  Flow returning() {
    int results = stack.spread(stack.function().type().results(), 0);
    if (results > 1) {
      stack.nameTop(results);
    }
    List<PendingValue> values = stack.pop(results);
    stack.nameAll(ValueStack.KEPT);
    stack.current().addAll(giveBack(PendingValue.exprs(values)));
    return Flow.AWAY;
  }

  /** Many results are given one by one, so that the statements can be spread over methods. */
  private List<Stmt> giveBack(List<Expr> carried) {
    List<Expr> values = asDeclared(carried);
    if (values.size() <= MOST_RETURNED) {
      return List.of(new Stmt.Return(values));
    }
    List<Stmt> statements = new ArrayList<>();
    List<Expr> given = new ArrayList<>(values.subList(0, 1));
    for (int i = 1; i < values.size(); i++) {
      Carrier carrier = values.get(i).carrier();
      List<Expr> value = List.of(values.get(i));
      statements.add(
          new Stmt.Evaluate(
              new Expr.Entity(EntityOperation.SET_RESULT, Carrier.VOID, i, 0, value)));
      given.add(new Expr.Entity(EntityOperation.EXTRA_RESULT, carrier, i, 0, List.of()));
    }
    statements.add(new Stmt.Return(given));
    return statements;
  }

  /**
   * Returns the values as the function declares them: where it is cut, what carries a result is
   * found by its carrier.
   */
  private List<Expr> asDeclared(List<Expr> values) {
    List<Expr> declared = new ArrayList<>(values.size());
    for (ValueType type : stack.function().type().results()) {
      for (Carrier carrier : Carrier.of(type)) {
        Expr value = values.get(declared.size());
        boolean same = value.carrier().equals(carrier);
        declared.add(same ? value : CastLowering.asA((ReferenceType) type, value));
      }
    }
    return declared;
  }
}

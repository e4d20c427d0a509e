package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.TrapKind;

/**
 * Opens and closes constructs and lowers branches. Results of a construct stay expressions where
 * only falling through reaches its end; otherwise every way to the end assigns the same locals.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/instructions.html#control-instructions">Control
 *     instructions</a>
 */
final class ControlLowering {
  /** One statement that gives back more would take too much of a method. */
  private static final int MOST_RETURNED = 100;

  private final ValueStack stack;
  private final Locals locals;
  private int labels;

  ControlLowering(ValueStack stack, Locals locals) {
    this.stack = stack;
    this.locals = locals;
  }

  int labelCount() {
    return labels;
  }

  Flow open(Frame.Form form, FunctionType type) {
    int parameters = type.parameters().size();
    if (form == Frame.Form.IF) {
      return openIf(type, parameters);
    }
    stack.nameAll(ValueStack.KEPT);
    Frame frame = new Frame(form, type, new Label(labels++), stack.height() - parameters);
    if (form == Frame.Form.LOOP && parameters > 0) {
      frame.branchLocals = locals.temporaries(carriers(type.parameters()));
      assignAll(frame.branchLocals, stack.pop(parameters));
    }
    stack.open(frame);
    frame.branchLocals.forEach(local -> stack.push(new GetLocal(local)));
    return Flow.NEXT;
  }

  private Flow openIf(FunctionType type, int parameters) {
    if (stack.constant(0).isPresent()) {
      return openDecidedIf(type, parameters);
    }
    nameGrowingTop();
    Pending condition = stack.pop();
    for (int fromTop = parameters - 1; fromTop >= 0; fromTop--) {
      stack.name(fromTop);
    }
    stack.beforeControl(condition.effects());
    Frame frame = new Frame(Frame.Form.IF, type, new Label(labels++), stack.height() - parameters);
    frame.condition = condition;
    for (int i = 0; i < parameters; i++) {
      frame.parameters = append(frame.parameters, stack.peek(parameters - 1 - i));
    }
    stack.open(frame);
    return Flow.NEXT;
  }

  /** Of an {@code if} on a constant one arm is lowered, as a block. */
  private Flow openDecidedIf(FunctionType type, int parameters) {
    Pending condition = stack.pop();
    stack.nameAll(ValueStack.KEPT);
    Frame frame = new Frame(Frame.Form.IF, type, new Label(labels++), stack.height() - parameters);
    frame.condition = condition;
    for (int i = 0; i < parameters; i++) {
      frame.parameters = append(frame.parameters, stack.peek(parameters - 1 - i));
    }
    stack.open(frame);
    return enter(frame);
  }

  /** Whether control enters the current arm of an {@code if}. */
  private static Flow enter(Frame frame) {
    return takes(frame, frame.form) ? Flow.NEXT : Flow.AWAY;
  }

  /** Whether control can enter an arm, which may be decided by a constant. */
  private static boolean takes(Frame frame, Frame.Form arm) {
    return condition(frame)
        .constant()
        .map(constant -> constant.isZero() == (arm == Frame.Form.ELSE))
        .orElse(true);
  }

  private static List<Pending> append(List<Pending> list, Pending value) {
    List<Pending> longer = new ArrayList<>(list);
    longer.add(value);
    return longer;
  }

  /** A call that may grow a memory becomes a statement, so that the array is fetched behind it. */
  private void nameGrowingTop() {
    if (!locals.memories().isEmpty()) {
      stack.nameAny(1, Effects.GROWS);
    }
  }

  Flow openElse() {
    Frame frame = stack.current();
    finishThen(frame);
    frame.form = Frame.Form.ELSE;
    frame.statements = new ArrayList<>();
    frame.reachable = true;
    stack.cut(frame.base);
    frame.parameters.forEach(stack::push);
    return enter(frame);
  }

  private void finishThen(Frame frame) {
    frame.thenReachable = frame.reachable;
    frame.thenStatements = frame.statements;
    int results = frame.type.results().size();
    if (frame.reachable) {
      frame.thenResults = stack.pop(results);
    }
  }

  /** Closes the innermost construct; says whether control comes to what follows it. */
  Flow end() {
    Frame frame = stack.current();
    return switch (frame.form) {
      case FUNCTION -> frame.reachable ? returning() : Flow.AWAY;
      case BLOCK, LOOP -> endBlock(frame);
      case IF -> endWithoutElse(frame);
      case ELSE -> endIf(frame);
    };
  }

  /** An {@code if} without {@code else} passes its parameters on where it is not taken. */
  private Flow endWithoutElse(Frame frame) {
    if (openElse() == Flow.AWAY) {
      frame.reachable = false;
    }
    return endIf(frame);
  }

  private Flow endBlock(Frame frame) {
    boolean loop = frame.form == Frame.Form.LOOP;
    boolean keepsValues = !frame.targeted;
    if (frame.reachable && !keepsValues) {
      assignResults(frame);
    }
    List<Pending> values =
        frame.reachable && keepsValues ? stack.pop(frame.type.results().size()) : List.of();
    stack.cut(frame.base);
    stack.close();
    List<Stmt> parent = stack.current().statements;
    if (!frame.targeted) {
      parent.addAll(frame.statements);
      values.forEach(stack::push);
      return flow(frame.reachable);
    }
    List<Stmt> body = List.copyOf(frame.statements);
    parent.add(loop ? new Stmt.Loop(frame.label, body) : new Stmt.Block(frame.label, body));
    if (loop && !frame.reachable) {
      return Flow.AWAY;
    }
    frame.resultLocals.forEach(local -> stack.push(new GetLocal(local)));
    return Flow.NEXT;
  }

  private static Flow flow(boolean reachable) {
    return reachable ? Flow.NEXT : Flow.AWAY;
  }

  private void assignResults(Frame frame) {
    int results = frame.type.results().size();
    resultLocals(frame);
    assignAll(frame.resultLocals, stack.pop(results));
  }

  /** Returns the locals that hold a construct's results behind it. */
  private List<Local> resultLocals(Frame frame) {
    if (frame.resultLocals.isEmpty()) {
      frame.resultLocals = locals.temporaries(carriers(frame.type.results()));
    }
    return frame.resultLocals;
  }

  private Flow endIf(Frame frame) {
    if (condition(frame).constant().isPresent()) {
      return endDecidedIf(frame);
    }
    if (isExpression(frame)) {
      return endConditionalExpression(frame);
    }
    boolean reachable = frame.reachable || frame.thenReachable || frame.targeted;
    if (frame.reachable) {
      assignResults(frame);
    }
    List<Stmt> elseBody = List.copyOf(frame.statements);
    if (frame.thenReachable) {
      frame.statements = frame.thenStatements;
      assignAll(resultLocals(frame), frame.thenResults);
    }
    stack.cut(frame.base);
    stack.close();
    Frame parent = stack.current();
    Stmt conditional =
        new Stmt.If(condition(frame).expr(), List.copyOf(frame.thenStatements), elseBody);
    parent.statements.add(
        frame.targeted ? new Stmt.Block(frame.label, List.of(conditional)) : conditional);
    if (reachable) {
      frame.resultLocals.forEach(local -> stack.push(new GetLocal(local)));
    }
    return flow(reachable);
  }

  private Flow endDecidedIf(Frame frame) {
    if (takes(frame, Frame.Form.IF)) {
      frame.statements = frame.thenStatements;
      frame.reachable = frame.thenReachable;
      stack.cut(frame.base);
      frame.thenResults.forEach(stack::push);
    }
    return endBlock(frame);
  }

  private static Pending condition(Frame frame) {
    if (frame.condition == null) {
      throw new IllegalStateException("an if has a condition");
    }
    return frame.condition;
  }

  /** Whether both arms are just one value: then the construct is a conditional expression. */
  private boolean isExpression(Frame frame) {
    return frame.type.results().size() == 1
        && !frame.targeted
        && frame.thenReachable
        && frame.reachable
        && frame.thenStatements.isEmpty()
        && frame.statements.isEmpty()
        && ((frame.thenResults.get(0).effects() | stack.peek(0).effects()) & Effects.GROWS) == 0;
  }

  private Flow endConditionalExpression(Frame frame) {
    Pending ifFalse = stack.pop();
    Pending ifTrue = frame.thenResults.get(0);
    stack.cut(frame.base);
    stack.close();
    Pending condition = condition(frame);
    stack.pushNode(
        new Expr.Select(condition.expr(), ifTrue.expr(), ifFalse.expr()),
        List.of(condition, ifTrue, ifFalse));
    return Flow.NEXT;
  }

  /** Lowers {@code br}. */
  Flow branch(int label) {
    Frame target = stack.frame(label);
    if (target.form == Frame.Form.FUNCTION) {
      return returning();
    }
    List<Pending> values = stack.pop(arity(target));
    stack.nameAll(ValueStack.KEPT);
    assignAll(branchLocals(target), values);
    jump(target);
    return Flow.AWAY;
  }

  private void jump(Frame target) {
    target.targeted = true;
    stack.current().statements.add(new Stmt.Jump(target.label));
  }

  private static int arity(Frame target) {
    return target.form == Frame.Form.LOOP
        ? target.type.parameters().size()
        : target.type.results().size();
  }

  private List<Local> branchLocals(Frame target) {
    return target.form == Frame.Form.LOOP ? target.branchLocals : resultLocals(target);
  }

  /** Assigns values in parallel: none sees a local that another of them assigns. */
  private void assignAll(List<Local> targets, List<Pending> values) {
    List<Pending> safe = values;
    if (overlaps(targets, values)) {
      safe = new ArrayList<>();
      for (Pending value : values) {
        Local temporary = locals.temporary(value.expr().carrier());
        stack.assign(temporary, value);
        safe.add(Pending.leaf(new GetLocal(temporary)));
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      stack.assign(targets.get(i), safe.get(i));
    }
  }

  private static boolean overlaps(List<Local> targets, List<Pending> values) {
    for (int i = 0; i < targets.size(); i++) {
      for (int later = i + 1; later < values.size(); later++) {
        if (values.get(later).reads(targets.get(i))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Lowers {@code br_if}. */
  Flow branchIf(int label) {
    Optional<Constant> decided = stack.constant(0);
    if (decided.isPresent()) {
      stack.pop();
      return decided.get().isZero() ? Flow.NEXT : branch(label);
    }
    nameGrowingTop();
    Frame target = stack.frame(label);
    int arity = target.form == Frame.Form.FUNCTION ? target.type.results().size() : arity(target);
    for (int fromTop = arity; fromTop >= 1; fromTop--) {
      stack.name(fromTop);
    }
    Pending condition = stack.pop();
    List<Pending> values = new ArrayList<>();
    for (int fromTop = arity - 1; fromTop >= 0; fromTop--) {
      values.add(stack.peek(fromTop));
    }
    List<Stmt> taken = arm(target, values);
    stack.emit(
        new Stmt.If(condition.expr(), taken, List.of()), condition.effects() | Effects.CONTROL);
    return Flow.NEXT;
  }

  /** Returns what a branch does, as statements apart from the current ones. */
  private List<Stmt> arm(Frame target, List<Pending> values) {
    Frame current = stack.current();
    List<Stmt> outer = current.statements;
    current.statements = new ArrayList<>();
    if (target.form == Frame.Form.FUNCTION) {
      current.statements.addAll(giveBack(exprs(values)));
    } else {
      assignArm(branchLocals(target), values);
      jump(target);
    }
    List<Stmt> arm = List.copyOf(current.statements);
    current.statements = outer;
    return arm;
  }

  /** Like {@link #assignAll} for values that are trivial: nothing pending can be in the way. */
  private void assignArm(List<Local> targets, List<Pending> values) {
    List<Stmt> statements = stack.current().statements;
    List<Expr> sources = new ArrayList<>(exprs(values));
    if (overlaps(targets, values)) {
      for (int i = 0; i < sources.size(); i++) {
        Local temporary = locals.temporary(sources.get(i).carrier());
        statements.add(new Stmt.SetLocal(temporary, sources.get(i)));
        sources.set(i, new GetLocal(temporary));
      }
    }
    for (int i = 0; i < targets.size(); i++) {
      statements.add(new Stmt.SetLocal(targets.get(i), sources.get(i)));
    }
  }

  private static List<Expr> exprs(List<Pending> values) {
    List<Expr> exprs = new ArrayList<>(values.size());
    values.forEach(value -> exprs.add(value.expr()));
    return exprs;
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
    nameGrowingTop();
    Frame defaultTarget = stack.frame(defaultLabel);
    int arity =
        defaultTarget.form == Frame.Form.FUNCTION
            ? defaultTarget.type.results().size()
            : arity(defaultTarget);
    for (int fromTop = arity; fromTop >= 1; fromTop--) {
      stack.name(fromTop);
    }
    Pending selector = stack.pop();
    List<Pending> values = stack.pop(arity);
    stack.beforeControl(selector.effects());
    Map<Integer, Integer> caseOfLabel = new LinkedHashMap<>();
    List<List<Stmt>> cases = new ArrayList<>();
    int[] targets = new int[labels.size()];
    for (int i = 0; i < targets.length; i++) {
      int label = labels.get(i);
      if (label == defaultLabel) {
        targets[i] = -1;
        continue;
      }
      Integer known = caseOfLabel.get(label);
      if (known == null) {
        known = cases.size();
        caseOfLabel.put(label, known);
        cases.add(arm(stack.frame(label), values));
      }
      targets[i] = known;
    }
    cases.add(arm(defaultTarget, values));
    for (int i = 0; i < targets.length; i++) {
      targets[i] = targets[i] < 0 ? cases.size() - 1 : targets[i];
    }
    stack.current().statements.add(new Stmt.Switch(selector.expr(), targets, cases));
    return Flow.AWAY;
  }

  /** Lowers {@code return} and branches to the function's label. */
  Flow returning() {
    int results = stack.frame(stack.depth() - 1).type.results().size();
    if (results > 1) {
      for (int fromTop = results - 1; fromTop >= 0; fromTop--) {
        stack.name(fromTop);
      }
    }
    List<Pending> values = stack.pop(results);
    stack.nameAll(ValueStack.KEPT);
    stack.current().statements.addAll(giveBack(exprs(values)));
    return Flow.AWAY;
  }

  /** Many results are given one by one, so that the statements can be spread over methods. */
  private static List<Stmt> giveBack(List<Expr> values) {
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

  /** Lowers {@code unreachable}. */
  Flow unreachable(int at) {
    return stack.leave(new Stmt.Trap(TrapKind.UNREACHABLE, at));
  }

  static List<Carrier> carriers(List<ValueType> types) {
    List<Carrier> carriers = new ArrayList<>(types.size());
    types.forEach(type -> carriers.add(Carrier.single(type)));
    return carriers;
  }
}

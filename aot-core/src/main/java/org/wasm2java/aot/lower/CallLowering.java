package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.FunctionType;

/**
 * Lowers calls: how their arguments are passed and where their results go.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#function-calls">Function
 *     calls</a>
 */
final class CallLowering {
  private final IndexSpaces spaces;
  private final MemoryGrowth growth;
  private final ValueStack stack;
  private final Locals locals;

  CallLowering(IndexSpaces spaces, MemoryGrowth growth, ValueStack stack, Locals locals) {
    this.spaces = spaces;
    this.growth = growth;
    this.stack = stack;
    this.locals = locals;
  }

  /** Lowers a direct call. */
  Flow call(int functionIndex, int at) {
    FunctionType type = spaces.functionType(functionIndex);
    carrySurplus(type, 0);
    stack.boundArguments(passed(type));
    List<PendingValue> arguments = stack.pop(passed(type));
    boolean grows = growth.mayGrow(functionIndex) && !locals.memories().isEmpty();
    push(
        new Expr.Call(functionIndex, result(type), PendingValue.exprs(arguments), grows, at),
        arguments,
        type);
    return Flow.NEXT;
  }

  /** Lowers {@code call_indirect}. Java finds the callee first: arguments must not notice. */
  Flow callIndirect(int typeIndex, int tableIndex, int at) {
    FunctionType type = spaces.functionTypeAt(typeIndex);
    carrySurplus(type, 1);
    stack.boundArguments(passed(type) + 1);
    int count = passed(type);
    if ((stack.peek(0).effects() & Effects.WRITES) != 0) {
      stack.name(0);
    }
    for (int fromTop = count; fromTop >= 1; fromTop--) {
      if ((stack.peek(fromTop).effects() & (Effects.TRAPS | Effects.WRITES)) != 0) {
        stack.name(fromTop);
      }
    }
    PendingValue index = stack.pop();
    List<PendingValue> arguments = stack.pop(count);
    List<PendingValue> operands = new ArrayList<>(arguments);
    operands.add(index);
    push(
        new Expr.CallIndirect(
            typeIndex, tableIndex, result(type), index.expr(), PendingValue.exprs(arguments), at),
        operands,
        type);
    return Flow.NEXT;
  }

  /** How many values a Java method takes for the arguments of a call. */
  private static int passed(FunctionType type) {
    return JavaSignature.of(type).parameters().size();
  }

  /**
   * Puts the arguments that do not fit a Java method's parameters into an array, one by one, so
   * that the statements can be spread over methods.
   *
   * @param above how many values lie above the arguments
   */
  private void carrySurplus(FunctionType type, int above) {
    int surplus = JavaSignature.of(type).surplus().size();
    if (surplus == 0) {
      return;
    }
    for (int fromTop = type.parameters().size() - 1 + above; fromTop >= 0; fromTop--) {
      stack.name(fromTop);
    }
    List<PendingValue> top = stack.pop(above);
    List<PendingValue> values = stack.pop(surplus);
    Local array = locals.temporary(Carrier.OBJECTS);
    Expr created =
        new Expr.Entity(EntityOperation.ARRAY_NEW, Carrier.OBJECTS, surplus, 0, List.of());
    stack.assign(array, PendingValue.leaf(created));
    for (int i = 0; i < surplus; i++) {
      List<PendingValue> operands =
          List.of(PendingValue.leaf(new Expr.GetLocal(array)), values.get(i));
      stack.perform(
          new Expr.Entity(
              EntityOperation.ARRAY_SET, Carrier.VOID, i, 0, PendingValue.exprs(operands)),
          operands);
    }
    stack.push(new Expr.GetLocal(array));
    top.forEach(stack::push);
  }

  private static Carrier result(FunctionType type) {
    return JavaSignature.of(type).returned();
  }

  /** One result stays an expression; none or several make the call a statement. */
  private void push(Expr call, List<PendingValue> operands, FunctionType type) {
    if (type.results().isEmpty()) {
      stack.perform(call, operands);
    } else if (type.results().size() == 1) {
      stack.pushNode(call, operands);
    } else {
      List<Local> results = locals.temporariesOf(type.results());
      stack.assign(results.get(0), PendingValue.node(call, operands));
      for (int i = 1; i < results.size(); i++) {
        Expr extra =
            new Expr.Entity(
                EntityOperation.EXTRA_RESULT, results.get(i).carrier(), i, 0, List.of());
        stack.assign(results.get(i), PendingValue.leaf(extra));
      }
      results.forEach(result -> stack.push(new Expr.GetLocal(result)));
    }
  }
}

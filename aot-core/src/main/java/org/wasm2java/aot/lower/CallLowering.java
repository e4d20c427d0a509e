package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.wasm2java.aot.callee.MemoryGrowth;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

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
    JavaSignature signature = JavaSignature.of(type);
    stack.spread(type.parameters(), 0);
    carrySurplus(signature, 0);
    int count = signature.parameters().size();
    stack.boundArguments(count);
    List<PendingValue> arguments = stack.pop(count);
    boolean grows = growth.mayGrow(functionIndex) && !locals.memories().isEmpty();
    ResultShape results = signature.results();
    List<Expr> passed = PendingValue.exprs(arguments);
    push(new Expr.Call(functionIndex, results.returned(), passed, grows, at), arguments, type);
    return Flow.NEXT;
  }

  /** Lowers {@code call_ref}. */
  Flow callRef(int typeIndex, int at) {
    return callIndirect(typeIndex, Expr.CallIndirect.NO_TABLE, at);
  }

  /** Lowers {@code call_indirect}. Java finds the callee first: arguments must not notice. */
  Flow callIndirect(int typeIndex, int tableIndex, int at) {
    FunctionType type = spaces.functionTypeAt(typeIndex);
    JavaSignature signature = JavaSignature.of(type);
    stack.spread(type.parameters(), 1);
    carrySurplus(signature, 1);
    int count = signature.parameters().size();
    stack.boundArguments(count + 1);
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
    ResultShape results = signature.results();
    List<Expr> passed = PendingValue.exprs(arguments);
    push(
        new Expr.CallIndirect(typeIndex, tableIndex, results.returned(), index.expr(), passed, at),
        operands,
        type);
    return Flow.NEXT;
  }

  /**
   * Puts the arguments that do not fit a Java method's parameters into an array, one by one, so
   * that the statements can be spread over methods.
   *
   * @param above how many values lie above the arguments
   */
  void carrySurplus(JavaSignature signature, int above) {
    int surplus = signature.surplus().size();
    if (surplus == 0) {
      return;
    }
    for (int fromTop = signature.direct().size() + surplus - 1 + above; fromTop >= 0; fromTop--) {
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

  /** One result stays an expression; none or several make the call a statement. */
  private void push(Expr call, List<PendingValue> operands, FunctionType type) {
    ResultShape shape = JavaSignature.of(type).results();
    List<Carrier> carriers = shape.carriers();
    if (carriers.isEmpty()) {
      stack.perform(call, operands);
    } else if (carriers.size() == 1) {
      stack.pushNode(call, operands);
    } else {
      List<Local> results = carriers.stream().map(locals::temporary).toList();
      stack.assign(results.get(0), PendingValue.node(call, operands));
      for (Further result : shape.further()) {
        Expr extra =
            new Expr.Entity(
                EntityOperation.EXTRA_RESULT, result.carrier(), result.position(), 0, List.of());
        stack.assign(results.get(result.position()), PendingValue.leaf(extra));
      }
      pushAll(type.results(), results);
    }
  }

  private void pushAll(List<ValueType> types, List<Local> carriers) {
    Iterator<Local> next = carriers.iterator();
    for (ValueType type : types) {
      Expr first = new Expr.GetLocal(next.next());
      if (type == VectorType.V128) {
        stack.pushHalves(first, new Expr.GetLocal(next.next()));
      } else {
        stack.push(first);
      }
    }
  }
}

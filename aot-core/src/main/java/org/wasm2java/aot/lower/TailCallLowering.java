package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.FunctionType;

/**
 * Lowers tail calls. One of the function itself assigns the parameters and repeats the body. Any
 * other leaves the arguments and what to call in the instance and returns: who called the function
 * makes the call, see ADR 0026.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-return-call">Tail
 *     calls</a>
 */
final class TailCallLowering {
  private final IndexSpaces spaces;
  private final ValueStack stack;
  private final Locals locals;
  private final CallLowering calls;
  private final Caller caller;
  private Optional<Label> start = Optional.empty();

  TailCallLowering(
      IndexSpaces spaces, ValueStack stack, Locals locals, CallLowering calls, Caller caller) {
    this.spaces = spaces;
    this.stack = stack;
    this.locals = locals;
    this.calls = calls;
    this.caller = caller;
  }

  /**
   * The function that makes tail calls.
   *
   * @param listened the functions whose calls a listener is told of
   * @param newLabel gives the label of the loop around its body
   */
  record Caller(int functionIndex, Set<Integer> listened, Supplier<Label> newLabel) {
    /** Returns whether a tail call repeats the body. */
    boolean repeats(int callee) {
      return Callees.isLoop(functionIndex, callee, listened);
    }

    /** Returns whether a listener is told of its calls. */
    boolean isTold() {
      return listened.contains(functionIndex);
    }
  }

  /** Returns the label of the loop around the body, if a tail call repeats it. */
  Optional<Label> start() {
    return start;
  }

  /**
   * Returns whether functions of a type give their results as the caller does: those after the
   * first go to fields, of which each class of references has its own.
   */
  boolean isPossible(FunctionType type) {
    return JavaSignature.of(type)
        .results()
        .further()
        .equals(JavaSignature.of(stack.function().type()).results().further());
  }

  /** Lowers {@code return_call}. */
  Flow call(int functionIndex) {
    FunctionType type = spaces.functionType(functionIndex);
    stack.nameAll(ValueStack.KEPT);
    if (caller.repeats(functionIndex)) {
      return repeat(type.parameters().size());
    }
    List<PendingValue> arguments = arguments(type, 0);
    tell();
    perform(EntityOperation.TAIL_CALL, functionIndex, List.of(), Expr.NOWHERE);
    return leave(arguments);
  }

  private Flow repeat(int parameters) {
    start = start.or(() -> Optional.of(caller.newLabel().get()));
    List<Local> targets = IntStream.range(0, parameters).mapToObj(locals::declared).toList();
    new ParallelAssignment(stack, locals).assign(targets, stack.pop(parameters));
    stack.current().add(new Stmt.Jump(start.orElseThrow()));
    return Flow.AWAY;
  }

  /** Lowers {@code return_call_indirect}: the function is found before anything is left behind. */
  Flow callIndirect(int typeIndex, int tableIndex, int at) {
    stack.nameAll(ValueStack.KEPT);
    List<PendingValue> arguments = arguments(spaces.functionTypeAt(typeIndex), 1);
    return callFound(new Found(EntityOperation.FUNCTION_AT, typeIndex, tableIndex, at), arguments);
  }

  /** Lowers {@code return_call_ref}. */
  Flow callRef(int typeIndex, int at) {
    stack.nameAll(ValueStack.KEPT);
    List<PendingValue> arguments = arguments(spaces.functionTypeAt(typeIndex), 1);
    return callFound(new Found(EntityOperation.FUNCTION_OF, typeIndex, 0, at), arguments);
  }

  /** How a function is found. */
  private record Found(EntityOperation operation, int typeIndex, int tableIndex, int at) {
    PendingValue of(PendingValue operand) {
      List<Expr> operands = List.of(operand.expr());
      return PendingValue.node(
          new Expr.Entity(operation, Carrier.FUNCTION, typeIndex, tableIndex, operands, at),
          List.of(operand));
    }
  }

  private Flow callFound(Found found, List<PendingValue> arguments) {
    PendingValue callee = found.of(stack.pop());
    if (caller.isTold()) {
      Local function = locals.temporary(Carrier.FUNCTION);
      stack.assign(function, callee);
      callee = PendingValue.leaf(new Expr.GetLocal(function));
      tell();
    }
    perform(EntityOperation.TAIL_CALL_REF, found.typeIndex(), List.of(callee), Expr.NOWHERE);
    return leave(arguments);
  }

  /** Pops the arguments of a call, which nothing that is done from here on may change. */
  private List<PendingValue> arguments(FunctionType type, int above) {
    JavaSignature signature = JavaSignature.of(type);
    stack.spread(type.parameters(), above);
    calls.carrySurplus(signature, above);
    int count = signature.parameters().size();
    if (caller.isTold()) {
      stack.nameTop(count + above);
    }
    List<PendingValue> top = stack.pop(above);
    List<PendingValue> arguments = stack.pop(count);
    top.forEach(stack::push);
    return arguments;
  }

  private void tell() {
    if (caller.isTold()) {
      perform(EntityOperation.TELL_TAIL_CALL, caller.functionIndex(), List.of(), Expr.NOWHERE);
    }
  }

  private void perform(EntityOperation operation, int first, List<PendingValue> operands, int at) {
    stack.perform(
        new Expr.Entity(operation, Carrier.VOID, first, 0, PendingValue.exprs(operands), at),
        operands);
  }

  /** Leaves the arguments behind and returns; nobody looks at what is returned. */
  private Flow leave(List<PendingValue> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      perform(EntityOperation.TAIL_ARGUMENT, i, List.of(arguments.get(i)), Expr.NOWHERE);
    }
    List<Expr> returned = new ArrayList<>();
    for (Carrier carrier : Carrier.of(stack.function().type().results())) {
      returned.add(
          returned.isEmpty()
              ? new Expr.Constant(carrier, 0)
              : new Expr.Entity(
                  EntityOperation.EXTRA_RESULT, carrier, returned.size(), 0, List.of()));
    }
    stack.current().add(new Stmt.Return(returned));
    return Flow.AWAY;
  }
}

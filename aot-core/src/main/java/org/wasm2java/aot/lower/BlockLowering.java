package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/**
 * Opens and closes blocks and loops. Results of a construct stay expressions where only falling
 * through reaches its end; otherwise every way to the end assigns the same locals.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#control-instructions">Control
 *     instructions</a>
 */
final class BlockLowering {
  private final ValueStack stack;
  private final Locals locals;
  private final ParallelAssignment assignment;

  BlockLowering(ValueStack stack, Locals locals) {
    this.stack = stack;
    this.locals = locals;
    this.assignment = new ParallelAssignment(stack, locals);
  }

  Flow openBlock(OpenConstruct.Start start) {
    stack.nameAll(ValueStack.KEPT);
    stack.open(new OpenConstruct(OpenConstruct.Form.BLOCK, start));
    return Flow.NEXT;
  }

  /** Opens a loop, whose parameters are locals, as branches assign them. */
  Flow openLoop(OpenConstruct.Start start) {
    stack.nameAll(ValueStack.KEPT);
    OpenConstruct loop = new OpenConstruct(OpenConstruct.Form.LOOP, start);
    List<Local> parameters = loop.branchLocals(locals);
    assignment.assign(parameters, stack.pop(parameters.size()));
    stack.open(loop);
    push(parameters);
    return Flow.NEXT;
  }

  /** Closes the innermost construct, of which one body is left. */
  Flow close(OpenConstruct construct) {
    return construct.targeted() ? closeTarget(construct) : closeSequence(construct);
  }

  /** Nothing branches to it: its statements and its results are those of the parent. */
  private Flow closeSequence(OpenConstruct construct) {
    boolean reachable = construct.reachable();
    List<PendingValue> values =
        reachable ? stack.pop(construct.type().results().size()) : List.of();
    stack.close();
    stack.current().addAll(construct.takeStatements());
    values.forEach(stack::push);
    return reachable ? Flow.NEXT : Flow.AWAY;
  }

  private Flow closeTarget(OpenConstruct construct) {
    boolean loop = construct.form() == OpenConstruct.Form.LOOP;
    if (construct.reachable()) {
      assignResults(construct);
    }
    stack.close();
    List<Stmt> body = construct.takeStatements();
    stack
        .current()
        .add(
            loop
                ? new Stmt.Loop(construct.label(), body)
                : new Stmt.Block(construct.label(), body));
    if (loop && !construct.reachable()) {
      return Flow.AWAY;
    }
    push(construct.resultLocals(locals));
    return Flow.NEXT;
  }

  /** Puts the results on top of the stack into the construct's locals. */
  void assignResults(OpenConstruct construct) {
    List<Local> results = construct.resultLocals(locals);
    assignment.assign(results, stack.pop(results.size()));
  }

  void push(List<Local> values) {
    values.forEach(local -> stack.push(new GetLocal(local)));
  }
}

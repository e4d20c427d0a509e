package org.wasm2java.aot.lower;

import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Stmt;

/**
 * Opens and closes {@code if}: as a conditional expression where both arms are just one value, as
 * one of its arms where the condition is a constant, else as a statement.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#control-instructions">Control
 *     instructions</a>
 */
final class ConditionalLowering {
  private final ValueStack stack;
  private final Locals locals;
  private final BlockLowering blocks;
  private final ParallelAssignment assignment;

  ConditionalLowering(ValueStack stack, Locals locals, BlockLowering blocks) {
    this.stack = stack;
    this.locals = locals;
    this.blocks = blocks;
    this.assignment = new ParallelAssignment(stack, locals);
  }

  Flow open(OpenConstruct.Start start) {
    int parameters = start.type().parameters().size();
    boolean decided = stack.constant(0).isPresent();
    if (!decided) {
      stack.nameGrowing(1);
    }
    PendingValue condition = stack.pop();
    if (decided) {
      stack.nameAll(ValueStack.KEPT);
    } else {
      stack.nameTop(parameters);
      stack.beforeControl(condition.effects());
    }
    OpenIf construct = new OpenIf(start, condition, stack.top(parameters));
    stack.open(construct);
    return construct.takesThen() ? Flow.NEXT : Flow.AWAY;
  }

  /** Closes the first arm and opens the second. */
  Flow openElse(OpenIf construct) {
    boolean reachable = construct.reachable();
    List<PendingValue> results =
        reachable ? stack.pop(construct.type().results().size()) : List.of();
    construct.closeThen(new OpenIf.Arm(construct.takeStatements(), results, reachable));
    stack.cut(construct.base());
    construct.parameters().forEach(stack::push);
    return construct.takesElse() ? Flow.NEXT : Flow.AWAY;
  }

  /** Closes the construct; without {@code else} the second arm passes the parameters on. */
  Flow close(OpenIf construct) {
    if (!construct.inElse()) {
      construct.follow(openElse(construct));
    }
    if (construct.isDecided()) {
      return closeDecided(construct);
    }
    return isExpression(construct) ? closeExpression(construct) : closeStatement(construct);
  }

  private Flow closeDecided(OpenIf construct) {
    if (construct.takesThen()) {
      OpenIf.Arm then = construct.then();
      construct.addAll(then.statements());
      construct.follow(then.reachable() ? Flow.NEXT : Flow.AWAY);
      stack.cut(construct.base());
      then.results().forEach(stack::push);
    }
    return blocks.close(construct);
  }

  private boolean isExpression(OpenIf construct) {
    OpenIf.Arm then = construct.then();
    return construct.type().results().size() == 1
        && !construct.targeted()
        && then.reachable()
        && construct.reachable()
        && then.statements().isEmpty()
        && construct.isEmpty()
        && haveOneCarrier(then.results().get(0), stack.peek(0))
        && ((then.results().get(0).effects() | stack.peek(0).effects()) & Effects.GROWS) == 0;
  }

  /**
   * Java's conditional expressions are of the first operand's class here: so must the second be.
   */
  private static boolean haveOneCarrier(PendingValue one, PendingValue other) {
    return one.expr().carrier().equals(other.expr().carrier()) || isNull(one) || isNull(other);
  }

  private static boolean isNull(PendingValue value) {
    return value.expr().carrier().isReference() && value.constant().isPresent();
  }

  private Flow closeExpression(OpenIf construct) {
    PendingValue ifFalse = stack.pop();
    PendingValue ifTrue = construct.then().results().get(0);
    PendingValue condition = construct.condition();
    stack.close();
    Expr first = isNull(ifTrue) ? new Expr.Constant(ifFalse.expr().carrier(), 0) : ifTrue.expr();
    stack.pushNode(
        new Expr.Select(condition.expr(), first, ifFalse.expr()),
        List.of(condition, ifTrue, ifFalse));
    return Flow.NEXT;
  }

  private Flow closeStatement(OpenIf construct) {
    OpenIf.Arm then = construct.then();
    if (construct.reachable()) {
      blocks.assignResults(construct);
    }
    List<Stmt> elseBody = construct.takeStatements();
    construct.addAll(then.statements());
    if (then.reachable()) {
      assignment.assign(construct.resultLocals(locals), then.results());
    }
    List<Stmt> thenBody = construct.takeStatements();
    stack.close();
    Stmt statement = new Stmt.If(construct.condition().expr(), thenBody, elseBody);
    stack
        .current()
        .add(
            construct.targeted()
                ? new Stmt.Block(construct.label(), List.of(statement))
                : statement);
    if (!construct.reachable() && !then.reachable() && !construct.targeted()) {
      return Flow.AWAY;
    }
    blocks.push(construct.resultLocals(locals));
    return Flow.NEXT;
  }
}

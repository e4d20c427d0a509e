package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.wasm2java.aot.instruction.CatchClause;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.IndexSpaces;

/**
 * Lowers exceptions, in their standard form and in the form before it, to one statement: {@link
 * Stmt.Try}, whose handler looks at the tag.
 *
 * <p>All that may throw in a body is evaluated there: what waits on the operand stack is named
 * before the construct, and what it gives is assigned at its end.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-try-table">Execution
 *     of try_table</a>
 */
final class ExceptionLowering {
  private final IndexSpaces spaces;
  private final ValueStack stack;
  private final Locals locals;
  private final BlockLowering blocks;
  private final BranchLowering branches;
  private final Payloads payloads;
  private final Supplier<Label> newLabel;

  ExceptionLowering(
      IndexSpaces spaces,
      ValueStack stack,
      Locals locals,
      BranchLowering branches,
      Supplier<Label> newLabel) {
    this.spaces = spaces;
    this.stack = stack;
    this.locals = locals;
    this.blocks = new BlockLowering(stack, locals);
    this.branches = branches;
    this.payloads = new Payloads(stack, locals);
    this.newLabel = newLabel;
  }

  /** Lowers {@code throw}. */
  Flow throwTag(int tagIndex, int at) {
    Expr exception = payloads.exception(spaces.tagParameters(tagIndex), tagIndex, at);
    return stack.leave(new Stmt.Throw(exception));
  }

  /** Lowers {@code throw_ref}. */
  Flow throwRef(int at) {
    stack.nameTop(1);
    PendingValue reference = stack.pop();
    Expr thrown =
        new Expr.Entity(
            EntityOperation.EXCEPTION_THROWN,
            Carrier.EXCEPTION,
            0,
            0,
            List.of(reference.expr()),
            at);
    return stack.leave(new Stmt.Throw(thrown));
  }

  /** Lowers {@code rethrow}, whose label is that of a {@code catch}. */
  Flow rethrow(int label) {
    OpenTry construct = (OpenTry) stack.construct(label);
    return stack.leave(new Stmt.Throw(new Expr.GetLocal(construct.caught())));
  }

  /**
   * Opens a {@code try_table} or a {@code try}.
   *
   * @param clauses those of the {@code try_table}
   */
  Flow open(OpenConstruct.Start start, List<CatchClause> clauses) {
    stack.nameAll(ValueStack.KEPT);
    stack.open(new OpenTry(start, locals.temporary(Carrier.EXCEPTION), clauses));
    return Flow.NEXT;
  }

  /** Lowers the {@code catch} of a {@code try}, or its {@code catch_all}. */
  Flow openCatch(int tagIndex) {
    OpenTry construct = (OpenTry) stack.current();
    closePart(construct);
    construct.openArm(tagIndex);
    if (!construct.catches()) {
      return Flow.AWAY;
    }
    if (tagIndex != OpenTry.ANY_TAG) {
      payloads.push(construct.caught(), spaces.tagParameters(tagIndex));
    }
    return Flow.NEXT;
  }

  /** Ends the body or the {@code catch} that is open: its results are in locals then. */
  private void closePart(OpenTry construct) {
    if (construct.reachable()) {
      blocks.assignResults(construct);
    }
    stack.cut(construct.base());
    List<Stmt> statements = construct.takeStatements();
    if (construct.inBody()) {
      List<Stmt> body = delegated(construct, statements);
      construct.closeBody(body, Throwing.of(body).throwing());
    } else {
      construct.closeArm(statements);
    }
  }

  /** Closes the innermost construct at its {@code end}. */
  Flow close(OpenTry construct) {
    closePart(construct);
    stack.close();
    boolean plain = construct.clauses().isEmpty() && construct.arms().isEmpty();
    if (plain || !construct.catches()) {
      return add(construct, construct.body());
    }
    List<Stmt> handler = new ArrayList<>(refetched(construct.body()));
    if (construct.clauses().isEmpty()) {
      handler.addAll(arms(construct, 0));
    } else {
      clauses(construct, handler);
    }
    return add(construct, handled(construct, handler));
  }

  private static List<Stmt> handled(OpenTry construct, List<Stmt> handler) {
    return List.of(new Stmt.Try(construct.body(), construct.caught(), handler));
  }

  /** Adds the statements of a construct that has been closed. */
  private Flow add(OpenTry construct, List<Stmt> statements) {
    stack
        .current()
        .addAll(
            construct.targeted()
                ? List.of(new Stmt.Block(construct.label(), statements))
                : statements);
    if (!construct.completes() && !construct.targeted()) {
      return Flow.AWAY;
    }
    blocks.push(construct.resultLocals(locals));
    return Flow.NEXT;
  }

  /** A call that threw may have grown a memory, whose bytes nobody has fetched since. */
  private List<Stmt> refetched(List<Stmt> body) {
    return Throwing.of(body).growing()
        ? locals.memories().stream().map(locals::load).toList()
        : List.of();
  }

  private static Expr isTag(OpenTry construct, int tagIndex) {
    List<Expr> caught = List.of(new Expr.GetLocal(construct.caught()));
    return new Expr.Entity(EntityOperation.EXCEPTION_IS, Carrier.INT, tagIndex, 0, caught);
  }

  private static Stmt rethrown(OpenTry construct) {
    return new Stmt.Throw(new Expr.GetLocal(construct.caught()));
  }

  /** Returns what the catches of a {@code try} do from one of them on. */
  private static List<Stmt> arms(OpenTry construct, int first) {
    if (first == construct.arms().size()) {
      return List.of(rethrown(construct));
    }
    OpenTry.Arm arm = construct.arms().get(first);
    return arm.tagIndex() == OpenTry.ANY_TAG
        ? arm.statements()
        : List.of(
            new Stmt.If(
                isTag(construct, arm.tagIndex()), arm.statements(), arms(construct, first + 1)));
  }

  /** Adds what the clauses of a {@code try_table} do; their labels are those around it. */
  private void clauses(OpenTry construct, List<Stmt> handler) {
    for (CatchClause clause : construct.clauses()) {
      List<PendingValue> values = new ArrayList<>();
      boolean ofTag = clause.tagIndex() >= 0;
      if (ofTag) {
        values.addAll(Payloads.values(construct.caught(), spaces.tagParameters(clause.tagIndex())));
      }
      boolean reference =
          switch (clause.kind()) {
            case CATCH, CATCH_ALL -> false;
            case CATCH_REF, CATCH_ALL_REF -> true;
          };
      if (reference) {
        values.add(PendingValue.leaf(new Expr.GetLocal(construct.caught())));
      }
      List<Stmt> taken = branches.arm(stack.construct(clause.label()), values);
      if (!ofTag) {
        handler.addAll(taken);
        return;
      }
      handler.add(new Stmt.If(isTag(construct, clause.tagIndex()), taken, List.of()));
    }
    handler.add(rethrown(construct));
  }

  /**
   * Closes a {@code try} that leaves its exceptions to another one around it. If a third is between
   * them, whose handler would see the exception first, a jump takes it past that one.
   */
  Flow delegate(int label) {
    OpenTry construct = (OpenTry) stack.current();
    closePart(construct);
    stack.close();
    int height = stack.constructs();
    int target = label;
    while (target < height - 1 && !handles(target)) {
      target++;
    }
    boolean past = false;
    for (int between = 0; between < target; between++) {
      past |= handles(between);
    }
    if (!past || !construct.catches()) {
      return add(construct, construct.body());
    }
    OpenConstruct.Delegation to = stack.construct(target).delegation(newLabel, locals);
    Expr exception = new Expr.GetLocal(construct.caught());
    Stmt taken = new Stmt.SetLocal(to.exception(), exception);
    return add(construct, handled(construct, List.of(taken, new Stmt.Jump(to.label()))));
  }

  private boolean handles(int label) {
    return stack.construct(label) instanceof OpenTry outer && outer.inBody();
  }

  /**
   * Returns the statements of a body with the place where exceptions arrive that were left to it.
   */
  List<Stmt> delegated(OpenConstruct construct, List<Stmt> statements) {
    if (construct.delegation().isEmpty()) {
      return statements;
    }
    OpenConstruct.Delegation delegation = construct.delegation().get();
    Stmt thrown = new Stmt.Throw(new Expr.GetLocal(delegation.exception()));
    if (!Completion.of(statements)) {
      return List.of(new Stmt.Block(delegation.label(), statements), thrown);
    }
    Label end = newLabel.get();
    List<Stmt> body = new ArrayList<>(statements);
    body.add(new Stmt.Jump(end));
    return List.of(new Stmt.Block(end, List.of(new Stmt.Block(delegation.label(), body), thrown)));
  }
}

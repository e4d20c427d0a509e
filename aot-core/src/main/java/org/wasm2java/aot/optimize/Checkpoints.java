package org.wasm2java.aot.optimize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.CallingLoops;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Exit;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.runtime.TrapKind;

/**
 * Makes checkpoints cheap. A loop that calls nothing has the fuel in a local and gives it back on
 * every way out; others may not, as callees use the same. Functions that call nothing need not look
 * for a reason to stop at their entry: their loops do.
 */
final class Checkpoints extends StatementRewriter {
  private final Survey survey;
  private int locals;

  /** The labels inside the loop that has its fuel in a local. */
  private final Set<Label> inside = new HashSet<>();

  private Local fuel;
  private boolean counting;

  private Checkpoints(IrFunction function, Survey survey) {
    this.survey = survey;
    this.locals = function.localCount();
    this.fuel = local(Carrier.LONG);
  }

  /** Runs the pass; without checkpoints there is nothing to do. */
  static IrFunction run(IrFunction function) {
    boolean checks =
        !function.body().isEmpty() && function.body().get(0) instanceof Stmt.Checkpoint;
    if (!checks) {
      return function;
    }
    Survey survey = new Survey();
    survey.walk(function.body());
    Checkpoints pass = new Checkpoints(function, survey);
    List<Stmt> body = new ArrayList<>(pass.entry((Stmt.Checkpoint) function.body().get(0)));
    body.addAll(pass.rewrite(function.body().subList(1, function.body().size())));
    return function.withBody(body, pass.locals, function.labelCount());
  }

  private Local local(Carrier carrier) {
    return Local.temporary(locals++, carrier);
  }

  private List<Stmt> entry(Stmt.Checkpoint checkpoint) {
    List<Stmt> statements = new ArrayList<>();
    boolean stop = checkpoint.stop() && survey.hasCalls();
    if (checkpoint.fuel() || stop) {
      int at = checkpoint.at();
      statements.add(new Stmt.Checkpoint(at, checkpoint.cost(), checkpoint.fuel(), stop));
    }
    return statements;
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> rewritten = new ArrayList<>(list.size());
    for (Stmt statement : list) {
      if (statement instanceof Stmt.Checkpoint checkpoint) {
        charge(checkpoint, rewritten);
      } else if (statement instanceof Stmt.Loop loop) {
        loop(loop, rewritten);
      } else {
        if (counting && Exit.of(statement).filter(this::leaves).isPresent()) {
          rewritten.add(giveBack());
        }
        rewritten.add(statement.accept(this));
      }
    }
    return rewritten;
  }

  /** Whether an exit leaves the loop that has its fuel in a local. */
  private boolean leaves(Exit exit) {
    return exit.accept(
        new Exit.Visitor<>() {
          @Override
          public Boolean end(Exit.End end) {
            return false; // seen behind the loop
          }

          @Override
          public Boolean jump(Exit.Jump jump) {
            return !inside.contains(jump.label());
          }

          @Override
          public Boolean throwing(Exit.Throw throwing) {
            return true;
          }

          @Override
          public Boolean returning(Exit.Return returning) {
            return true;
          }
        });
  }

  @Override
  public Stmt block(Stmt.Block block) {
    inside.add(block.label());
    return super.block(block);
  }

  private void loop(Stmt.Loop loop, List<Stmt> to) {
    boolean first = !counting && survey.usesFuel && !survey.contains(loop);
    if (first) {
      counting = true;
      inside.clear();
      fuel = local(Carrier.LONG);
      to.add(new Stmt.SetLocal(fuel, entity(EntityOperation.FUEL, Carrier.LONG)));
    }
    inside.add(loop.label());
    List<Stmt> body = rewrite(loop.body());
    to.add(new Stmt.Loop(loop.label(), body));
    if (first) {
      counting = false;
      if (Completion.of(body)) {
        to.add(giveBack());
      }
    }
  }

  private void charge(Stmt.Checkpoint checkpoint, List<Stmt> to) {
    boolean inField = checkpoint.fuel() && !counting;
    if (inField || checkpoint.stop()) {
      int at = checkpoint.at();
      to.add(new Stmt.Checkpoint(at, checkpoint.cost(), inField, checkpoint.stop()));
    }
    if (!checkpoint.fuel() || inField) {
      return;
    }
    count(fuel, checkpoint.cost(), NumericOpcode.I64_SUB, to);
    EntityOperation outOfFuel = EntityOperation.OUT_OF_FUEL;
    Expr consumption = new Expr.Entity(outOfFuel, Carrier.VOID, 0, 0, List.of(), checkpoint.at());
    Stmt trap = new Stmt.Evaluate(consumption);
    List<Stmt> consumed = List.of(trap, new Stmt.Trap(TrapKind.UNREACHABLE, Expr.NOWHERE));
    to.add(new Stmt.If(below(fuel, NumericOpcode.I64_LT_S), consumed, List.of()));
  }

  private static void count(Local local, int cost, Opcode opcode, List<Stmt> to) {
    List<Expr> operands =
        List.of(new Expr.GetLocal(local), new Expr.Constant(local.carrier(), cost));
    to.add(new Stmt.SetLocal(local, new Expr.Operation(opcode, local.carrier(), operands)));
  }

  private static Expr below(Local local, Opcode opcode) {
    List<Expr> operands = List.of(new Expr.GetLocal(local), new Expr.Constant(local.carrier(), 0));
    return new Expr.Operation(opcode, Carrier.INT, operands);
  }

  private Stmt giveBack() {
    List<Expr> left = List.of(new Expr.GetLocal(fuel));
    return new Stmt.Evaluate(new Expr.Entity(EntityOperation.SET_FUEL, Carrier.VOID, 0, 0, left));
  }

  private static Expr entity(EntityOperation operation, Carrier carrier) {
    return new Expr.Entity(operation, carrier, 0, 0, List.of());
  }

  /** Where a function calls others, and whether it uses fuel. */
  private static final class Survey extends CallingLoops {
    private boolean usesFuel;

    @Override
    public Void checkpoint(Stmt.Checkpoint checkpoint) {
      usesFuel |= checkpoint.fuel();
      return null;
    }
  }
}

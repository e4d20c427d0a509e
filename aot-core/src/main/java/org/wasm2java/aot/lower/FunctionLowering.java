package org.wasm2java.aot.lower;

import java.util.Arrays;
import java.util.List;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * Turns a function's stack code into statements over locals.
 *
 * <p>Code that cannot be reached is not lowered: nobody could tell.
 */
public final class FunctionLowering {
  private final int functionIndex;
  private final FunctionType type;
  private final TypedBody typed;
  private final Body body;
  private final Locals locals;
  private final ValueStack stack;
  private final ControlLowering control;
  private final InstructionLowering instructions;
  private final Instrumentation instrumentation;
  private final StretchCosts costs;

  private FunctionLowering(
      ValidModule module,
      Callees callees,
      List<MemoryForm> memories,
      Instrumentation instrumentation,
      int functionIndex) {
    this.instrumentation = instrumentation;
    this.functionIndex = functionIndex;
    this.type = module.spaces().functionType(functionIndex);
    this.typed = module.body(functionIndex);
    this.body = typed.function().body();
    this.costs = StretchCosts.of(typed);
    this.locals = LocalsOf.function(module, memories, functionIndex);
    this.stack = new ValueStack(locals);
    this.control = new ControlLowering(module, callees, stack, locals, functionIndex);
    this.instructions = new InstructionLowering(module, stack, locals);
  }

  /**
   * Lowers a function that the module defines, with checkpoints if these are asked for. The module
   * has passed {@code SupportCheck}.
   *
   * @param memories the form of each memory of the module
   */
  public static IrFunction lower(
      ValidModule module,
      Callees callees,
      List<MemoryForm> memories,
      Instrumentation instrumentation,
      int functionIndex) {
    return new FunctionLowering(module, callees, memories, instrumentation, functionIndex).lower();
  }

  private IrFunction lower() {
    OpenConstruct function = OpenConstruct.function(type);
    stack.open(function);
    int number = 0;
    while (number < body.size()) {
      Flow flow = lower(body.at(number), number);
      stack.current().follow(flow);
      number = flow == Flow.NEXT ? number + 1 : nextPart(number);
    }
    List<Stmt> statements = withStart(control.body(function));
    List<Carrier> results = Carrier.of(type.results());
    return new IrFunction(
        functionIndex,
        locals.parameters(),
        results,
        locals.count(),
        control.labelCount(),
        statements);
  }

  /** Puts what a function starts with before its body; a tail call of itself repeats some of it. */
  private List<Stmt> withStart(List<Stmt> body) {
    List<Stmt> zeros = locals.zeros();
    List<Stmt> fetches = locals.fetches();
    if (control.start().isEmpty()) {
      return concat(checkpoint(costs.entry(), 0), locals.received(), zeros, fetches, body);
    }
    List<Stmt> repeated = concat(checkpoint(costs.entry(), 0), zeros, body);
    List<Stmt> loop = List.of(new Stmt.Loop(control.start().orElseThrow(), repeated));
    return concat(checkpoint(0, 0), locals.received(), fetches, loop);
  }

  @SafeVarargs
  private static List<Stmt> concat(List<Stmt>... lists) {
    return Arrays.stream(lists).flatMap(List::stream).toList();
  }

  /**
   * Returns the {@code else}, {@code catch} or {@code end} that comes next in the innermost
   * construct: nothing before it can be reached.
   */
  private int nextPart(int number) {
    int opener = stack.current().opener();
    if (opener == OpenConstruct.NO_INSTRUCTION) {
      return Math.max(number + 1, body.size() - 1);
    }
    if (body.at(opener).opcode() == ControlOpcode.TRY) {
      return nextCatch(number, typed.blockEnd(opener));
    }
    int elseNumber = typed.blockElse(opener);
    return elseNumber > number ? elseNumber : typed.blockEnd(opener);
  }

  private int nextCatch(int number, int end) {
    int next = number + 1;
    while (next < end) {
      if (!(body.at(next).opcode() instanceof ControlOpcode opcode)) {
        next++;
        continue;
      }
      if (opcode == ControlOpcode.CATCH || opcode == ControlOpcode.CATCH_ALL) {
        return next;
      }
      boolean opens =
          switch (opcode) {
            case BLOCK, LOOP, IF, TRY, TRY_TABLE -> true;
            default -> false;
          };
      next = opens ? typed.blockEnd(next) + 1 : next + 1;
    }
    return end;
  }

  private Flow lower(Instruction instruction, int number) {
    int at = body.offset(number);
    if (!(instruction.opcode() instanceof ControlOpcode opcode)) {
      return instructions.lower(instruction, at);
    }
    Flow flow = control.lower(opcode, instruction, number, at);
    if (opcode == ControlOpcode.LOOP) {
      stack.current().addAll(checkpoint(costs.loop(number), number));
    }
    return flow;
  }

  /** Returns a checkpoint for the start of a construct, if these are asked for. */
  private List<Stmt> checkpoint(int cost, int number) {
    boolean fuel = instrumentation.fuel() && cost > 0;
    return instrumentation.checks()
        ? List.of(
            new Stmt.Checkpoint(body.offset(number), cost, fuel, instrumentation.interruptible()))
        : List.of();
  }
}

package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Turns a function's stack code into statements over locals.
 *
 * <p>Code that cannot be reached is not lowered: nobody could tell.
 */
public final class FunctionLowering {
  private final ValidModule module;
  private final int functionIndex;
  private final Body body;
  private final Locals locals;
  private final ValueStack stack;
  private final ControlLowering control;
  private final InstructionLowering instructions;
  private final FunctionType type;
  private final Instrumentation instrumentation;
  private final StretchCosts costs;

  private FunctionLowering(
      ValidModule module, MemoryGrowth growth, Instrumentation instrumentation, int functionIndex) {
    this.module = module;
    this.instrumentation = instrumentation;
    this.functionIndex = functionIndex;
    Function function = module.spaces().function(functionIndex);
    this.body = function.body();
    this.costs = StretchCosts.of(body);
    this.type = module.spaces().functionType(functionIndex);
    this.locals = LocalsOf.function(module, functionIndex);
    this.stack = new ValueStack(locals);
    this.control = new ControlLowering(stack, locals);
    this.instructions = new InstructionLowering(module.spaces(), growth, stack, locals);
  }

  /** Lowers a function that the module defines. The module has passed {@code SupportCheck}. */
  public static IrFunction lower(ValidModule module, MemoryGrowth growth, int functionIndex) {
    return lower(module, growth, Instrumentation.NONE, functionIndex);
  }

  /**
   * Lowers a function that the module defines, with checkpoints if these are asked for. The module
   * has passed {@code SupportCheck}.
   */
  public static IrFunction lower(
      ValidModule module, MemoryGrowth growth, Instrumentation instrumentation, int functionIndex) {
    return new FunctionLowering(module, growth, instrumentation, functionIndex).lower();
  }

  private IrFunction lower() {
    Frame frame = new Frame(Frame.Form.FUNCTION, type, new Label(-1), 0);
    stack.open(frame);
    checkpoint(costs.entry(), 0);
    frame.statements.addAll(locals.initial());
    int skipped = 0;
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      if (stack.current().reachable) {
        follow(lower(instruction, i));
      } else if (opens(instruction)) {
        skipped++;
      } else if (instruction.opcode() == ControlOpcode.END && skipped > 0) {
        skipped--;
      } else if (skipped == 0) {
        resume(instruction);
      }
    }
    List<Carrier> results = new ArrayList<>();
    type.results().forEach(result -> results.add(Carrier.single(result)));
    List<Stmt> statements = List.copyOf(frame.statements);
    return new IrFunction(
        functionIndex,
        locals.parameters(),
        results,
        locals.count(),
        control.labelCount(),
        statements);
  }

  /** Puts a checkpoint at the start of the innermost construct, if these are asked for. */
  private void checkpoint(int cost, int number) {
    if (instrumentation.checks()) {
      boolean fuel = instrumentation.fuel() && cost > 0;
      List<Stmt> statements = stack.current().statements;
      int at = body.offset(number);
      statements.add(new Stmt.Checkpoint(at, cost, fuel, instrumentation.interruptible()));
    }
  }

  static boolean opens(Instruction instruction) {
    return instruction instanceof Instruction.Structured
        || instruction instanceof Instruction.TryTable;
  }

  private void follow(Flow flow) {
    stack.current().reachable = flow == Flow.NEXT;
  }

  /** In unreachable code only the ends of open constructs matter. */
  private void resume(Instruction instruction) {
    if (instruction.opcode() == ControlOpcode.ELSE) {
      follow(control.openElse());
    } else if (instruction.opcode() == ControlOpcode.END) {
      follow(control.end());
    }
  }

  private Flow lower(Instruction instruction, int number) {
    Opcode opcode = instruction.opcode();
    return opcode instanceof ControlOpcode controlOpcode
        ? lowerControl(controlOpcode, instruction, number)
        : instructions.lower(instruction, body.offset(number));
  }

  private Flow lowerControl(ControlOpcode opcode, Instruction instruction, int number) {
    return switch (opcode) {
      case UNREACHABLE -> control.unreachable(body.offset(number));
      case NOP -> Flow.NEXT;
      case BLOCK -> control.open(Frame.Form.BLOCK, blockType(instruction));
      case LOOP -> {
        Flow flow = control.open(Frame.Form.LOOP, blockType(instruction));
        checkpoint(costs.loop(number), number);
        yield flow;
      }
      case IF -> control.open(Frame.Form.IF, blockType(instruction));
      case ELSE -> control.openElse();
      case END -> control.end();
      case BR -> control.branch(index(instruction));
      case BR_IF -> control.branchIf(index(instruction));
      case BR_TABLE -> {
        Instruction.BranchTable table = (Instruction.BranchTable) instruction;
        yield control.branchTable(table.labels(), table.defaultLabel());
      }
      case RETURN -> control.returning();
      case CALL -> instructions.call(index(instruction), body.offset(number));
      case CALL_INDIRECT -> {
        Instruction.DoublyIndexed call = (Instruction.DoublyIndexed) instruction;
        yield instructions.callIndirect(call.first(), call.second(), body.offset(number));
      }
      case RETURN_CALL,
          RETURN_CALL_INDIRECT,
          CALL_REF,
          RETURN_CALL_REF,
          BR_ON_NULL,
          BR_ON_NON_NULL,
          BR_ON_CAST,
          BR_ON_CAST_FAIL,
          THROW,
          THROW_REF,
          TRY_TABLE,
          TRY,
          CATCH,
          RETHROW,
          DELEGATE,
          CATCH_ALL ->
          throw InstructionLowering.untranslated(opcode);
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  private FunctionType blockType(Instruction instruction) {
    return module.spaces().blockType(((Instruction.Structured) instruction).blockType());
  }
}

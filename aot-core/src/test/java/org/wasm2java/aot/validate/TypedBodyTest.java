package org.wasm2java.aot.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wasm2java.aot.diagnostic.InvalidException;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Instruction.Constant;
import org.wasm2java.aot.instruction.Instruction.Indexed;
import org.wasm2java.aot.instruction.Instruction.Plain;
import org.wasm2java.aot.instruction.Instruction.Structured;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ParametricOpcode;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.validate.body.TypedBody;

class TypedBodyTest {
  private static final Instruction END = new Plain(ControlOpcode.END);
  private static final Instruction DROP = new Plain(ParametricOpcode.DROP);
  private static final Instruction I32 = new Constant(NumericOpcode.I32_CONST, 1);
  private static final Instruction F64 = new Constant(NumericOpcode.F64_CONST, 0);

  private static Instruction open(Opcode opcode) {
    return new Structured(opcode, BlockType.EMPTY);
  }

  private static Instruction branch(int label) {
    return new Indexed(ControlOpcode.BR, label);
  }

  private static TypedBody typed(Instruction... instructions) {
    return ModuleValidator.validate(
            new Modules().function(FunctionType.EMPTY, instructions).build())
        .bodies()
        .get(0);
  }

  @Test
  void blocksEndAtTheirOwnEnd() {
    TypedBody body = typed(open(ControlOpcode.BLOCK), open(ControlOpcode.LOOP), END, END, END);
    assertThat(body.blockEnd(0)).isEqualTo(3);
    assertThat(body.blockEnd(1)).isEqualTo(2);
  }

  @Test
  void anIfKnowsItsElse() {
    TypedBody body = typed(I32, open(ControlOpcode.IF), new Plain(ControlOpcode.ELSE), END, END);
    assertThat(body.blockElse(1)).isEqualTo(2);
    assertThat(body.blockEnd(1)).isEqualTo(3);
  }

  @Test
  void anIfWithoutElseHasNone() {
    TypedBody body = typed(I32, open(ControlOpcode.IF), END, END);
    assertThat(body.blockElse(1)).isEqualTo(-1);
  }

  @Test
  void codeBehindABranchIsUnreachableUpToTheEndOfItsBlock() {
    TypedBody body = typed(open(ControlOpcode.BLOCK), branch(0), I32, DROP, END, I32, DROP, END);
    assertThat(body.reachable(1)).isTrue();
    assertThat(body.reachable(2)).isFalse();
    assertThat(body.reachable(4)).isFalse();
    assertThat(body.reachable(5)).isTrue();
  }

  @Test
  void blocksInUnreachableCodeAreUnreachableThroughout() {
    TypedBody body = typed(branch(0), open(ControlOpcode.BLOCK), I32, DROP, END, I32, DROP, END);
    for (int i = 1; i < 8; i++) {
      assertThat(body.reachable(i)).as("instruction %d", i).isFalse();
    }
  }

  @Test
  void anElseBehindABranchStartsAReachableArm() {
    TypedBody body =
        typed(
            I32,
            open(ControlOpcode.IF),
            branch(0),
            new Plain(ControlOpcode.ELSE),
            I32,
            DROP,
            END,
            END);
    assertThat(body.reachable(3)).isFalse();
    assertThat(body.reachable(4)).isTrue();
  }

  @Test
  void dropAndSelectKnowTheTypeOfTheirOperands() {
    TypedBody body = typed(F64, F64, I32, new Plain(ParametricOpcode.SELECT), DROP, END);
    assertThat(body.operandType(3)).isEqualTo(NumberType.F64);
    assertThat(body.operandType(4)).isEqualTo(NumberType.F64);
  }

  @Test
  void anInstructionWithAFixedTypeHasNoTypeOfItsOwn() {
    TypedBody body = typed(I32, DROP, END);
    assertThatThrownBy(() -> body.operandType(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> body.blockEnd(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofSeveralErrorsTheFirstInTheFileIsReported() {
    Modules modules = new Modules();
    for (int i = 0; i < 100; i++) {
      modules.function(FunctionType.EMPTY, END);
    }
    for (int i = 0; i < 100; i++) {
      modules.function(FunctionType.EMPTY, I32, F64, new Plain(NumericOpcode.I32_ADD), END);
    }
    assertThatThrownBy(() -> ModuleValidator.validate(modules.build()))
        .isInstanceOf(InvalidException.class)
        .hasMessage(
            "type mismatch: i32.add expects [i32 i32], found [i32 f64]\n"
                + "  at offset 0x2, func[100], instruction 2");
  }

  @Test
  void leftOverValuesAreShownWithTheResults() {
    assertThatThrownBy(() -> typed(I32, F64, END))
        .hasMessageStartingWith("type mismatch: end of the function expects [], found [i32 f64]");
  }

  @Test
  void nestingIsNotLimitedByTheStack() {
    int depth = 200_000;
    Instruction[] instructions = new Instruction[2 * depth + 1];
    for (int i = 0; i < depth; i++) {
      instructions[i] = open(ControlOpcode.BLOCK);
      instructions[depth + i] = END;
    }
    instructions[2 * depth] = END;
    assertThat(typed(instructions).blockEnd(0)).isEqualTo(2 * depth - 1);
  }
}

package org.wasm2java.aot.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.random.RandomModule.Kind;

/** Random modules use every vector instruction, and relaxed ones only where they are allowed. */
class VectorRowsTest {
  private static final int MODULES = 100;

  @Test
  void everyInstructionOccurs() {
    assertThat(occurring(Kind.RELAXED)).containsExactlyInAnyOrder(VectorOpcode.values());
  }

  @Test
  void othersThanRelaxedOnesOccurWithoutThem() {
    Set<VectorOpcode> expected = EnumSet.noneOf(VectorOpcode.class);
    VectorRow.all(false).forEach(row -> expected.add(row.opcode()));
    assertThat(expected).hasSize(236);
    assertThat(occurring(Kind.VECTORS)).isEqualTo(expected);
  }

  private static Set<VectorOpcode> occurring(Kind kind) {
    Set<VectorOpcode> occurring = EnumSet.noneOf(VectorOpcode.class);
    for (int seed = 0; seed < MODULES; seed++) {
      for (Function function :
          ModuleDecoder.decode(new RandomModule(seed, kind).bytes()).functions()) {
        collect(function.body(), occurring);
      }
    }
    return occurring;
  }

  private static void collect(Body body, Set<VectorOpcode> occurring) {
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.at(i).opcode();
      if (opcode instanceof VectorOpcode vector) {
        occurring.add(vector);
      }
    }
  }
}

package org.wasm2java.aot.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.random.RandomModule.Kind;

/** Mixed random modules use every instruction on references and every control instruction. */
class MixedModulesTest {
  private static final int MODULES = 100;

  @Test
  void everyInstructionOccurs() {
    Set<Opcode> occurring = new HashSet<>();
    for (int seed = 0; seed < MODULES; seed++) {
      for (Function function :
          ModuleDecoder.decode(new RandomModule(seed, Kind.MIXED).bytes()).functions()) {
        collect(function.body(), occurring);
      }
    }
    for (Opcode[] table :
        List.of(AggregateOpcode.values(), ReferenceOpcode.values(), ControlOpcode.values())) {
      assertThat(Arrays.stream(table).filter(opcode -> !occurring.contains(opcode))).isEmpty();
    }
  }

  private static void collect(Body body, Set<Opcode> occurring) {
    for (int i = 0; i < body.size(); i++) {
      occurring.add(body.at(i).opcode());
    }
  }
}

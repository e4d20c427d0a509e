package org.wasm2java.aot.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.validate.ModuleValidator;

/** Which functions of tables share a class; the module has 2, 3, 8 and 9 of four types. */
class ReferenceGroupsTest {
  private static List<Integer> range(int start, int end) {
    return IntStream.range(start, end).boxed().toList();
  }

  @Test
  void threeToEightFunctionsOfTypeShareClass() throws IOException {
    JavaPlan plan;
    try (InputStream module = getClass().getResourceAsStream("/split/references.wasm")) {
      plan =
          ClassPartitioner.plan(
              ModuleValidator.validate(ModuleDecoder.decode(module.readAllBytes())),
              "groups.App",
              Instrumentation.NONE,
              LayoutLimits.STANDARD);
    }
    assertThat(ReferenceGroups.of(plan))
        .extracting(ReferenceGroups.Group::functions)
        .startsWith(range(0, 1), range(1, 2), range(2, 5), range(5, 13), range(13, 14))
        .hasSize(2 + 1 + 1 + 9);
  }
}

package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmFunction;

/** Java's exceptions for arrays stand for two traps where a module has arrays and memories. */
class MemoryBesideArraysTest {
  /** Enough for the JVM to compile the function, and to leave out stacks then. */
  private static final int MANY = 20_000;

  private static final Set<String> OFTEN = Set.of("i32.load", "f64.store", "array.longs");

  private static final int OUTSIDE = 0xFFFF_FFF0;

  @Test
  void trapsAreOfMemoryOrOfArraysAlsoWhenCompiled() {
    Instance instance = Guest.instantiate(Guest.translate("memory-beside-arrays", options -> {}));
    Set<String> names = new TreeSet<>(instance.exportNames());
    assertThat(names).hasSize(19);
    for (String name : names) {
      WasmFunction function = (WasmFunction) instance.export(name);
      TrapKind expected =
          name.startsWith("array")
              ? TrapKind.OUT_OF_BOUNDS_ARRAY_ACCESS
              : TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS;
      int calls = OFTEN.contains(name) ? MANY : 10;
      for (int i = 0; i < calls; i++) {
        function.call(8);
        assertThat(trap(function, i % 2 == 0 ? OUTSIDE : 0x1_0000).kind()).isEqualTo(expected);
      }
    }
  }

  private static Trap trap(WasmFunction function, int at) {
    return catchThrowableOfType(Trap.class, () -> function.call(at));
  }
}

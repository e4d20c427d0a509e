package org.wasm2java.aot.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.build.ClassFileMethods;

/** Asserts that no method of a module is so large that HotSpot leaves it interpreted. */
final class MethodSizeAssert {
  /** Written here and not taken from the limits, which a change might raise. */
  private static final int HARD_METHOD_BYTES = 7500;

  private MethodSizeAssert() {}

  static void assertHotSpotCompiles(CompiledModule module) {
    module
        .classes()
        .forEach(
            (path, bytes) ->
                assertThat(ClassFileMethods.of(bytes))
                    .as(path)
                    .allSatisfy(
                        method ->
                            assertThat(method.codeBytes())
                                .as(method.name())
                                .isLessThanOrEqualTo(HARD_METHOD_BYTES)));
  }
}

package org.wasm2java.aot.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.GeneratedCode;
import org.wasm2java.aot.ir.AllPhases;

/** Takes each case through all phases, compares with the golden files, and runs it. */
class CasesTest {
  static List<Case> cases() {
    return Case.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void loweredIrIsAsReviewed(Case golden) {
    String found = AllPhases.printLowered(golden.wasm(), golden.instrumentation());
    assertThat(found).isEqualTo(golden.golden("lowered.golden", found));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void irIsAsReviewed(Case golden) {
    String found = AllPhases.print(golden.wasm(), golden.methodLimit(), golden.instrumentation());
    assertThat(found).isEqualTo(golden.golden("ir.golden", found));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void javaIsAsReviewedAndRuns(Case golden) {
    CompiledModule module = golden.compile();
    String found = module.translation().sources().get("cases/Module.java");
    assertThat(found).isEqualTo(golden.golden("Module.java.golden", found));
    CaseRun.run(GeneratedClasses.of(module), golden.script());
  }

  /** Code that only large modules reach: classes of two functions, none of one class. */
  @ParameterizedTest
  @MethodSource("cases")
  void runsLaidOutAsALargeModule(Case golden) {
    CaseRun.run(GeneratedClasses.of(golden.compileAsLarge()), golden.script());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void javaHasNoWarnings(Case golden, @TempDir Path folder) throws IOException {
    GeneratedCode.assertHasNoWarnings(golden.compile().translation().sources(), folder);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyPhaseKeepsTheRules(Case golden) {
    assertThatCode(() -> AllPhases.verify(golden.wasm(), golden.instrumentation()))
        .doesNotThrowAnyException();
  }
}

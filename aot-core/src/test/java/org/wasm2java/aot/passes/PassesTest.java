package org.wasm2java.aot.passes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.IrParser;
import org.wasm2java.aot.ir.IrPrinter;
import org.wasm2java.aot.ir.IrVerifier;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.optimize.OptimizerPasses;
import org.wasm2java.aot.validate.ModuleValidator;

/** Runs one pass alone over each of its cases. */
class PassesTest {
  private static final Map<String, UnaryOperator<IrFunction>> PASSES = OptimizerPasses.byName();
  private static final IndexSpaces SPACES = spaces();

  private static IndexSpaces spaces() {
    try {
      byte[] module = Files.readAllBytes(PassCase.PASSES.resolve("module.wasm"));
      return ModuleValidator.validate(ModuleDecoder.decode(module)).spaces();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<PassCase> cases() {
    return PASSES.keySet().stream().flatMap(pass -> PassCase.of(pass).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePassDoesAsReviewed(PassCase golden) {
    IrFunction before = IrParser.function(golden.before());
    IrVerifier.verify(SPACES, before);
    assertThat(IrPrinter.print(before)).isEqualTo(golden.before());

    IrFunction after = PASSES.get(golden.pass()).apply(before);
    IrVerifier.verify(SPACES, after);
    String found = IrPrinter.print(after);
    assertThat(found).isEqualTo(golden.after(found));
    assertThat(found.equals(golden.before())).isEqualTo(golden.isUnchanged());
  }

  @Test
  void everyPassHasCases() {
    assertThat(PassCase.folders(PassCase.PASSES))
        .extracting(folder -> folder.getFileName().toString())
        .containsExactlyElementsOf(PASSES.keySet());
    for (String pass : PASSES.keySet()) {
      assertThat(PassCase.of(pass)).as(pass).anyMatch(PassCase::isUnchanged);
      assertThat(PassCase.of(pass)).as(pass).anyMatch(found -> !found.isUnchanged());
    }
  }

  /** A new pass is found by its method {@code run}, so it cannot come without cases. */
  @Test
  void everyPassIsTested() {
    assertThat(
            new ClassFileImporter()
                .importPackages("org.wasm2java.aot.optimize").stream()
                    .filter(type -> type.tryGetMethod("run", IrFunction.class).isPresent())
                    .map(type -> type.getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(PASSES.keySet());
  }
}

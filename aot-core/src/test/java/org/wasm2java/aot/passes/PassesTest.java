package org.wasm2java.aot.passes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.IrMethod;
import org.wasm2java.aot.ir.IrParser;
import org.wasm2java.aot.ir.IrPrinter;
import org.wasm2java.aot.ir.IrVerifier;
import org.wasm2java.aot.lane.LaneLowering;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.optimize.OptimizerPasses;
import org.wasm2java.aot.split.method.SplitSteps;
import org.wasm2java.aot.validate.ModuleValidator;

/** Runs one pass alone over each of its cases. */
class PassesTest {
  private static final Map<String, Function<IrFunction, List<IrMethod>>> PASSES = passes();

  /** Nobody asks for it where another way is left, so it leaves no function alone. */
  private static final String REWRITES_ALL = "ArrayLocals";

  private static final IndexSpaces SPACES = spaces();

  private static IndexSpaces spaces() {
    try {
      byte[] module = Files.readAllBytes(PassCase.PASSES.resolve("module.wasm"));
      return ModuleValidator.validate(ModuleDecoder.decode(module)).spaces();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Function<IrFunction, List<IrMethod>>> passes() {
    Map<String, Function<IrFunction, List<IrMethod>>> passes = new TreeMap<>(SplitSteps.byName());
    OptimizerPasses.byName()
        .forEach((name, pass) -> passes.put(name, whole -> of(pass.apply(whole))));
    passes.put("LaneLowering", whole -> of(LaneLowering.lower(whole)));
    return passes;
  }

  private static List<IrMethod> of(IrFunction function) {
    return List.of(new IrMethod(0, function));
  }

  static List<PassCase> cases() {
    return PASSES.keySet().stream().flatMap(pass -> PassCase.of(pass).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thePassDoesAsReviewed(PassCase golden) {
    IrFunction before = IrParser.function(golden.before());
    verify(SplitSteps.withoutGroups(before), before.results());
    assertThat(IrPrinter.print(before)).isEqualTo(golden.before());

    List<IrMethod> after = PASSES.get(golden.pass()).apply(before);
    for (IrMethod method : after) {
      boolean whole = after.size() == 1; // parts have no groups any more
      IrFunction function = method.function();
      verify(whole ? SplitSteps.withoutGroups(function) : function, before.results());
    }
    String found = after.stream().map(IrMethod::print).collect(Collectors.joining());
    assertThat(found).isEqualTo(golden.after(found));
    assertThat(found.equals(golden.before())).isEqualTo(golden.isUnchanged());
  }

  private static void verify(IrFunction method, List<Carrier> results) {
    IrVerifier.verify(SPACES, method.functionIndex(), method.parameters(), results, method.body());
  }

  @Test
  void everyPassHasCases() {
    assertThat(PassCase.folders(PassCase.PASSES))
        .extracting(folder -> folder.getFileName().toString())
        .containsExactlyElementsOf(PASSES.keySet());
    for (String pass : PASSES.keySet()) {
      assertThat(PassCase.of(pass).stream().anyMatch(PassCase::isUnchanged))
          .as(pass)
          .isEqualTo(!pass.equals(REWRITES_ALL));
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
        .containsExactlyInAnyOrderElementsOf(OptimizerPasses.byName().keySet());
  }
}

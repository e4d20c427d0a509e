package org.wasm2java.aot.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;

/** HotSpot's first compiler (C1) does not give up on generated methods ("COMPILE SKIPPED"). */
class FirstCompilerTest {
  private static final String CLASS_NAME = "test.Accesses";
  private static final List<String> EXPORTS =
      List.of("straight", "stores", "tight", "calling", "between", "branches", "nested", "cases");
  private static final List<String> LOOPS =
      List.of("tight", "calling", "between", "branches", "nested", "cases");

  /** The function before is called by the others. */
  private static final int FIRST_INDEX = 1;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 140, 250, 600})
  void methodsFullOfAccessesAreCompiled(int accesses) throws Exception {
    List<String> compilations = compilations(AccessModule.of(accesses));
    assertThat(compilations).noneMatch(line -> line.contains("COMPILE SKIPPED"));
    for (String export : EXPORTS) {
      assertThat(compilations).as(export).anyMatch(line -> tells(line, export, false));
    }
    for (String export : LOOPS) {
      assertThat(compilations).as("loop of " + export).anyMatch(line -> tells(line, export, true));
    }
  }

  /**
   * Returns whether a function, or a part, is compiled with all counters; entered in a loop or not.
   */
  private static boolean tells(String line, String export, boolean inLoop) {
    int index = EXPORTS.indexOf(export) + FIRST_INDEX;
    String method = CLASS_NAME + "\\w*::f" + index + "(_part\\d+)?";
    String entered = inLoop ? "%" : " ";
    String place = inLoop ? "@ \\d+ " : "";
    return line.matches(" *\\d+ +\\d+ " + entered + ".{4} +3 +" + method + " " + place + "\\(.*");
  }

  private List<String> compilations(byte[] wasm) throws Exception {
    Path jar = folder.resolve("accesses.jar");
    CompiledModule module =
        new Translator(TranslationOptions.builder(CLASS_NAME).build()).compile(wasm);
    try (OutputStream out = Files.newOutputStream(jar)) {
      module.writeJar(out, JarOptions.builder().bundleRuntime(false).build());
    }
    String path = jar + File.pathSeparator + System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(
            List.of("-XX:TieredStopAtLevel=3", "-Xbatch", "-XX:+PrintCompilation", "-cp", path));
    arguments.add(FirstCompilerGuest.class.getName());
    arguments.add(CLASS_NAME);
    arguments.addAll(EXPORTS);
    return run(arguments).lines().filter(line -> line.contains(CLASS_NAME)).toList();
  }

  private String run(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).as("ends: " + command).isTrue();
    String text = Files.readString(output);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }
}

package org.wasm2java.aot.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GoldenFile;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.ir.Instrumentation;

/** A folder of {@code src/test/resources/cases}: a module, what becomes of it, and what it does. */
public record Case(Path folder) {
  private static final Path CASES = GoldenFile.resources("cases");

  /** Returns all cases by name. */
  public static List<Case> all() {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().map(Case::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  @Override
  public String toString() {
    return name();
  }

  /** Returns the module. */
  public byte[] wasm() {
    try {
      return Files.readAllBytes(folder.resolve("module.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of {@code run.txt} that say what happens. */
  List<String> script() {
    return lines()
        .filter(line -> !line.startsWith("limit ") && !line.startsWith("option "))
        .toList();
  }

  /** Returns the method limit that {@code run.txt} may set, else the usual one. */
  int methodLimit() {
    return lines()
        .filter(line -> line.startsWith("limit "))
        .map(line -> Integer.parseInt(line.substring("limit ".length())))
        .findFirst()
        .orElse(TranslationOptions.builder("cases.Module").build().methodLimit());
  }

  /** Returns what {@code run.txt} asks for beside the module's own, such as {@code option fuel}. */
  public Instrumentation instrumentation() {
    List<String> options =
        lines()
            .filter(line -> line.startsWith("option "))
            .map(line -> line.substring("option ".length()))
            .toList();
    List<String> listen =
        options.stream()
            .filter(option -> option.startsWith("listen "))
            .map(option -> option.substring("listen ".length()))
            .toList();
    return new Instrumentation(
        options.contains("interruptible"),
        options.contains("fuel"),
        listen,
        options.contains("exception-frames"));
  }

  private Stream<String> lines() {
    return GoldenFile.text(folder.resolve("run.txt")).lines();
  }

  CompiledModule compile() {
    return new Translator(options()).compile(wasm());
  }

  /** Compiles the case as if it were a part of a large module. */
  CompiledModule compileAsLarge() {
    return SmallestLayout.translator(options()).compile(wasm());
  }

  private TranslationOptions options() {
    Instrumentation instrumentation = instrumentation();
    TranslationOptions.Builder options =
        TranslationOptions.builder("cases.Module")
            .methodLimit(methodLimit())
            .interruptible(instrumentation.interruptible())
            .fuel(instrumentation.fuel())
            .exceptionFrames(instrumentation.exceptionFrames());
    instrumentation.listen().forEach(options::listen);
    return options.build();
  }

  /** Returns the golden text; writes {@code found} there first if that was asked for. */
  String golden(String file, String found) {
    return GoldenFile.expected(folder.resolve(file), found);
  }
}

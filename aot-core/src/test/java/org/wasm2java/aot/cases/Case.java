package org.wasm2java.aot.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;

/** A folder of {@code src/test/resources/cases}: a module, what becomes of it, and what it does. */
record Case(Path folder) {
  private static final Path CASES =
      Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/cases");

  /** With {@code -Dgolden=update}, tests write the golden files instead of comparing them. */
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

  static List<Case> all() {
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

  byte[] wasm() {
    try {
      return Files.readAllBytes(folder.resolve("module.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the lines of {@code run.txt} that say what happens. */
  List<String> script() {
    return lines().filter(line -> !line.startsWith("limit ")).toList();
  }

  /** Returns the method limit that {@code run.txt} may set, else the usual one. */
  int methodLimit() {
    return lines()
        .filter(line -> line.startsWith("limit "))
        .map(line -> Integer.parseInt(line.substring("limit ".length())))
        .findFirst()
        .orElse(TranslationOptions.builder("cases.Module").build().methodLimit());
  }

  private Stream<String> lines() {
    return text("run.txt").lines();
  }

  CompiledModule compile() {
    return new Translator(
            TranslationOptions.builder("cases.Module").methodLimit(methodLimit()).build())
        .compile(wasm());
  }

  /** Returns the golden text; writes {@code found} there first if that was asked for. */
  String golden(String file, String found) {
    if (UPDATE) {
      try {
        Files.writeString(folder.resolve(file), found);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text(file);
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file)).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "missing; write it with -Dgolden=update and review it: " + file, e);
    }
  }
}

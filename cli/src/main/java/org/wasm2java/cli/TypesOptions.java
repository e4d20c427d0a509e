package org.wasm2java.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.TranslationOptions;
import picocli.CommandLine.Option;

/** The options for the classes of structures and arrays that modules share. */
final class TypesOptions {
  @Option(
      names = "--types-package",
      paramLabel = "PACKAGE",
      description = {
        "Put the classes of structures and arrays into this package, named so that other modules",
        "translated with the same package have the same: they can pass each other's objects."
      })
  private String typesPackage = "";

  @Option(
      names = "--types-from",
      paramLabel = "JAR",
      converter = Converters.TypesJar.class,
      description = {
        "Use the classes of the types' package that are in this jar of another module instead of",
        "making them again. Repeatable. Put the jar on the class path."
      })
  private final List<Path> typesFrom = new ArrayList<>();

  void addTo(TranslationOptions.Builder options) {
    options.typesPackage(typesPackage);
    for (Path jar : typesFrom) {
      try {
        options.typesFrom(jar);
      } catch (IOException e) {
        throw new UncheckedIOException(e); // it was read when the command line was
      }
    }
  }

  /** Returns whether a source is one that modules share, and which is the same for each. */
  boolean isShared(String path) {
    return !typesPackage.isEmpty() && path.startsWith(typesPackage.replace('.', '/') + "/");
  }
}

package org.wasm2java.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wasm2java.wasi.text.HostText;
import picocli.CommandLine.Option;

/** The option for the name that a program finds as its own. */
final class ProgramName {
  @Option(
      names = "--program-name",
      paramLabel = "NAME",
      description = {
        "What the program finds as its own name, its first argument (default: the name of FILE).",
        "Some programs are many in one and choose by it."
      })
  private @Nullable String name;

  /** Returns the given name, or that of the module's file. */
  String orNameOf(Path file) {
    return name == null ? ofFile(file) : name;
  }

  /** Returns the name of a file without its folder. */
  static String ofFile(Path file) {
    Path name = file.getFileName();
    return HostText.text(name == null ? file : name);
  }
}

package org.wasm2java.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that write files. */
final class OutputOptions {
  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = {
        "Full name of the generated class, such as com.acme.Sqlite.",
        "Default: made from the file's name, without a package (speed-test.wasm: SpeedTest)."
      })
  private @Nullable String className;

  @Option(names = "--force", description = "Replace output files that exist already.")
  private boolean force;

  @Nullable String className() {
    return className;
  }

  boolean force() {
    return force;
  }
}

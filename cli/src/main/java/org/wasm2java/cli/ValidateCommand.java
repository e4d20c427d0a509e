package org.wasm2java.cli;

import java.util.Locale;
import org.wasm2java.aot.ModuleSummary;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.tool.FileFailure;
import picocli.CommandLine.Command;

/** {@code wasm2java validate}: says whether a module is valid. */
@Command(
    name = "validate",
    header = "Check a module by the rules of the WebAssembly specification.",
    customSynopsis = "wasm2java validate [OPTIONS] FILE",
    description = {"Prints one line and exits with 0 if the module is valid."},
    footer = "  wasm2java validate sqlite.wasm")
final class ValidateCommand extends ModuleCommand {
  ValidateCommand(StandardStreams streams) {
    super(streams);
  }

  @Override
  public Integer call() throws CommandFailure, FileFailure {
    ModuleSummary summary =
        argument().process(argument().className(null), streams(), Translator::inspect);
    streams()
        .out()
        .printf(
            Locale.ROOT,
            "%s: valid, %s, %s%n",
            argument().file(),
            ShownCount.of(summary.byteSize(), "byte"),
            ShownCount.of(summary.functionCount(), "function"));
    return ExitStatus.OK.code();
  }
}

package org.wasm2java.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wasm2java.aot.ModuleSummary;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.tool.FileFailure;
import picocli.CommandLine.Command;

/** {@code wasm2java inspect}: prints what a module is made of. */
@Command(
    name = "inspect",
    header = "Print what a module is made of.",
    customSynopsis = "wasm2java inspect [OPTIONS] FILE",
    description = {
      "Lists imports, exports, memories, tables, the WebAssembly features that the module needs, and"
          + " its biggest functions."
    },
    footer = "  wasm2java inspect sqlite.wasm")
final class InspectCommand extends ModuleCommand {
  InspectCommand(StandardStreams streams) {
    super(streams);
  }

  @Override
  public Integer call() throws CommandFailure, FileFailure {
    ModuleSummary summary =
        source().process(source().className(null), streams(), Translator::inspect);
    PrintStream out = streams().out();
    out.printf(
        Locale.ROOT,
        "%s: %,d bytes, %,d functions%n",
        source().file(),
        summary.byteSize(),
        summary.functionCount());
    print("Imports", summary.imports(), out);
    print("Exports", summary.exports(), out);
    print("Memories", summary.memories(), out);
    print("Tables", summary.tables(), out);
    print("Features", summary.features(), out);
    print("Biggest functions", summary.biggestFunctions(), out);
    print("Not translatable yet", summary.untranslatable(), out);
    return ExitStatus.OK.code();
  }

  private static void print(String heading, List<String> lines, PrintStream out) {
    out.println();
    if (lines.isEmpty()) {
      out.println(heading + ": none");
      return;
    }
    out.println(heading + " (" + lines.size() + "):");
    lines.forEach(line -> out.println("  " + line));
  }
}

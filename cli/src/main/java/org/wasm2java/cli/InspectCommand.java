package org.wasm2java.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wasm2java.aot.ModuleSummary;
import org.wasm2java.aot.ModuleUse;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.tool.FileFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wasm2java inspect}: prints what a module is made of. */
@Command(
    name = "inspect",
    header = "Print what a module is made of.",
    customSynopsis = "wasm2java inspect [OPTIONS] FILE",
    description = {
      "Tells first whether the module can be translated and how it is used; then lists the"
          + " WebAssembly features that it needs, imports, exports, memories, tables and its"
          + " biggest functions."
    },
    footer = "  wasm2java inspect sqlite.wasm")
final class InspectCommand extends ModuleCommand {
  /** Modules have up to a hundred thousand exports. */
  private static final int SHOWN_LINES = 20;

  @Option(names = "--all", description = "Show all lines of long lists, not the first 20 of each.")
  private boolean all;

  InspectCommand(StandardStreams streams) {
    super(streams);
  }

  @Override
  public Integer call() throws CommandFailure, FileFailure {
    ModuleSummary summary =
        argument().process(argument().className(null), streams(), Translator::inspect);
    PrintStream out = streams().out();
    out.printf(
        Locale.ROOT,
        "%s: %s, %s%n",
        argument().file(),
        ShownCount.of(summary.byteSize(), "byte"),
        ShownCount.of(summary.functionCount(), "function"));
    printVerdict(summary, out);
    print("Features", summary.features(), out);
    print("Imports", summary.imports(), out);
    print("Exports", summary.exports(), out);
    print("Memories", summary.memories(), out);
    print("Tables", summary.tables(), out);
    print("Biggest functions", summary.biggestFunctions(), out);
    return ExitStatus.OK.code();
  }

  private void printVerdict(ModuleSummary summary, PrintStream out) {
    if (summary.untranslatable().isEmpty()) {
      out.println("Can be translated: yes");
    } else {
      out.println("Can be translated: no, this version lacks");
      summary.untranslatable().forEach(line -> out.println("  " + line));
    }
    ModuleUse use = summary.use();
    out.println("Command: " + (use.isCommand() ? "yes" : "no, " + use.noCommand()));
    print("Imports that WASI does not provide", use.openImports(), out);
  }

  private void print(String heading, List<String> lines, PrintStream out) {
    out.println();
    if (lines.isEmpty()) {
      out.println(heading + ": none");
      return;
    }
    out.printf(Locale.ROOT, "%s (%,d):%n", heading, lines.size());
    boolean isCut = !all && lines.size() > SHOWN_LINES;
    List<String> shown = isCut ? ShownList.of(lines, SHOWN_LINES) : lines;
    shown.forEach(line -> out.println("  " + line));
    if (isCut) {
      out.println("  (--all shows them)");
    }
  }
}

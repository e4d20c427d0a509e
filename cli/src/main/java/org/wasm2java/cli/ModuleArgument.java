package org.wasm2java.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.PhaseTiming;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.tool.FileFailure;
import org.wasm2java.aot.tool.ModuleFile;
import org.wasm2java.aot.tool.PhaseLines;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments about the module to be read, which all commands share, and the work they start. */
final class ModuleArgument {
  /** Help lists these behind the options of the command itself. */
  private static final int LAST = 100;

  private static final int SHOWN_WARNINGS = 10;

  @Parameters(index = "0", paramLabel = "FILE", description = "The WebAssembly module (.wasm).")
  private Path file;

  @Option(
      names = "--timings",
      order = LAST,
      description = "Print to stderr the time and the peak of the heap of each phase.")
  private boolean timings;

  @Option(
      names = {"-q", "--quiet"},
      order = LAST,
      description = "Show no progress (it is shown for modules over 1 MB).")
  private boolean quiet;

  Path file() {
    return file;
  }

  /** Returns the given name, or one that is made from the file's name. */
  String className(@Nullable String given) {
    return given == null ? ClassNames.fromFile(file) : given;
  }

  /** Reads the module and hands it to one of the translator's entries, with no options. */
  <T> T process(String className, StandardStreams streams, Step<T> step)
      throws CommandFailure, FileFailure {
    return process(className, options -> {}, streams, step);
  }

  /** Reads the module and hands it to one of the translator's entries, showing progress. */
  <T> T process(
      String className,
      Consumer<TranslationOptions.Builder> code,
      StandardStreams streams,
      Step<T> step)
      throws CommandFailure, FileFailure {
    TranslationOptions.Builder options = optionsFor(className);
    code.accept(options);
    options.measureHeap(timings);
    ModuleFile module = ModuleFile.read(file);
    try (ProgressBar bar = new ProgressBar(streams.err())) {
      if (!quiet && module.isLarge()) {
        options.progress(
            streams.isTerminal()
                ? bar
                : new PhaseLines(phase -> streams.err().println("wasm2java: " + phase)));
      }
      return step.apply(new Translator(options.build()), module.bytes());
    } catch (WasmModuleException e) {
      throw new CommandFailure(ExitStatus.BAD_MODULE, module.explain(e));
    }
  }

  /** Prints what users should know of the result: the first warnings, if there are many. */
  void printWarnings(List<String> warnings, StandardStreams streams) {
    ShownList.of(warnings, SHOWN_WARNINGS)
        .forEach(line -> streams.err().println("wasm2java: warning: " + line));
  }

  void printTimings(List<PhaseTiming> phases, StandardStreams streams) {
    if (timings) {
      TimingsTable.print(phases, streams.err());
    }
  }

  private static TranslationOptions.Builder optionsFor(String className) throws CommandFailure {
    try {
      TranslationOptions.Builder builder = TranslationOptions.builder(className);
      builder.build();
      return builder;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitStatus.USAGE, "--class: " + e.getMessage());
    }
  }

  /** One of the translator's entries. */
  interface Step<T> {
    T apply(Translator translator, byte[] module);
  }
}

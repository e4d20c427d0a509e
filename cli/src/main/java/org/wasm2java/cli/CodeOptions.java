package org.wasm2java.cli;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.TranslationOptions;
import picocli.CommandLine.Option;

/** The options for what generated code does beside what the module says, and keeps of it. */
final class CodeOptions {
  @Option(
      names = "--interruptible",
      description = "Let running code be interrupted, cancelled and given deadlines.")
  private boolean interruptible;

  @Option(names = "--fuel", description = "Let running code use up fuel, a unit an instruction.")
  private boolean fuel;

  @Option(
      names = "--exception-frames",
      description = "Let exceptions know the functions that were running; throwing takes longer.")
  private boolean exceptionFrames;

  @Option(
      names = "--listen",
      paramLabel = "PATTERN",
      description = {
        "Let a listener be told of the calls of functions, by their names in the module or as"
            + " exports, or by index: 'main', 'str*', 'func[12]', '*'. Repeatable."
      })
  private final List<String> listen = new ArrayList<>();

  @Option(
      names = "--custom-section",
      paramLabel = "PATTERN",
      description = {
        "Keep custom sections for the module's descriptor, by name: 'producers', '*'. Repeatable."
      })
  private final List<String> customSections = new ArrayList<>();

  @Option(
      names = "--features",
      paramLabel = "LIST",
      converter = Converters.Features.class,
      description = {
        "Refuse modules that use one of these extensions of WebAssembly: '-simd,-threads'.",
        "Default: none is refused."
      })
  private String features = "";

  boolean listens() {
    return !listen.isEmpty();
  }

  void addTo(TranslationOptions.Builder options) {
    options
        .interruptible(interruptible)
        .fuel(fuel)
        .exceptionFrames(exceptionFrames)
        .features(features);
    listen.forEach(options::listen);
    customSections.forEach(options::customSections);
  }
}

package org.wasm2java.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.tool.FileFailure;
import org.wasm2java.aot.tool.OutputFiles;
import org.wasm2java.aot.tool.ServiceFiles;
import org.wasm2java.wasi.text.HostText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasm2java translate}: writes Java sources and their resources. */
@Command(
    name = "translate",
    header = "Translate a module to Java sources and the resources that they load.",
    customSynopsis = "wasm2java translate [OPTIONS] FILE -d DIR [--class NAME]",
    description = {
      "Compile them with wasm2java-runtime on the class path, and keep the resources beside the"
          + " classes."
    },
    footer = "  wasm2java translate sha256.wasm -d out --class com.acme.Sha256")
final class TranslateCommand extends ModuleCommand {
  @Option(
      names = {"-d", "--directory"},
      paramLabel = "DIR",
      required = true,
      description = "Root folder of the sources and resources; created in a folder that exists.")
  private Path directory;

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final ProgramName program = new ProgramName();

  @Mixin private final CodeOptions code = new CodeOptions();

  @Mixin private final TypesOptions types = new TypesOptions();

  TranslateCommand(StandardStreams streams) {
    super(streams);
  }

  @Override
  public Integer call() throws CommandFailure, FileFailure {
    String className = argument().className(output.className());
    // The main class is certain to be written: no need to translate in order to refuse it.
    OutputFiles.requireWritable(inDirectory(className.replace('.', '/') + ".java"), output.force());
    OutputFiles.requireFolderOf(directory);
    Translation translation =
        argument().process(className, this::addTo, streams(), Translator::translate);
    Map<Path, byte[]> files = new TreeMap<>();
    Map<Path, byte[]> shared =
        new TreeMap<>(ServiceFiles.merged(directory, translation.services()));
    translation
        .sources()
        .forEach(
            (path, text) ->
                (types.isShared(path) ? shared : files)
                    .put(inDirectory(path), text.getBytes(StandardCharsets.UTF_8)));
    translation.resources().forEach((path, bytes) -> files.put(inDirectory(path), bytes));
    new OutputFiles(files).sharing(shared).write(output.force());
    argument().printWarnings(translation.warnings(), streams());
    argument().printTimings(translation.timings(), streams());
    return ExitStatus.OK.code();
  }

  private void addTo(TranslationOptions.Builder options) {
    code.addTo(options);
    types.addTo(options);
    options.programName(program.orNameOf(argument().file()));
  }

  private Path inDirectory(String path) {
    return directory.resolve(HostText.path(path));
  }
}

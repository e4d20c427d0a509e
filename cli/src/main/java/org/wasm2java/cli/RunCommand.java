package org.wasm2java.cli;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.tool.FileFailure;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.wasi.DirectoryGrant;
import org.wasm2java.wasi.VariableGrant;
import org.wasm2java.wasi.Wasi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wasm2java run}: translates, compiles and runs a command module in memory. */
@Command(
    name = "run",
    header = "Run a WASI command module; writes no files.",
    customSynopsis = "wasm2java run [OPTIONS] FILE [--] [ARG...]",
    description = {
      "The module is translated, compiled and run in memory.",
      "Options go before FILE: everything after it, and after a -- that may follow it, is the"
          + " guest's. The guest sees no folders and no environment but those given here."
    },
    footer = {
      "  wasm2java run hello.wasm World",
      "  wasm2java run --dir ./data::/data --env LANG=C sqlite.wasm -- /data/test.db",
      "  wasm2java run --stdin script.lua lua.wasm -- -"
    })
final class RunCommand extends ModuleCommand {
  @Parameters(index = "1..*", paramLabel = "ARG", description = "Arguments of the guest.")
  private final List<String> arguments = new ArrayList<>();

  @Option(
      names = "--dir",
      paramLabel = "HOST[::GUEST[::ro]]",
      converter = Converters.Directory.class,
      description = {
        "Let the guest use a folder, under the path GUEST (default: the same).",
        "With ::ro it may change nothing there. Repeatable."
      })
  private final List<DirectoryGrant> directories = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME[=VALUE]",
      converter = Converters.Variable.class,
      description =
          "Set a variable for the guest; without VALUE, pass this shell's on if there is one."
              + " Repeatable.")
  private final List<VariableGrant> variables = new ArrayList<>();

  @Option(
      names = "--stdin",
      paramLabel = "INPUT",
      converter = GuestInput.Converter.class,
      description =
          "Let the guest read the file INPUT as its standard input, not this command's input.")
  private GuestInput stdin = GuestInput.INHERITED;

  @Mixin private final ProgramName program = new ProgramName();

  @Mixin private final GuestLimits limits = new GuestLimits();

  @Mixin private final CodeOptions code = new CodeOptions();

  RunCommand(StandardStreams streams) {
    super(streams);
  }

  @Override
  public Integer call() throws CommandFailure, FileFailure {
    CompiledModule module =
        argument().process(argument().className(null), this::addTo, streams(), Translator::compile);
    if (!module.translation().command()) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          argument().file()
              + ": is a library, not a command ("
              + module.translation().use().noCommand()
              + "); use 'wasm2java jar' or 'wasm2java translate' and call it from Java");
    }
    argument().printWarnings(module.warnings(), streams());
    argument().printTimings(module.translation().timings(), streams());
    InstanceConfig config = limits.config(code.listens() ? streams().err() : null);
    return GuestProgram.load(module, config).run(name(), grants());
  }

  private void addTo(TranslationOptions.Builder options) {
    code.addTo(options);
    limits.addTo(options);
  }

  private Wasi.Builder grants() throws CommandFailure {
    List<String> commandLine = new ArrayList<>();
    commandLine.add(program.orNameOf(argument().file()));
    boolean isSeparated = !arguments.isEmpty() && arguments.get(0).equals("--");
    commandLine.addAll(isSeparated ? arguments.subList(1, arguments.size()) : arguments);
    Wasi.Builder grants = Wasi.builder().args(commandLine);
    streams().grantTo(grants);
    stdin.grantTo(grants);
    variables.forEach(variable -> variable.grantTo(grants, streams().process()));
    directories.forEach(directory -> directory.grantTo(grants));
    return grants;
  }

  /** The guest's name in messages. */
  private String name() {
    return ProgramName.ofFile(argument().file());
  }
}

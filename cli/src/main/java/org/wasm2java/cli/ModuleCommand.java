package org.wasm2java.cli;

import java.util.concurrent.Callable;
import org.wasm2java.aot.tool.FileFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What all subcommands have in common: the module's arguments and the streams. */
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    headerHeading = "",
    synopsisHeading = "%nUsage: ",
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    exitCodeListHeading = "%nExit codes:%n")
abstract class ModuleCommand implements Callable<Integer> {
  @Mixin private final ModuleArgument argument = new ModuleArgument();
  private final StandardStreams streams;

  ModuleCommand(StandardStreams streams) {
    this.streams = streams;
  }

  final ModuleArgument argument() {
    return argument;
  }

  final StandardStreams streams() {
    return streams;
  }

  /** Runs the command; the result is the exit code. */
  @Override
  public abstract Integer call() throws CommandFailure, FileFailure;
}

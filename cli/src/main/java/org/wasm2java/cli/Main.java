package org.wasm2java.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wasm2java.wasi.HostStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the {@code wasm2java} command. */
@Command(
    name = "wasm2java",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisHeading = "Usage: ",
    synopsisSubcommandLabel = "COMMAND",
    descriptionHeading = "%n",
    description = "Translates WebAssembly modules to Java ahead of time.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  wasm2java run hello.wasm World",
      "  wasm2java jar sqlite.wasm -o sqlite.jar --class com.acme.Sqlite",
      "  wasm2java translate sha256.wasm -d out --class com.acme.Sha256",
      "",
      "'wasm2java COMMAND --help' tells more about each command."
    })
public final class Main implements Runnable {
  /** Set by the start script, which can ask the shell; the JDK cannot tell for stderr alone. */
  private static final String TERMINAL_PROPERTY = "wasm2java.terminal";

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command and exits the JVM with its exit code. */
  public static void main(String[] args) {
    HostStart process = new HostStart(args, warning -> System.err.println("wasm2java: " + warning));
    boolean isTerminal = Boolean.getBoolean(TERMINAL_PROPERTY);
    System.exit(execute(new ProcessStreams(isTerminal, process), process.arguments()));
  }

  /** Runs the command on the given streams and returns its exit code. */
  static int execute(StandardStreams streams, String... args) {
    return commandLine(streams).execute(args);
  }

  private static CommandLine commandLine(StandardStreams streams) {
    CommandLine commands =
        new CommandLine(new Main())
            .addSubcommand(new CommandLine(new RunCommand(streams)).setStopAtPositional(true))
            .addSubcommand(new JarCommand(streams))
            .addSubcommand(new TranslateCommand(streams))
            .addSubcommand(new ValidateCommand(streams))
            .addSubcommand(new InspectCommand(streams))
            .addSubcommand(new HelpCommand());
    // Only now: picocli hands such settings down to the subcommands there are.
    Failures failures = new Failures(streams.err());
    commands
        .setOut(writer(streams.out()))
        .setErr(writer(streams.err()))
        .registerConverter(Path.class, Converters::path)
        .setExecutionStrategy(failures)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures)
        .setUsageHelpAutoWidth(true)
        // A guest's argument such as @name is the guest's to read.
        .setExpandAtFiles(false);
    documentExitCodes(commands);
    return commands;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  private static void documentExitCodes(CommandLine commands) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (ExitStatus status : ExitStatus.values()) {
      meanings.put(Integer.toString(status.code()), status.meaning());
    }
    commands.getCommandSpec().usageMessage().exitCodeList(meanings);
    for (CommandLine command : commands.getSubcommands().values()) {
      command.getCommandSpec().usageMessage().exitCodeList(meanings);
    }
  }

  /** Runs when no subcommand is given. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}

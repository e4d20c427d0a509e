package org.wasm2java.cli;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.NoCompilerException;
import org.wasm2java.aot.tool.FileFailure;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command early into one message on stderr and an exit code. */
final class Failures
    implements IExecutionStrategy, IExecutionExceptionHandler, IParameterExceptionHandler {
  /** Developers of wasm2java set it to see where an internal error comes from. */
  private static final String TRACE_PROPERTY = "wasm2java.stacktrace";

  private final PrintStream err;

  Failures(PrintStream err) {
    this.err = err;
  }

  /** Handles errors of the JVM as well, as they reach no handler of picocli's. */
  @Override
  public int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      return fail(
          ExitStatus.INTERNAL,
          "not enough memory; give Java more, for example with JAVA_TOOL_OPTIONS=-Xmx2g");
    } catch (StackOverflowError | LinkageError e) {
      return failInternally(e);
    }
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof CommandFailure failure) {
      return fail(failure.status(), failure.getMessage());
    }
    if (e instanceof FileFailure) {
      return fail(ExitStatus.INPUT_OUTPUT, e.getMessage());
    }
    if (e instanceof NoCompilerException) {
      return fail(ExitStatus.INTERNAL, e.getMessage());
    }
    return failInternally(e);
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    fail(ExitStatus.USAGE, e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, command.getErr());
    err.println("'" + command.getCommandSpec().qualifiedName() + " --help' lists what there is.");
    return ExitStatus.USAGE.code();
  }

  private int failInternally(Throwable bug) {
    if (Boolean.getBoolean(TRACE_PROPERTY)) {
      bug.printStackTrace(err);
    }
    return fail(
        ExitStatus.INTERNAL,
        "internal error: "
            + bug
            + "\n"
            + "  This is a bug in wasm2java: please report it with the module and the output of the"
            + " same command after 'export JAVA_TOOL_OPTIONS=-D"
            + TRACE_PROPERTY
            + "=true'.");
  }

  private int fail(ExitStatus status, @Nullable String message) {
    err.println("wasm2java: " + message);
    return status.code();
  }
}

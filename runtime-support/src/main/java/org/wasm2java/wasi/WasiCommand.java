package org.wasm2java.wasi;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.function.Consumer;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.wasi.text.HostText;

/**
 * Runs a translated command module as a process: with the standard streams and arguments of this
 * one, and its exit code at the end. The {@code main} of an executable jar is one call of {@link
 * #main}. The environment and the file system are granted through system properties:
 *
 * <ul>
 *   <li>{@code wasm2java.dir=HOST::GUEST;...}: directories, see {@link DirectoryGrant}
 *   <li>{@code wasm2java.env=NAME=VALUE;...}: environment variables, see {@link VariableGrant}
 *   <li>{@code wasm2java.stdin=FILE}: what the program reads as its standard input, instead of that
 *       of this process
 *   <li>{@code wasm2java.program-name=NAME}: the program's name, its first argument
 *   <li>{@code wasm2java.stack=MEGABYTES}: size of the guest's call stack
 *   <li>{@code wasm2java.growth-reserve=PAGES}: see {@link InstanceConfig.Builder#growthReserve}
 *   <li>{@code wasm2java.trace=true}: with a trap, also print the Java stack trace
 * </ul>
 *
 * <pre>{@code
 * java -Dwasm2java.dir=/var/data::/data -Dwasm2java.env=LANG=C.UTF-8 -jar convert.jar in.png
 * }</pre>
 */
public final class WasiCommand {
  /** What a process ends with when the guest trapped: that of an aborted process (128 + 6). */
  public static final int TRAP_EXIT_CODE = 134;

  private static final String DIRECTORIES = "wasm2java.dir";
  private static final String VARIABLES = "wasm2java.env";

  private static final int FAILURE_EXIT_CODE = 1;
  private static final int USAGE_EXIT_CODE = 2;

  /**
   * 16 times the 8 MB that native programs get on Linux, as frames of interpreted Java code take up
   * to ten times the space of native ones. It is address space only: memory is used as far as the
   * guest's calls go down, and endless recursion ends soon enough.
   */
  private static final int DEFAULT_STACK_MEGABYTES = 128;

  private WasiCommand() {}

  /** A translated command module; generated code implements it. */
  public abstract static class Program {
    private InstanceConfig config = InstanceConfig.DEFAULT;

    /** For generated code. */
    protected Program() {}

    /** Returns the configuration of the instance, by what the system properties say. */
    protected final InstanceConfig config() {
      return config;
    }

    /** Instantiates the module in the store and calls its {@code _start}. */
    public abstract void run(Store store);
  }

  /**
   * Runs a program with what the system properties grant, and ends the JVM with its exit code.
   *
   * @param program the module
   * @param defaultName the program's name, its first argument, if no property says another
   * @param args the arguments after the name
   */
  public static void main(Program program, String defaultName, String[] args) {
    HostStart process = new HostStart(args, new Warnings(defaultName));
    String givenName = process.property("wasm2java.program-name");
    String name = givenName == null ? defaultName : givenName;
    int code;
    try {
      code = run(name, grants(name, process), program);
    } catch (IllegalArgumentException e) {
      code = fail(name, e.getMessage(), USAGE_EXIT_CODE);
    }
    // Since JDK 21, exit looks for a logger, which takes as long as starting a small guest. All
    // threads that are still alive are daemons, so the JVM ends by itself.
    if (code != 0) {
      System.exit(code);
    }
  }

  private static Wasi.Builder grants(String name, HostStart process) {
    Wasi.Builder builder = Wasi.builder().inheritStdio();
    builder.args(arguments(name, process.arguments()));
    String directories = process.property(DIRECTORIES);
    if (directories != null) {
      grant(DIRECTORIES, directories, text -> DirectoryGrant.parse(text).grantTo(builder));
    }
    String variables = process.property(VARIABLES);
    if (variables != null) {
      grant(VARIABLES, variables, text -> VariableGrant.parse(text).grantTo(builder, process));
    }
    grantInput(builder, process.property("wasm2java.stdin"));
    return builder;
  }

  /**
   * Runs a program with what a builder grants, on a thread of its own with a big stack, and returns
   * its exit code. A trap is reported on this process's standard error.
   *
   * @param name the program's name for messages, and its first argument if the builder has none
   */
  public static int run(String name, Wasi.Builder builder, Program program) {
    if (!builder.hasArguments()) {
      builder.args(name);
    }
    WasiPreview1 wasi;
    long stackSize;
    try {
      stackSize = stackSize();
      program.config = config();
      wasi = builder.build();
    } catch (IllegalArgumentException e) {
      return fail(name, e.getMessage(), USAGE_EXIT_CODE);
    } catch (UncheckedIOException e) {
      return fail(name, e.getCause().getMessage(), USAGE_EXIT_CODE);
    }
    Run run = new Run(name, wasi, program);
    Thread thread = new Thread(null, run, name, stackSize);
    FlushOnShutdown flush = new FlushOnShutdown(wasi);
    Runtime.getRuntime().addShutdownHook(flush);
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      String remedy = "; -Dwasm2java.stack=MEGABYTES asks for another size";
      run.exitCode = fail(name, "no memory for the call stack".concat(remedy), FAILURE_EXIT_CODE);
    }
    await(thread);
    flush.cancel();
    return run.exitCode;
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
        thread.interrupt(); // ends what the guest waits for; it may go on after that
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Prints warnings. It is a class because the first lambda of a process takes 13 ms; nothing that
   * every command runs before its first output has one.
   */
  private static final class Warnings implements Consumer<String> {
    private final String name;

    Warnings(String name) {
      this.name = name;
    }

    @Override
    public void accept(String warning) {
      fail(name, warning, FAILURE_EXIT_CODE);
    }
  }

  /** One run of a program, on the guest's thread. */
  private static final class Run implements Runnable {
    private final String name;
    private final WasiPreview1 wasi;
    private final Program program;
    private int exitCode;

    Run(String name, WasiPreview1 wasi, Program program) {
      this.name = name;
      this.wasi = wasi;
      this.program = program;
    }

    @Override
    public void run() {
      exitCode = runProgram();
      try {
        wasi.close();
      } catch (IOException e) {
        int code = fail(name, "output is lost: ".concat(e.toString()), FAILURE_EXIT_CODE);
        exitCode = exitCode == 0 ? code : exitCode;
      }
    }

    private int runProgram() {
      try {
        program.run(new Store().add(wasi).add(wasi.unstable()));
        return 0;
      } catch (ExitException e) {
        return e.exitCode();
      } catch (LinkException e) {
        String remedy = "; a jar runs with WASI alone: to provide more, call its class from Java";
        return failed(
            "cannot be linked: ".concat(e.problem()).concat(remedy), e, FAILURE_EXIT_CODE);
      } catch (Trap e) {
        return failed("trap: ".concat(e.getMessage()), e, TRAP_EXIT_CODE);
      } catch (RuntimeException | Error e) {
        return failed(e.toString(), e, FAILURE_EXIT_CODE);
      }
    }

    private int failed(String message, Throwable failure, int code) {
      try {
        wasi.flush();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
      fail(name, message, code);
      if (Boolean.getBoolean("wasm2java.trace")) {
        failure.printStackTrace();
      }
      return code;
    }
  }

  private static int fail(String name, String message, int code) {
    PrintStream err = System.err;
    err.println(name.concat(": ").concat(message));
    return code;
  }

  private static long stackSize() {
    String given = System.getProperty("wasm2java.stack");
    if (given == null) {
      return (long) DEFAULT_STACK_MEGABYTES << 20;
    }
    try {
      int megabytes = Integer.parseInt(given);
      if (megabytes > 0) {
        return (long) megabytes << 20;
      }
    } catch (NumberFormatException e) {
      // the same message
    }
    throw new IllegalArgumentException(
        "wasm2java.stack: expected a number of megabytes, found ".concat(given));
  }

  private static InstanceConfig config() {
    String given = System.getProperty("wasm2java.growth-reserve");
    if (given == null) {
      return InstanceConfig.DEFAULT;
    }
    try {
      return InstanceConfig.builder().growthReserve(Integer.parseInt(given)).build();
    } catch (IllegalArgumentException e) { // not a number, or negative
      throw new IllegalArgumentException(
          "wasm2java.growth-reserve: expected a number of pages, found ".concat(given), e);
    }
  }

  private static String[] arguments(String name, String[] args) {
    String[] all = new String[args.length + 1];
    all[0] = name;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  /** Hands each part of a property's value, which semicolons separate, to a grant. */
  private static void grant(String property, String grants, Consumer<String> grant) {
    for (int start = 0; start < grants.length(); ) {
      int separator = grants.indexOf(';', start);
      int end = separator < 0 ? grants.length() : separator;
      try {
        grant.accept(grants.substring(start, end));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(property.concat(": ").concat(e.getMessage()), e);
      }
      start = end + 1;
    }
  }

  /** Opens the file for as long as this process lives; {@code null} is no grant. */
  private static void grantInput(Wasi.Builder builder, String file) {
    if (file == null) {
      return;
    }
    try {
      builder.stdin(HostText.open(HostText.path(file)));
    } catch (IOException | InvalidPathException e) {
      String reason = "wasm2java.stdin: cannot be read: ".concat(e.getMessage());
      throw new IllegalArgumentException(reason, e);
    }
  }
}

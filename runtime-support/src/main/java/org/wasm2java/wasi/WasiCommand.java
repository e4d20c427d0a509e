package org.wasm2java.wasi;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;

/**
 * Runs a translated command module as a process: with the standard streams and arguments of this
 * one, and its exit code at the end. The {@code main} of an executable jar is one call of {@link
 * #main}. The environment and the file system are granted through system properties:
 *
 * <ul>
 *   <li>{@code wasm2java.dir=HOST::GUEST;...}: directories; {@code ::GUEST} can be left out if the
 *       name is the same, and a third part {@code ::ro} makes one read-only
 *   <li>{@code wasm2java.env=NAME=VALUE;...}: environment variables; a name alone passes the value
 *       of this process on
 *   <li>{@code wasm2java.stdin=FILE}: what the program reads as its standard input, instead of that
 *       of this process
 *   <li>{@code wasm2java.stack=MEGABYTES}: size of the guest's call stack
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
    /** For generated code. */
    protected Program() {}

    /** Instantiates the module in the store and calls its {@code _start}. */
    public abstract void run(Store store);
  }

  /**
   * Runs a program with what the system properties grant, and ends the JVM with its exit code.
   *
   * @param program the module
   * @param name the program's name, its first argument
   * @param args the arguments after the name
   */
  public static void main(Program program, String name, String[] args) {
    Wasi.Builder builder = Wasi.builder().inheritStdio().args(arguments(name, args));
    int code;
    try {
      grantDirectories(builder, System.getProperty("wasm2java.dir", ""));
      grantEnvironment(builder, System.getProperty("wasm2java.env", ""));
      grantInput(builder, System.getProperty("wasm2java.stdin"));
      code = run(name, builder, program);
    } catch (IllegalArgumentException e) {
      code = fail(name, e.getMessage(), USAGE_EXIT_CODE);
    }
    // Since JDK 21, exit looks for a logger, which takes as long as starting a small guest. All
    // threads that are still alive are daemons, so the JVM ends by itself.
    if (code != 0) {
      System.exit(code);
    }
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
    try {
      wasi = builder.build();
    } catch (UncheckedIOException e) {
      return fail(name, e.getCause().getMessage(), USAGE_EXIT_CODE);
    }
    Run run = new Run(name, wasi, program);
    Thread thread = new Thread(null, run, name, stackSize());
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
    int megabytes = Integer.getInteger("wasm2java.stack", DEFAULT_STACK_MEGABYTES);
    return (long) megabytes << 20;
  }

  private static String[] arguments(String name, String[] args) {
    String[] all = new String[args.length + 1];
    all[0] = name;
    System.arraycopy(args, 0, all, 1, args.length);
    return all;
  }

  private static void grantDirectories(Wasi.Builder builder, String grants) {
    for (int start = 0; start < grants.length(); ) {
      int end = end(grants, start);
      grantDirectory(builder, grants.substring(start, end));
      start = end + 1;
    }
  }

  private static void grantDirectory(Wasi.Builder builder, String grant) {
    int separator = grant.indexOf("::");
    String host = separator < 0 ? grant : grant.substring(0, separator);
    String rest = separator < 0 ? "" : grant.substring(separator + 2);
    boolean readOnly = rest.equals("ro") || rest.endsWith("::ro");
    if (readOnly) {
      rest = rest.substring(0, Math.max(0, rest.length() - "::ro".length()));
    }
    String guest = rest.isEmpty() ? host : rest;
    if (host.isEmpty()) {
      throw new IllegalArgumentException(
          "wasm2java.dir: expected HOST::GUEST, found ".concat(grant));
    }
    if (readOnly) {
      builder.readOnly(guest, Path.of(host));
    } else {
      builder.preopen(guest, Path.of(host));
    }
  }

  private static void grantEnvironment(Wasi.Builder builder, String grants) {
    for (int start = 0; start < grants.length(); ) {
      int end = end(grants, start);
      grantVariable(builder, grants.substring(start, end));
      start = end + 1;
    }
  }

  private static void grantVariable(Wasi.Builder builder, String grant) {
    int separator = grant.indexOf('=');
    if (separator >= 0) {
      builder.env(grant.substring(0, separator), grant.substring(separator + 1));
      return;
    }
    String value = System.getenv(grant);
    if (value != null) {
      builder.env(grant, value);
    }
  }

  /** Opens the file for as long as this process lives; {@code null} is no grant. */
  private static void grantInput(Wasi.Builder builder, String file) {
    if (file == null) {
      return;
    }
    try {
      builder.stdin(new FileInputStream(file));
    } catch (FileNotFoundException e) {
      throw new IllegalArgumentException("wasm2java.stdin: ".concat(e.getMessage()), e);
    }
  }

  private static int end(String grants, int start) {
    int end = grants.indexOf(';', start);
    return end < 0 ? grants.length() : end;
  }
}

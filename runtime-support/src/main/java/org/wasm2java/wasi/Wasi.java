package org.wasm2java.wasi;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.wasm2java.wasi.call.ClockFunctions;
import org.wasm2java.wasi.call.SockFunctions;
import org.wasm2java.wasi.call.WasiState;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.InputDescriptor;
import org.wasm2java.wasi.descriptor.OutputDescriptor;
import org.wasm2java.wasi.text.EscapedUtf8;

/**
 * Where everything that a WASI guest may use is granted. A guest that is granted nothing has no
 * arguments, no environment, no directories and no sockets, reads an empty standard input, and what
 * it writes is dropped; it does see the host's clocks and randomness.
 *
 * <p>Arguments, variables and names of directories reach the guest as UTF-8. A byte that is not
 * UTF-8 is written as a lone surrogate, U+DC80 for 0x80 to U+DCFF for 0xFF, as in Python.
 *
 * <pre>{@code
 * try (WasiPreview1 wasi =
 *     Wasi.builder()
 *         .args("convert", "in.png")
 *         .env("LANG", "C.UTF-8")
 *         .readOnly("/pictures", Path.of("pictures"))
 *         .stdout(System.out)
 *         .build()) {
 *   Convert.instantiate(new Store().add(wasi))._start();
 * }
 * }</pre>
 */
public final class Wasi {
  private Wasi() {}

  /** Returns a builder that grants nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a guest may use. */
  public static final class Builder {
    private static final int DEFAULT_MAX_DESCRIPTORS = 1024;
    private static final int STREAM_COUNT = 3;
    private static final int STDOUT_BUFFER = 65536;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<Preopen> preopens = new ArrayList<>();
    private final List<ServerSocketChannel> listeners = new ArrayList<>();
    private final List<SocketChannel> connections = new ArrayList<>();
    private List<String> arguments = List.of();
    private InputStream stdin = InputStream.nullInputStream();
    private OutputStream stdout = OutputStream.nullOutputStream();
    private OutputStream stderr = OutputStream.nullOutputStream();
    private boolean stdinTerminal;
    private boolean stdoutTerminal;
    private boolean stderrTerminal;
    private Clock clock;
    private LongSupplier monotonicClock;
    private RandomGenerator random;
    private int maxDescriptors = DEFAULT_MAX_DESCRIPTORS;

    private Builder() {}

    /** Sets the arguments as C programs get them: the first is the program's name. */
    public Builder args(String... args) {
      return args(List.of(args));
    }

    /** Sets the arguments as C programs get them: the first is the program's name. */
    public Builder args(List<String> args) {
      arguments = List.copyOf(args);
      for (String argument : arguments) {
        requireCString("argument", argument);
      }
      return this;
    }

    /** Sets an environment variable; a later value replaces an earlier one. */
    public Builder env(String name, String value) {
      requireCString("environment variable", name);
      requireCString("value of the environment variable", value);
      if (name.isEmpty() || name.indexOf('=') >= 0) {
        throw new IllegalArgumentException(
            "the name of an environment variable must not be empty or contain '=': ".concat(name));
      }
      environment.put(name, value);
      return this;
    }

    /**
     * Lets the guest read and change what is below a host directory, of any file system.
     *
     * @param guestPath the name under which the guest finds it, for instance {@code /data}
     * @param directory an existing directory
     */
    public Builder preopen(String guestPath, Path directory) {
      return preopen(new Preopen(guestPath, directory, false));
    }

    /** Lets the guest read what is below a host directory, but change nothing. */
    public Builder readOnly(String guestPath, Path directory) {
      return preopen(new Preopen(guestPath, directory, true));
    }

    private Builder preopen(Preopen preopen) {
      requireCString("guest path", preopen.guestPath());
      preopens.add(preopen);
      return this;
    }

    /** Sets what the guest reads as standard input; it is not closed. */
    public Builder stdin(InputStream stream) {
      stdin = Objects.requireNonNull(stream, "stdin");
      stdinTerminal = false;
      return this;
    }

    /** Sets where the guest's standard output goes; not buffered here, and not closed. */
    public Builder stdout(OutputStream stream) {
      stdout = Objects.requireNonNull(stream, "stdout");
      stdoutTerminal = false;
      return this;
    }

    /** Sets where the guest's standard error goes; not buffered here, and not closed. */
    public Builder stderr(OutputStream stream) {
      stderr = Objects.requireNonNull(stream, "stderr");
      stderrTerminal = false;
      return this;
    }

    /**
     * Grants the three standard streams of this process. Output to a file or pipe is buffered:
     * close or flush what {@link #build} returns when the guest is done. The guest learns which of
     * them are terminals.
     */
    public Builder inheritStdio() {
      stdin = new FileInputStream(FileDescriptor.in);
      stdinTerminal = Terminal.isTerminal(0);
      stdoutTerminal = Terminal.isTerminal(1);
      OutputStream direct = new FileOutputStream(FileDescriptor.out);
      stdout = stdoutTerminal ? direct : new BufferedOutputStream(direct, STDOUT_BUFFER);
      stderr = new FileOutputStream(FileDescriptor.err);
      stderrTerminal = Terminal.isTerminal(2);
      return this;
    }

    /** Sets what the guest's wall clock shows, instead of the host's. */
    public Builder clock(Clock wallClock) {
      clock = Objects.requireNonNull(wallClock, "wallClock");
      return this;
    }

    /** Sets the guest's monotonic clock: nanoseconds since any time, which never decrease. */
    public Builder monotonicClock(LongSupplier nanoseconds) {
      monotonicClock = Objects.requireNonNull(nanoseconds, "nanoseconds");
      return this;
    }

    /** Sets where the guest's random bytes come from, instead of the host's secure source. */
    public Builder random(RandomGenerator generator) {
      random = Objects.requireNonNull(generator, "generator");
      return this;
    }

    /**
     * Lets the guest accept connections. Sockets have the descriptors behind the directories', the
     * listening ones first. The channel is set not to block; the guest closes it.
     */
    public Builder listener(ServerSocketChannel channel) {
      listeners.add(Objects.requireNonNull(channel, "channel"));
      return this;
    }

    /** Lets the guest use a connection; see {@link #listener}. */
    public Builder connection(SocketChannel channel) {
      connections.add(Objects.requireNonNull(channel, "channel"));
      return this;
    }

    /** Limits how many descriptors the guest can have open at once; 1024 if not set. */
    public Builder maxDescriptors(int limit) {
      if (limit < STREAM_COUNT) {
        throw new IllegalArgumentException(
            "maxDescriptors must be at least 3, for the standard streams");
      }
      maxDescriptors = limit;
      return this;
    }

    boolean hasArguments() {
      return !arguments.isEmpty();
    }

    /**
     * Opens the directories and returns the module to add to a store.
     *
     * @throws UncheckedIOException if a granted directory cannot be opened
     */
    public WasiPreview1 build() {
      return new WasiPreview1(state());
    }

    private WasiState state() {
      DescriptorTable table = new DescriptorTable(maxDescriptors);
      try {
        openAll(table);
      } catch (IOException e) {
        closeAfter(e, table);
        throw new UncheckedIOException(e);
      }
      ClockFunctions clocks = new ClockFunctions(clock, monotonicClock);
      return new WasiState(table, arguments, environmentStrings(), clocks, random);
    }

    private static void closeAfter(IOException failure, DescriptorTable table) {
      try {
        table.closeAll();
      } catch (IOException e) {
        failure.addSuppressed(e);
      }
    }

    private void openAll(DescriptorTable table) throws IOException {
      table.add(new InputDescriptor(stdin, stdinTerminal, table));
      table.add(new OutputDescriptor(stdout, stdoutTerminal));
      table.add(new OutputDescriptor(stderr, stderrTerminal));
      if (!preopens.isEmpty()) {
        Preopen.openAll(preopens, table);
      }
      if (!listeners.isEmpty() || !connections.isEmpty()) {
        SockFunctions.openAll(listeners, connections, table);
      }
    }

    private List<String> environmentStrings() {
      List<String> strings = new ArrayList<>();
      for (Map.Entry<String, String> variable : environment.entrySet()) {
        strings.add(variable.getKey().concat("=").concat(variable.getValue()));
      }
      return strings;
    }

    private static void requireCString(String what, String text) {
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException(what.concat(" contains a NUL character: ").concat(text));
      }
      EscapedUtf8.requireBytes(what, text);
    }
  }
}

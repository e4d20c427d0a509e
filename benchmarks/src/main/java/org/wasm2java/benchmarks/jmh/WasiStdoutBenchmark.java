package org.wasm2java.benchmarks.jmh;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wasm2java.runtime.Store;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiPreview1;

/**
 * Writes of 16 bytes to a standard output that gathers them for a file, by generated code and by
 * Java. Nanoseconds a write are milliseconds for a million of them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the @Setup method before all others
public class WasiStdoutBenchmark {
  private static final int WRITES = 16384;
  private static final int BUFFER_SIZE = 65536;
  private static final byte[] TEXT = new byte[16];

  private Path file;
  private FileOutputStream target;
  private OutputStream buffered;
  private WasiPreview1 wasi;
  private IntUnaryOperator write16;

  /** For JMH. */
  public WasiStdoutBenchmark() {}

  /** Translates the module and opens the file. */
  @Setup
  public void prepare() throws IOException {
    file = Files.createTempFile("wasi-benchmark", "");
    target = new FileOutputStream(file.toFile());
    buffered = new BufferedOutputStream(target, BUFFER_SIZE);
    wasi = Wasi.builder().stdout(buffered).build();
    KernelModule module = KernelModule.load("wasi");
    write16 = module.unary(module.instantiate(new Store().add(wasi)), "write16");
  }

  /** Removes the file. */
  @TearDown
  public void close() throws IOException {
    wasi.close();
    target.close();
    Files.delete(file);
  }

  /** {@code fd_write} in generated code. */
  @Benchmark
  @OperationsPerInvocation(WRITES)
  public int wasm() throws IOException {
    target.getChannel().position(0);
    int errno = write16.applyAsInt(WRITES);
    if (errno != 0) {
      throw new IllegalStateException("error number " + errno);
    }
    return errno;
  }

  /** The same in Java. */
  @Benchmark
  @OperationsPerInvocation(WRITES)
  public void java() throws IOException {
    target.getChannel().position(0);
    for (int i = 0; i < WRITES; i++) {
      buffered.write(TEXT, 0, TEXT.length);
    }
  }
}

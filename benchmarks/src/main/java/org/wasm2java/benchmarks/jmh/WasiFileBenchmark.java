package org.wasm2java.benchmarks.jmh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads and writes a file in order and from the start again, through WASI and through {@code
 * FileChannel}: with a buffer on the heap, which is what a guest's memory is, and with one outside.
 * The file is in the host's cache. Run with {@code -prof gc} for the bytes that a call allocates.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the @Setup method before all others
public class WasiFileBenchmark {
  private static final int FILE_SIZE = 1 << 24;
  private static final String NAME = "data";

  /** Bytes of one call. */
  @Param({"16", "65536"})
  public int size;

  private Path folder;
  private GuestFile guest;
  private FileChannel channel;
  private ByteBuffer heap;
  private ByteBuffer direct;
  private long position;

  /** For JMH. */
  public WasiFileBenchmark() {}

  /** Makes the file and opens it both ways. */
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("wasi-benchmark");
    Path file = Files.write(folder.resolve(NAME), new byte[FILE_SIZE]);
    guest = new GuestFile(folder, NAME, size);
    channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    heap = ByteBuffer.wrap(new byte[size]);
    direct = ByteBuffer.allocateDirect(size);
  }

  /** Removes the file. */
  @TearDown
  public void close() throws IOException {
    guest.close();
    channel.close();
    Files.delete(folder.resolve(NAME));
    Files.delete(folder);
  }

  /** {@code fd_read}. */
  @Benchmark
  public int readWasi() {
    if (atEnd()) {
      guest.rewind();
    }
    return guest.read();
  }

  /** The same with a heap buffer. */
  @Benchmark
  public int readHeapBuffer() throws IOException {
    return channel.read(rewound(heap));
  }

  /** The same with a direct buffer. */
  @Benchmark
  public int readDirectBuffer() throws IOException {
    return channel.read(rewound(direct));
  }

  /** {@code fd_write}. */
  @Benchmark
  public int writeWasi() {
    if (atEnd()) {
      guest.rewind();
    }
    return guest.write();
  }

  /** The same with a heap buffer. */
  @Benchmark
  public int writeHeapBuffer() throws IOException {
    return channel.write(rewound(heap));
  }

  /** The same with a direct buffer. */
  @Benchmark
  public int writeDirectBuffer() throws IOException {
    return channel.write(rewound(direct));
  }

  /** {@code fd_pread}. */
  @Benchmark
  public int preadWasi() {
    atEnd();
    return guest.read(position - size);
  }

  /** The same with a heap buffer. */
  @Benchmark
  public int preadHeapBuffer() throws IOException {
    atEnd();
    return channel.read(heap.clear(), position - size);
  }

  /** {@code fd_pwrite}. */
  @Benchmark
  public int pwriteWasi() {
    atEnd();
    return guest.write(position - size);
  }

  /** The same with a heap buffer. */
  @Benchmark
  public int pwriteHeapBuffer() throws IOException {
    atEnd();
    return channel.write(heap.clear(), position - size);
  }

  private ByteBuffer rewound(ByteBuffer buffer) throws IOException {
    if (atEnd()) {
      channel.position(0);
    }
    return buffer.clear();
  }

  /** Advances, and returns whether that was beyond the end, so that the start comes next. */
  private boolean atEnd() {
    position += size;
    if (position <= FILE_SIZE) {
      return false;
    }
    position = size;
    return true;
  }
}

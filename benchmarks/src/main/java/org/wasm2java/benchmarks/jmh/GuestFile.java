package org.wasm2java.benchmarks.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiPreview1;

/** A file as a guest has it open, with the calls that generated code makes. */
final class GuestFile implements AutoCloseable {
  private static final int FIRST_PREOPEN = 3;
  private static final long READ_SEEK_TELL_WRITE = 1 << 1 | 1 << 2 | 1 << 5 | 1 << 6;
  private static final int SEEK_SET = 0;

  // Where things are in the guest's memory.
  private static final int VECTOR = 0;
  private static final int RESULT = 16;
  private static final int NAME = 32;
  private static final int DATA = 65536;

  private final Memory memory = Memory.create(2, -1);
  private final WasiPreview1 wasi;
  private final int fd;

  /**
   * Opens an existing file.
   *
   * @param size bytes that each read and write moves, at most 65536
   */
  GuestFile(Path folder, String name, int size) {
    wasi = Wasi.builder().preopen("/", folder).build();
    byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
    memory.write(NAME, encoded);
    check(
        wasi.pathOpen(
            memory, FIRST_PREOPEN, 0, NAME, encoded.length, 0, READ_SEEK_TELL_WRITE, 0, 0, RESULT));
    fd = result();
    Memory.I32.set(memory.bytes(), VECTOR, DATA);
    Memory.I32.set(memory.bytes(), VECTOR + Integer.BYTES, size);
  }

  /** Returns how many bytes were read. */
  int read() {
    check(wasi.fdRead(memory, fd, VECTOR, 1, RESULT));
    return result();
  }

  int write() {
    check(wasi.fdWrite(memory, fd, VECTOR, 1, RESULT));
    return result();
  }

  int read(long position) {
    check(wasi.fdPread(memory, fd, VECTOR, 1, position, RESULT));
    return result();
  }

  int write(long position) {
    check(wasi.fdPwrite(memory, fd, VECTOR, 1, position, RESULT));
    return result();
  }

  /** Goes back to the start. */
  void rewind() {
    check(wasi.fdSeek(memory, fd, 0, SEEK_SET, RESULT));
  }

  private int result() {
    return (int) Memory.I32.get(memory.bytes(), RESULT);
  }

  private static void check(int errno) {
    if (errno != 0) {
      throw new IllegalStateException("error number " + errno);
    }
  }

  @Override
  public void close() throws IOException {
    wasi.close();
  }
}

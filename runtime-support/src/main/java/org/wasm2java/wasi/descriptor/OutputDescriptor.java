package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.io.OutputStream;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.memory.GuestMemory;

/** Standard output or error: each write goes straight to the stream, which may buffer. */
public final class OutputDescriptor extends Descriptor {
  private final OutputStream stream;
  private final boolean terminal;

  public OutputDescriptor(OutputStream stream, boolean terminal) {
    super(Rights.STREAM, 0, 0);
    this.stream = stream;
    this.terminal = terminal;
  }

  @Override
  public int fileType() {
    return terminal ? FileType.CHARACTER_DEVICE : FileType.UNKNOWN;
  }

  @Override
  public int write(GuestMemory memory, int address, int length) throws IOException {
    memory.send(stream, address, length);
    return length;
  }

  @Override
  public Readiness writable(PollWaiter waiter) {
    return Readiness.of(1);
  }

  @Override
  public void sync(boolean metadata) throws IOException {
    stream.flush();
  }

  @Override
  void flush() throws IOException {
    stream.flush();
  }

  /** Leaves the stream open: it belongs to whoever passed it to the builder. */
  @Override
  public void close() throws IOException {
    stream.flush();
  }
}

package org.wasm2java.wasi;

import java.io.IOException;
import java.io.OutputStream;

/** Standard output or error: each write goes straight to the stream, which may buffer. */
final class OutputDescriptor extends Descriptor {
  private final OutputStream stream;
  private final boolean terminal;

  OutputDescriptor(OutputStream stream, boolean terminal) {
    super(Rights.STREAM, 0, 0);
    this.stream = stream;
    this.terminal = terminal;
  }

  @Override
  int fileType() {
    return terminal ? FileType.CHARACTER_DEVICE : FileType.UNKNOWN;
  }

  @Override
  int write(byte[] bytes, int offset, int length) throws IOException {
    stream.write(bytes, offset, length);
    return length;
  }

  @Override
  Readiness writable(PollWaiter waiter) {
    return Readiness.of(1);
  }

  @Override
  void sync(boolean metadata) throws IOException {
    stream.flush();
  }

  @Override
  void flush() throws IOException {
    stream.flush();
  }

  /** Leaves the stream open: it belongs to whoever passed it to the builder. */
  @Override
  void close() throws IOException {
    stream.flush();
  }
}

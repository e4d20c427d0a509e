package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.memory.GuestMemory;

/**
 * Standard input. A read that would block the calling thread beyond interruption is done by an
 * {@link InputPump}, so that the guest can wait for input and time together and a blocked guest can
 * be interrupted.
 */
public final class InputDescriptor extends Descriptor {
  private final InputStream stream;
  private final boolean terminal;
  private final DescriptorTable table;
  private InputPump pump;

  public InputDescriptor(InputStream stream, boolean terminal, DescriptorTable table) {
    super(Rights.STREAM, 0, 0);
    this.stream = stream;
    this.terminal = terminal;
    this.table = table;
  }

  @Override
  public int fileType() {
    return terminal ? FileType.CHARACTER_DEVICE : FileType.UNKNOWN;
  }

  @Override
  public int read(GuestMemory memory, int address, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isIdle() && stream.available() > 0) {
      return Math.max(0, memory.receive(stream, address, length));
    }
    table.flush();
    if (hasFlag(NONBLOCK) && readable(null) == null) {
      throw Errno.AGAIN.failure();
    }
    try {
      return pump().read(memory, address, length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while reading standard input");
    }
  }

  @Override
  public boolean hasMoreToRead() throws IOException {
    return isIdle() ? stream.available() > 0 : pump.available() > 0;
  }

  @Override
  public Readiness readable(PollWaiter waiter) throws IOException {
    if (isIdle() && stream.available() > 0) {
      return Readiness.of(stream.available());
    }
    return pump().isReady(waiter) ? Readiness.of(pump.available()) : null;
  }

  /** Returns whether no other thread reads the stream and nothing has been read ahead. */
  private boolean isIdle() {
    return pump == null || pump.isIdle();
  }

  private InputPump pump() {
    if (pump == null) {
      pump = new InputPump(stream);
    }
    return pump;
  }

  /** Leaves the stream open: it belongs to whoever passed it to the builder. */
  @Override
  public void close() {
    if (pump != null) {
      pump.stop();
    }
  }
}

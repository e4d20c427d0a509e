package org.wasm2java.wasi.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.PollWaiter;
import org.wasm2java.wasi.descriptor.Readiness;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.memory.GuestMemory;
import org.wasm2java.wasi.memory.TransferView;

/**
 * A connection of the guest's. The channel never blocks: where the guest may, it waits for the
 * channel, which interruption ends without closing the connection.
 */
public final class ConnectedSocket extends Descriptor {
  private static final int RECEIVE_SIZE = 65536;

  private final SocketChannel channel;
  private final DescriptorTable table;

  /** What has been received but only peeked at: from position to limit. */
  private ByteBuffer received = ByteBuffer.allocate(0);

  private final TransferView view = new TransferView();

  private boolean ended;

  public ConnectedSocket(SocketChannel channel, DescriptorTable table) throws IOException {
    super(Rights.CONNECTION, 0, 0);
    this.channel = channel;
    this.table = table;
    channel.configureBlocking(false);
  }

  @Override
  public int fileType() {
    return FileType.SOCKET_STREAM;
  }

  /** Reads what has come, and waits if nothing has, unless set not to block; 0 at the end. */
  @Override
  public synchronized int read(GuestMemory memory, int address, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    awaitInput();
    if (received.hasRemaining()) {
      int count = Math.min(length, received.remaining());
      memory.write(address, received.array(), received.position(), count);
      received.position(received.position() + count);
      return count;
    }
    return 0;
  }

  @Override
  public synchronized boolean hasMoreToRead() {
    return received.hasRemaining();
  }

  /** Reads without taking away what was read. */
  public synchronized int peek(GuestMemory memory, int address, int length) throws IOException {
    awaitInput();
    int count = Math.min(length, received.remaining());
    memory.write(address, received.array(), received.position(), count);
    return count;
  }

  private void awaitInput() throws IOException {
    while (!fill()) {
      if (hasFlag(NONBLOCK)) {
        throw Errno.AGAIN.failure();
      }
      table.flush();
      PollWaiter.awaitChannel(channel, SelectionKey.OP_READ);
    }
  }

  /** Returns whether a read would not block, having taken over what has come. */
  private boolean fill() throws IOException {
    if (received.hasRemaining() || ended) {
      return true;
    }
    if (received.capacity() == 0) {
      received = ByteBuffer.allocate(RECEIVE_SIZE);
    }
    int count = channel.read(received.clear());
    ended = count < 0;
    received.flip();
    return count != 0;
  }

  /** Writes all, unless set not to block or interrupted: then as much as could be written. */
  @Override
  public synchronized int write(GuestMemory memory, int address, int length) throws IOException {
    int total = 0;
    while (total < length) {
      int count = channel.write(view.of(memory, address + total, length - total));
      total += count;
      if (count == 0 && !awaitOutput(total)) {
        break;
      }
    }
    return total;
  }

  /** Waits until more can be written; false if there is no waiting but something was written. */
  private boolean awaitOutput(int written) throws IOException {
    if (hasFlag(NONBLOCK)) {
      if (written > 0) {
        return false;
      }
      throw Errno.AGAIN.failure();
    }
    try {
      PollWaiter.awaitChannel(channel, SelectionKey.OP_WRITE);
      return true;
    } catch (ErrnoException e) {
      if (written > 0) {
        return false;
      }
      throw e;
    }
  }

  public void shutdown(boolean reading, boolean writing) throws IOException {
    if (reading) {
      channel.shutdownInput();
    }
    if (writing) {
      channel.shutdownOutput();
    }
  }

  @Override
  public synchronized Readiness readable(PollWaiter waiter) throws IOException {
    if (fill()) {
      return new Readiness(received.remaining(), ended);
    }
    waiter.watch(channel, SelectionKey.OP_READ);
    return null;
  }

  @Override
  public Readiness writable(PollWaiter waiter) throws IOException {
    if (PollWaiter.isReady(channel, SelectionKey.OP_WRITE)) {
      return Readiness.of(1);
    }
    waiter.watch(channel, SelectionKey.OP_WRITE);
    return null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

package org.wasm2java.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * A connection of the guest's. The channel never blocks: where the guest may, it waits for the
 * channel, which interruption ends without closing the connection.
 */
final class ConnectedSocket extends Descriptor {
  private static final int TRANSFER_SIZE = 65536;

  private final SocketChannel channel;
  private final DescriptorTable table;

  /** What has been received but only peeked at: from position to limit. */
  private ByteBuffer received = ByteBuffer.allocate(0);

  private boolean ended;

  ConnectedSocket(SocketChannel channel, DescriptorTable table) throws IOException {
    super(Rights.CONNECTION, 0, 0);
    this.channel = channel;
    this.table = table;
    channel.configureBlocking(false);
  }

  @Override
  int fileType() {
    return FileType.SOCKET_STREAM;
  }

  /** Reads what has come, and waits if nothing has, unless set not to block; 0 at the end. */
  @Override
  synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    awaitInput();
    if (received.hasRemaining()) {
      int count = Math.min(length, received.remaining());
      received.get(bytes, offset, count);
      return count;
    }
    return 0;
  }

  /** Reads without taking away what was read. */
  synchronized int peek(byte[] bytes, int offset, int length) throws IOException {
    awaitInput();
    int count = Math.min(length, received.remaining());
    received.get(received.position(), bytes, offset, count);
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
      received = ByteBuffer.allocate(TRANSFER_SIZE);
    }
    int count = channel.read(received.clear());
    ended = count < 0;
    received.flip();
    return count != 0;
  }

  @Override
  synchronized int write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes, offset, length);
    while (true) {
      channel.write(source);
      boolean blocked = source.hasRemaining();
      if (!blocked || (hasFlag(NONBLOCK) && source.position() > offset)) {
        return source.position() - offset;
      }
      if (hasFlag(NONBLOCK)) {
        throw Errno.AGAIN.failure();
      }
      PollWaiter.awaitChannel(channel, SelectionKey.OP_WRITE);
    }
  }

  void shutdown(boolean reading, boolean writing) throws IOException {
    if (reading) {
      channel.shutdownInput();
    }
    if (writing) {
      channel.shutdownOutput();
    }
  }

  @Override
  synchronized Readiness readable(PollWaiter waiter) throws IOException {
    if (fill()) {
      return new Readiness(received.remaining(), ended);
    }
    waiter.watch(channel, SelectionKey.OP_READ);
    return null;
  }

  @Override
  Readiness writable(PollWaiter waiter) throws IOException {
    if (PollWaiter.isReady(channel, SelectionKey.OP_WRITE)) {
      return Readiness.of(1);
    }
    waiter.watch(channel, SelectionKey.OP_WRITE);
    return null;
  }

  @Override
  void close() throws IOException {
    channel.close();
  }
}

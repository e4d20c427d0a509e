package org.wasm2java.wasi.socket;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.PollWaiter;
import org.wasm2java.wasi.descriptor.Readiness;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileType;

/** A granted socket on which the guest accepts connections. */
public final class ListeningSocket extends Descriptor {
  private final ServerSocketChannel channel;
  private final DescriptorTable table;
  private SocketChannel pending;

  public ListeningSocket(ServerSocketChannel channel, DescriptorTable table) throws IOException {
    super(Rights.LISTENER, Rights.CONNECTION, 0);
    this.channel = channel;
    this.table = table;
    channel.configureBlocking(false);
  }

  @Override
  public int fileType() {
    return FileType.SOCKET_STREAM;
  }

  /** Waits for a connection, unless this socket is set not to block. */
  public synchronized ConnectedSocket accept(int flags) throws IOException {
    while (!hasPending()) {
      if (hasFlag(NONBLOCK)) {
        throw Errno.AGAIN.failure();
      }
      table.flush();
      PollWaiter.awaitChannel(channel, SelectionKey.OP_ACCEPT);
    }
    SocketChannel accepted = pending;
    pending = null;
    ConnectedSocket socket = new ConnectedSocket(accepted, table);
    socket.setFlags(flags);
    return socket;
  }

  private boolean hasPending() throws IOException {
    if (pending == null) {
      pending = channel.accept();
    }
    return pending != null;
  }

  @Override
  public synchronized Readiness readable(PollWaiter waiter) throws IOException {
    if (hasPending()) {
      return Readiness.of(1);
    }
    waiter.watch(channel, SelectionKey.OP_ACCEPT);
    return null;
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      if (pending != null) {
        pending.close();
      }
    }
  }
}

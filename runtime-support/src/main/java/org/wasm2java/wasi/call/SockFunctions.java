package org.wasm2java.wasi.call;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.memory.GuestMemory;
import org.wasm2java.wasi.socket.ConnectedSocket;
import org.wasm2java.wasi.socket.ListeningSocket;

/** The functions {@code sock_*}, for sockets that were granted or accepted on a granted one. */
public final class SockFunctions {
  private static final int PEEK = 1;
  private static final int WAIT_ALL = 2;
  private static final int SHUT_READ = 1;
  private static final int SHUT_WRITE = 2;

  private final DescriptorTable table;

  SockFunctions(DescriptorTable table) {
    this.table = table;
  }

  /** Adds granted sockets to the table. */
  public static void openAll(
      List<ServerSocketChannel> listeners, List<SocketChannel> connections, DescriptorTable table)
      throws IOException {
    for (ServerSocketChannel channel : listeners) {
      table.add(new ListeningSocket(channel, table));
    }
    for (SocketChannel channel : connections) {
      table.add(new ConnectedSocket(channel, table));
    }
  }

  public void accept(GuestMemory memory, int fd, int flags, int result) throws IOException {
    Descriptor descriptor = table.get(fd);
    if (!(descriptor instanceof ListeningSocket listener)) {
      throw notSuitable(descriptor);
    }
    listener.require(Rights.SOCK_ACCEPT);
    if ((flags & ~Descriptor.NONBLOCK) != 0) {
      throw Errno.INVAL.failure();
    }
    memory.check(result, Integer.BYTES);
    table.checkRoom();
    memory.writeI32(result, table.add(listener.accept(flags)));
  }

  public void receive(
      GuestMemory memory, int fd, int vectors, int count, int flags, int result, int resultFlags)
      throws IOException {
    ConnectedSocket socket = connection(fd, Rights.FD_READ);
    if ((flags & ~(PEEK | WAIT_ALL)) != 0) {
      throw Errno.INVAL.failure();
    }
    memory.check(result, Integer.BYTES);
    memory.check(resultFlags, Short.BYTES);
    GuestStructs.checkVectors(memory, vectors, count);
    memory.writeI32(result, receive(socket, memory, vectors, count, flags));
    memory.writeI16(resultFlags, 0);
  }

  private static int receive(
      ConnectedSocket socket, GuestMemory memory, int vectors, int count, int flags)
      throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int wanted = GuestStructs.vectorLength(memory, vectors, i);
      boolean waits = total == 0 || (flags & WAIT_ALL) != 0;
      if (wanted > 0 && !waits && !socket.hasMoreToRead()) {
        break;
      }
      int address = GuestStructs.vectorAddress(memory, vectors, i);
      int moved = receiveOne(socket, memory, address, wanted, flags);
      total += moved;
      boolean peeked = (flags & PEEK) != 0 && wanted > 0;
      if (moved < wanted || peeked) {
        break;
      }
    }
    return total;
  }

  private static int receiveOne(
      ConnectedSocket socket, GuestMemory memory, int address, int length, int flags)
      throws IOException {
    if ((flags & PEEK) != 0) {
      return socket.peek(memory, address, length);
    }
    int total = 0;
    int moved;
    do {
      moved = socket.read(memory, address + total, length - total);
      total += moved;
    } while ((flags & WAIT_ALL) != 0 && moved > 0 && total < length);
    return total;
  }

  public void send(GuestMemory memory, int fd, int vectors, int count, int flags, int result)
      throws IOException {
    ConnectedSocket socket = connection(fd, Rights.FD_WRITE);
    if (flags != 0) {
      throw Errno.INVAL.failure();
    }
    memory.check(result, Integer.BYTES);
    GuestStructs.checkVectors(memory, vectors, count);
    memory.writeI32(result, FdDataFunctions.write(socket, memory, vectors, count));
  }

  public void shutdown(int fd, int how) throws IOException {
    ConnectedSocket socket = connection(fd, Rights.SOCK_SHUTDOWN);
    if (how == 0 || (how & ~(SHUT_READ | SHUT_WRITE)) != 0) {
      throw Errno.INVAL.failure();
    }
    socket.shutdown((how & SHUT_READ) != 0, (how & SHUT_WRITE) != 0);
  }

  private ConnectedSocket connection(int fd, long right) throws ErrnoException {
    Descriptor descriptor = table.get(fd);
    if (!(descriptor instanceof ConnectedSocket socket)) {
      throw notSuitable(descriptor);
    }
    socket.require(right);
    return socket;
  }

  private static ErrnoException notSuitable(Descriptor descriptor) {
    boolean isSocket = descriptor.fileType() == FileType.SOCKET_STREAM;
    if (!isSocket) {
      return Errno.NOTSOCK.failure();
    }
    return (descriptor instanceof ConnectedSocket ? Errno.INVAL : Errno.NOTCONN).failure();
  }
}

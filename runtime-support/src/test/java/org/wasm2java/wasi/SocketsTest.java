package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Accepting, receiving and sending on a granted socket. */
@Timeout(20)
class SocketsTest {
  private static final int LISTENER = 3;
  private static final int FLAGS = 80;

  private ServerSocketChannel channel;
  private Guest guest;

  @BeforeEach
  void listen() throws IOException {
    channel = ServerSocketChannel.open();
    channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    guest = new Guest(Wasi.builder().listener(channel));
  }

  @AfterEach
  void close() throws IOException {
    guest.close();
    assertThat(channel.isOpen()).as("closed with the guest").isFalse();
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), channel.socket().getLocalPort());
  }

  private int accept() {
    Guest.expect(guest.wasi.sockAccept(guest.memory, LISTENER, 0, Guest.RESULT));
    return guest.result();
  }

  private String receive(int fd, int length, int flags) {
    guest.vector(Guest.BUFFER, length);
    Guest.expect(
        guest.wasi.sockRecv(guest.memory, fd, Guest.VECTORS, 1, flags, Guest.RESULT, FLAGS));
    return guest.memory.readString(Guest.BUFFER, guest.result());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void guestAnswersAClient() throws IOException {
    try (Socket client = connect()) {
      int fd = accept();
      send(client, "ping");
      assertThat(receive(fd, 2, 1)).as("peeked").isEqualTo("pi");
      assertThat(receive(fd, 100, 0)).isEqualTo("ping");
      guest.vector(Guest.BUFFER, guest.put(Guest.BUFFER, "pong"));
      Guest.expect(guest.wasi.sockSend(guest.memory, fd, Guest.VECTORS, 1, 0, Guest.RESULT));
      assertThat(guest.result()).isEqualTo(4);
      Guest.expect(guest.wasi.sockShutdown(guest.memory, fd, 2));
      assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("pong");
      client.shutdownOutput();
      assertThat(receive(fd, 100, 0)).as("the end").isEmpty();
      Guest.expect(guest.wasi.fdClose(guest.memory, fd));
    }
  }

  @Test
  void readAndWriteWorkOnConnectionsToo() throws IOException {
    try (Socket client = connect()) {
      int fd = accept();
      send(client, "abc");
      assertThat(guest.read(fd, 10)).isEqualTo("abc");
      assertThat(guest.write(fd, "xyz")).isZero();
      assertThat(client.getInputStream().readNBytes(3)).asString().isEqualTo("xyz");
    }
  }

  @Test
  void waitAllWaitsForAll() throws Exception {
    try (Socket client = connect()) {
      int fd = accept();
      Thread sender =
          new Thread(
              () -> {
                try {
                  send(client, "abc");
                  Thread.sleep(50);
                  send(client, "def");
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      sender.start();
      assertThat(receive(fd, 6, 2)).isEqualTo("abcdef");
      sender.join();
    }
  }

  @Test
  void nonBlockingSocketsSayTryAgain() throws IOException {
    Guest.expect(guest.wasi.fdFdstatSetFlags(guest.memory, LISTENER, Descriptor.NONBLOCK));
    assertThat(guest.wasi.sockAccept(guest.memory, LISTENER, 0, Guest.RESULT))
        .isEqualTo(Errno.AGAIN.code());
    Guest.expect(guest.wasi.fdFdstatSetFlags(guest.memory, LISTENER, 0));
    try (Socket client = connect()) {
      Guest.expect(
          guest.wasi.sockAccept(guest.memory, LISTENER, Descriptor.NONBLOCK, Guest.RESULT));
      int fd = guest.result();
      guest.vector(Guest.BUFFER, 1);
      assertThat(guest.wasi.sockRecv(guest.memory, fd, Guest.VECTORS, 1, 0, Guest.RESULT, FLAGS))
          .isEqualTo(Errno.AGAIN.code());
      assertThat(client.isConnected()).isTrue();
    }
  }

  @Test
  void pollWaitsForConnectionsAndData() throws Exception {
    guest.memory.writeI64(2048, 7);
    guest.memory.writeI64(2056, Subscription.FD_READ);
    guest.memory.writeI32(2064, LISTENER);
    Socket[] client = new Socket[1];
    Thread connector =
        new Thread(
            () -> {
              try {
                Thread.sleep(50);
                client[0] = connect();
                Thread.sleep(50);
                send(client[0], "data");
                client[0].shutdownOutput();
              } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    connector.start();
    Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT));
    assertThat(guest.result()).isEqualTo(1);
    int fd = accept();
    guest.memory.writeI32(2064, fd);
    Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT));
    assertThat(guest.memory.readI64(4096 + 16)).isEqualTo(4);
    assertThat(receive(fd, 10, 0)).isEqualTo("data");
    connector.join();
    Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT));
    assertThat(guest.memory.readI64(4096 + 24)).as("hangup").isEqualTo(1);
    guest.memory.writeI64(2056, Subscription.FD_WRITE);
    Guest.expect(guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT));
    assertThat(guest.result()).isEqualTo(1);
    client[0].close();
  }

  @Test
  void interruptionEndsABlockedAccept() throws Exception {
    int[] errno = {-1};
    Thread acceptor =
        new Thread(() -> errno[0] = guest.wasi.sockAccept(guest.memory, LISTENER, 0, Guest.RESULT));
    acceptor.start();
    Thread.sleep(50);
    acceptor.interrupt();
    acceptor.join(10_000);
    assertThat(errno[0]).isEqualTo(Errno.INTR.code());
    assertThat(channel.isOpen()).isTrue();
  }

  @Test
  void otherDescriptorsAreNoSockets() throws IOException {
    assertThat(guest.wasi.sockShutdown(guest.memory, 1, 1)).isEqualTo(Errno.NOTSOCK.code());
    assertThat(guest.wasi.sockShutdown(guest.memory, 9, 1)).isEqualTo(Errno.BADF.code());
    assertThat(guest.wasi.sockShutdown(guest.memory, LISTENER, 1)).isEqualTo(Errno.NOTCONN.code());
    assertThat(guest.wasi.sockAccept(guest.memory, 0, 0, Guest.RESULT))
        .isEqualTo(Errno.NOTSOCK.code());
    try (Socket client = connect()) {
      int fd = accept();
      assertThat(guest.wasi.sockAccept(guest.memory, fd, 0, Guest.RESULT))
          .isEqualTo(Errno.INVAL.code());
      assertThat(guest.wasi.sockShutdown(guest.memory, fd, 4)).isEqualTo(Errno.INVAL.code());
      assertThat(client.isConnected()).isTrue();
    }
  }
}

package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wasm2java.wasi.call.Subscription;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.error.Errno;

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
    assertThat(interrupted(() -> guest.wasi.sockAccept(guest.memory, LISTENER, 0, Guest.RESULT)))
        .isEqualTo(Errno.INTR.code());
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

  private void vectors(int firstLength, int secondLength) {
    guest.vector(Guest.BUFFER, firstLength);
    guest.memory.writeI32(Guest.VECTORS + 8, Guest.BUFFER + firstLength);
    guest.memory.writeI32(Guest.VECTORS + 12, secondLength);
  }

  private int receive(int fd, int flags) {
    return guest.wasi.sockRecv(guest.memory, fd, Guest.VECTORS, 2, flags, Guest.RESULT, FLAGS);
  }

  @Test
  void receivingIntoSeveralVectorsDoesNotWaitForMore() throws IOException {
    try (Socket client = connect()) {
      int fd = accept();
      for (int flags = 0; flags <= Descriptor.NONBLOCK; flags += Descriptor.NONBLOCK) {
        send(client, "abc");
        guest.memory.fill(Guest.BUFFER, 0, 10);
        assertThat(receive(fd, 1, 1)).as("has come").isEqualTo("a");
        Guest.expect(guest.wasi.fdFdstatSetFlags(guest.memory, fd, flags));
        vectors(3, 10);
        Guest.expect(receive(fd, 0));
        assertThat(guest.memory.readString(Guest.BUFFER, guest.result())).isEqualTo("abc");
      }
      send(client, "abc");
      Guest.expect(guest.wasi.fdFdstatSetFlags(guest.memory, fd, 0));
      vectors(0, 10);
      Guest.expect(receive(fd, 1));
      assertThat(guest.result()).as("peeked behind an empty vector").isPositive();
      Guest.expect(guest.wasi.fdRead(guest.memory, fd, Guest.VECTORS, 2, Guest.RESULT));
      assertThat(guest.memory.readString(Guest.BUFFER, guest.result())).isEqualTo("abc");
    }
  }

  @Test
  void whatANonBlockingSocketTookIsCounted() throws Exception {
    try (Socket client = connect()) {
      int fd = accept();
      Guest.expect(guest.wasi.fdFdstatSetFlags(guest.memory, fd, Descriptor.NONBLOCK));
      long sent = 0;
      int errno = 0;
      while (errno == 0) {
        vectors(50_001, 50_002);
        errno = guest.wasi.sockSend(guest.memory, fd, Guest.VECTORS, 2, 0, Guest.RESULT);
        sent += errno == 0 ? guest.result() : 0;
      }
      assertThat(errno).isEqualTo(Errno.AGAIN.code());
      Guest.expect(guest.wasi.sockShutdown(guest.memory, fd, 2));
      assertThat(client.getInputStream().readAllBytes()).hasSize((int) sent);
    }
  }

  @Test
  void blockedSendGoesOnWhenTheOtherSideReads() throws Exception {
    try (Socket client = connect()) {
      int fd = accept();
      byte[][] received = new byte[1][];
      Thread reader =
          new Thread(
              () -> {
                try {
                  Thread.sleep(50);
                  received[0] = client.getInputStream().readAllBytes();
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      reader.start();
      long sent = 0;
      for (int round = 0; round < 200; round++) {
        vectors(50_001, 50_002);
        Guest.expect(guest.wasi.sockSend(guest.memory, fd, Guest.VECTORS, 2, 0, Guest.RESULT));
        assertThat(guest.result()).isEqualTo(100_003);
        sent += guest.result();
      }
      Guest.expect(guest.wasi.sockShutdown(guest.memory, fd, 2));
      reader.join();
      assertThat(received[0]).hasSize((int) sent);
    }
  }

  /** Runs a call on another thread, interrupts it while it waits and returns its error. */
  private static int interrupted(IntSupplier call) throws InterruptedException {
    int[] errno = {-1};
    Thread thread = new Thread(() -> errno[0] = call.getAsInt());
    thread.start();
    Thread.sleep(50);
    thread.interrupt();
    thread.join(10_000);
    return errno[0];
  }

  @Test
  void interruptionEndsABlockedReceivePollOrSend() throws Exception {
    try (Socket client = connect()) {
      int fd = accept();
      vectors(10, 10);
      assertThat(interrupted(() -> receive(fd, 0))).isEqualTo(Errno.INTR.code());
      guest.memory.writeI64(2048, 7);
      guest.memory.writeI64(2056, Subscription.FD_READ);
      guest.memory.writeI32(2064, fd);
      assertThat(
              interrupted(() -> guest.wasi.pollOneoff(guest.memory, 2048, 4096, 1, Guest.RESULT)))
          .isEqualTo(Errno.INTR.code());
      vectors(50_000, 50_000);
      assertThat(
              interrupted(
                  () -> {
                    int errno = 0;
                    while (errno == 0) {
                      errno =
                          guest.wasi.sockSend(guest.memory, fd, Guest.VECTORS, 2, 0, Guest.RESULT);
                    }
                    return errno;
                  }))
          .isEqualTo(Errno.INTR.code());
      assertThat(client.isConnected()).isTrue();
      send(client, "still open");
      assertThat(guest.read(fd, 20)).isEqualTo("still open");
    }
  }
}

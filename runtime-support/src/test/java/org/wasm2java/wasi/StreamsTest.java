package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.error.Errno;

/** Standard streams, and how transfers check the guest's vectors. */
@Timeout(20)
class StreamsTest {
  @Test
  void outputArrivesInOrderFromSeveralVectors() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      guest.memory.write(Guest.BUFFER, "Hello, world".getBytes(StandardCharsets.UTF_8));
      guest.memory.writeI32(Guest.VECTORS, Guest.BUFFER + 7);
      guest.memory.writeI32(Guest.VECTORS + 4, 5);
      guest.memory.writeI32(Guest.VECTORS + 8, Guest.BUFFER);
      guest.memory.writeI32(Guest.VECTORS + 12, 5);
      assertThat(guest.wasi.fdWrite(guest.memory, 1, Guest.VECTORS, 2, Guest.RESULT)).isZero();
      assertThat(guest.result()).isEqualTo(10);
      assertThat(guest.stdout.toString(StandardCharsets.UTF_8)).isEqualTo("worldHello");
    }
  }

  @Test
  void inputEndsWithZeroBytes() throws IOException {
    try (Guest guest = Guest.withInput("abc")) {
      assertThat(guest.read(0, 2)).isEqualTo("ab");
      assertThat(guest.read(0, 2)).isEqualTo("c");
      assertThat(guest.read(0, 2)).isEmpty();
      assertThat(guest.read(0, 2)).isEmpty();
    }
  }

  @Test
  void inputIsEmptyUnlessGranted() throws IOException {
    try (Guest guest = new Guest(Wasi.builder())) {
      assertThat(guest.read(0, 10)).isEmpty();
    }
  }

  @Test
  void badVectorIsAFaultAndWritesNothing() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      guest.vector(Guest.BUFFER, 4);
      guest.memory.writeI32(Guest.VECTORS + 8, 0x7fff0000);
      guest.memory.writeI32(Guest.VECTORS + 12, 4);
      int errno = guest.wasi.fdWrite(guest.memory, 1, Guest.VECTORS, 2, Guest.RESULT);
      assertThat(errno).isEqualTo(Errno.FAULT.code());
      assertThat(guest.stdout.size()).isZero();
    }
  }

  @Test
  void pointersBeyondTheMemoryAreFaults() throws IOException {
    try (Guest guest = Guest.withInput("x")) {
      int end = guest.memory.bytes().length;
      for (int address : new int[] {end - 7, end, Integer.MAX_VALUE, -1, Integer.MIN_VALUE, -8}) {
        assertThat(guest.wasi.fdWrite(guest.memory, 1, address, 1, Guest.RESULT))
            .as("vectors at %s", address)
            .isEqualTo(Errno.FAULT.code());
      }
      guest.vector(Guest.BUFFER, 1);
      assertThat(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 1, end - 3))
          .isEqualTo(Errno.FAULT.code());
      assertThat(guest.read(0, 1)).as("nothing was read by the faulty call").isEqualTo("x");
      assertThat(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, -1, Guest.RESULT))
          .isEqualTo(Errno.FAULT.code());
      assertThat(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 1 << 29, Guest.RESULT))
          .isEqualTo(Errno.FAULT.code());
    }
  }

  @Test
  void streamsHaveNoPosition() throws IOException {
    try (Guest guest = Guest.withInput("abc")) {
      assertThat(guest.wasi.fdSeek(guest.memory, 0, 0, 0, Guest.RESULT))
          .isEqualTo(Errno.SPIPE.code());
      assertThat(guest.wasi.fdTell(guest.memory, 1, Guest.RESULT)).isEqualTo(Errno.SPIPE.code());
      assertThat(guest.pwrite(1, "x", 0)).isEqualTo(Errno.SPIPE.code());
    }
  }

  @Test
  void writingToInputAndReadingFromOutputAreRefused() throws IOException {
    try (Guest guest = Guest.withInput("abc")) {
      guest.vector(Guest.BUFFER, 1);
      assertThat(guest.wasi.fdRead(guest.memory, 1, Guest.VECTORS, 1, Guest.RESULT))
          .isEqualTo(Errno.BADF.code());
      assertThat(guest.write(0, "x")).isEqualTo(Errno.BADF.code());
      assertThat(guest.write(9, "x")).isEqualTo(Errno.BADF.code());
    }
  }

  @Test
  void failuresOfTheUsersStreamsBecomeErrors() throws IOException {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    InputStream misbehaving =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("misbehaves");
          }
        };
    try (WasiPreview1 wasi = Wasi.builder().stdout(broken).stdin(misbehaving).build();
        Guest guest = Guest.withInput("")) {
      guest.vector(Guest.BUFFER, 1);
      assertThat(wasi.fdWrite(guest.memory, 1, Guest.VECTORS, 1, Guest.RESULT))
          .isEqualTo(Errno.PIPE.code());
      assertThat(wasi.fdRead(guest.memory, 0, Guest.VECTORS, 1, Guest.RESULT))
          .isEqualTo(Errno.IO.code());
    }
  }

  @Test
  void blockedReadGetsWhatComesLater() throws Exception {
    PipedOutputStream source = new PipedOutputStream();
    PipedInputStream sink = new PipedInputStream(source);
    try (Guest guest = new Guest(Wasi.builder().stdin(sink))) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  Thread.sleep(50);
                  source.write("later".getBytes(StandardCharsets.UTF_8));
                  source.close();
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      writer.start();
      assertThat(guest.read(0, 10)).isEqualTo("later");
      assertThat(guest.read(0, 10)).isEmpty();
      writer.join();
    }
  }

  @Test
  void interruptionEndsABlockedRead() throws Exception {
    PipedInputStream never = new PipedInputStream(new PipedOutputStream());
    try (Guest guest = new Guest(Wasi.builder().stdin(never))) {
      guest.vector(Guest.BUFFER, 1);
      int[] errno = {-1};
      Thread reader =
          new Thread(
              () -> errno[0] = guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 1, Guest.RESULT));
      reader.start();
      Thread.sleep(50);
      reader.interrupt();
      reader.join(Duration.ofSeconds(10).toMillis());
      assertThat(errno[0]).isEqualTo(Errno.INTR.code());
    }
  }

  @Test
  void outputIsFlushedBeforeTheGuestWaitsForInput() throws Exception {
    boolean[] flushed = {false};
    OutputStream watching =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void flush() {
            flushed[0] = true;
          }
        };
    Guest guest = Guest.withInput("");
    try (WasiPreview1 wasi = Wasi.builder().stdout(watching).build()) {
      guest.vector(Guest.BUFFER, 1);
      wasi.fdRead(guest.memory, 0, Guest.VECTORS, 1, Guest.RESULT);
      assertThat(flushed[0]).isTrue();
    }
  }

  @Test
  void nonBlockingInputSaysTryAgain() throws Exception {
    PipedInputStream never = new PipedInputStream(new PipedOutputStream());
    try (Guest guest = new Guest(Wasi.builder().stdin(never))) {
      assertThat(guest.wasi.fdFdstatSetFlags(guest.memory, 0, Descriptor.NONBLOCK)).isZero();
      guest.vector(Guest.BUFFER, 1);
      assertThat(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 1, Guest.RESULT))
          .isEqualTo(Errno.AGAIN.code());
    }
  }

  @Test
  void builderRefusesWhatCannotBeAnEnvironment() {
    assertThatThrownBy(() -> Wasi.builder().env("A=B", "c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A=B");
    assertThatThrownBy(() -> Wasi.builder().args("a\0b"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readThatFilledOneVectorDoesNotWaitForTheNext() throws IOException {
    PipedOutputStream source = new PipedOutputStream();
    try (PipedInputStream sink = new PipedInputStream(source);
        Guest guest = new Guest(Wasi.builder().stdin(sink))) {
      for (String text : List.of("abc", "def")) {
        source.write(text.getBytes(StandardCharsets.UTF_8));
        guest.vector(Guest.BUFFER, 3);
        guest.memory.writeI32(Guest.VECTORS + 8, Guest.BUFFER + 100);
        guest.memory.writeI32(Guest.VECTORS + 12, 100);
        Guest.expect(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 2, Guest.RESULT));
        assertThat(guest.memory.readString(Guest.BUFFER, guest.result())).isEqualTo(text);
      }
      source.write("ghijk".getBytes(StandardCharsets.UTF_8));
      Guest.expect(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 2, Guest.RESULT));
      assertThat(guest.result()).as("what is there goes to the second, too").isEqualTo(5);
      assertThat(guest.memory.readString(Guest.BUFFER + 100, 2)).isEqualTo("jk");
    }
  }

  @Test
  void readAheadThatFilledOneVectorDoesNotWaitForTheNext() throws IOException {
    InputStream oneByteThenNothing =
        new InputStream() {
          private boolean given;

          @Override
          public synchronized int read() throws IOException {
            while (given) {
              try {
                wait();
              } catch (InterruptedException e) {
                throw new InterruptedIOException();
              }
            }
            given = true;
            return 'x';
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            target[offset] = (byte) read();
            return 1;
          }
        };
    try (Guest guest = new Guest(Wasi.builder().stdin(oneByteThenNothing))) {
      guest.vector(Guest.BUFFER, 1);
      guest.memory.writeI32(Guest.VECTORS + 8, Guest.BUFFER + 100);
      guest.memory.writeI32(Guest.VECTORS + 12, 100);
      Guest.expect(guest.wasi.fdRead(guest.memory, 0, Guest.VECTORS, 2, Guest.RESULT));
      assertThat(guest.memory.readString(Guest.BUFFER, guest.result())).isEqualTo("x");
    }
  }
}

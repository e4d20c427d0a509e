package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.HostFolder.Kind;
import org.wasm2java.wasi.call.Subscription;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileType;

/** What snapshot 0 does differently. */
@Timeout(20)
class UnstableTest {
  @Test
  void fileStatusHasItsOwnLayout() throws IOException {
    try (HostFolder host = new HostFolder(Kind.SECURE)) {
      host.write("file", "12345");
      Memory memory = host.guest.memory;
      WasiUnstable old = host.guest.wasi.unstable();
      memory.fill(Guest.RESULT, 0x55, 64);
      int length = host.guest.put(Guest.OLD_PATH, "file");
      int errno = old.pathFilestatGet(memory, 3, 0, Guest.OLD_PATH, length, Guest.RESULT);
      assertThat(errno).isZero();
      assertThat(memory.readI32(Guest.RESULT + 16)).isEqualTo(FileType.REGULAR_FILE);
      assertThat(memory.readI32(Guest.RESULT + 20)).as("links").isEqualTo(1);
      assertThat(memory.readI64(Guest.RESULT + 24)).as("size").isEqualTo(5);
      assertThat(memory.readI64(Guest.RESULT + 56)).as("behind it").isEqualTo(0x5555555555555555L);
      int fd = host.guest.openToRead("file");
      assertThat(old.fdFilestatGet(memory, fd, Guest.RESULT)).isZero();
      assertThat(memory.readI64(Guest.RESULT + 24)).isEqualTo(5);
    }
  }

  @Test
  void seekOriginsHaveOtherNumbers() throws IOException {
    try (HostFolder host = new HostFolder(Kind.SECURE)) {
      host.write("file", "0123456789");
      Memory memory = host.guest.memory;
      WasiUnstable old = host.guest.wasi.unstable();
      int fd = host.guest.openToRead("file");
      assertThat(old.fdSeek(memory, fd, 4, 2, Guest.RESULT)).as("from the start").isZero();
      assertThat(old.fdSeek(memory, fd, 2, 0, Guest.RESULT)).as("from here").isZero();
      assertThat(memory.readI64(Guest.RESULT)).isEqualTo(6);
      assertThat(old.fdSeek(memory, fd, -1, 1, Guest.RESULT)).as("from the end").isZero();
      assertThat(memory.readI64(Guest.RESULT)).isEqualTo(9);
      assertThat(old.fdSeek(memory, fd, 0, 3, Guest.RESULT)).isEqualTo(Errno.INVAL.code());
    }
  }

  @Test
  void clockSubscriptionsHaveAnIdentifierFirst() throws IOException {
    try (Guest guest = Guest.withInput("")) {
      Memory memory = guest.memory;
      memory.writeI64(2048, 77); // user data
      memory.writeI64(2056, 0); // clock
      memory.writeI64(2064, 12345); // identifier, unused
      memory.writeI32(2072, 1); // monotonic
      memory.writeI64(2080, 1_000_000); // timeout
      memory.writeI64(2088, 0);
      memory.writeI64(2096, 0);
      memory.writeI64(2104, 78);
      memory.writeI64(2112, Subscription.FD_WRITE);
      memory.writeI32(2120, 1);
      WasiUnstable old = guest.wasi.unstable();
      assertThat(old.pollOneoff(memory, 2048, 4096, 1, Guest.RESULT)).isZero();
      assertThat(memory.readI64(4096)).isEqualTo(77);
      assertThat(old.pollOneoff(memory, 2048, 4096, 2, Guest.RESULT)).isZero();
      assertThat(memory.readI64(4096)).isEqualTo(78);
    }
  }

  @Test
  void bothModulesShareDescriptors() throws IOException {
    try (Guest guest = Guest.withInput("abc")) {
      assertThat(guest.wasi.unstable().fdClose(guest.memory, 0)).isZero();
      assertThat(guest.wasi.fdClose(guest.memory, 0)).isEqualTo(Errno.BADF.code());
    }
  }
}

package org.wasm2java.wasi.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

/** Error numbers, and what the host's failures become. */
class ErrnoTest {
  @Test
  void numbersAreTheStandards() {
    assertThat(Errno.values()).hasSize(77);
    assertThat(Errno.SUCCESS.code()).isZero();
    assertThat(Errno.BADF.code()).isEqualTo(8);
    assertThat(Errno.FAULT.code()).isEqualTo(21);
    assertThat(Errno.INVAL.code()).isEqualTo(28);
    assertThat(Errno.NOENT.code()).isEqualTo(44);
    assertThat(Errno.NOSYS.code()).isEqualTo(52);
    assertThat(Errno.PERM.code()).isEqualTo(63);
    assertThat(Errno.XDEV.code()).isEqualTo(75);
    assertThat(Errno.NOTCAPABLE.code()).isEqualTo(76);
  }

  @Test
  void hostFailuresBecomeTheNearestError() {
    assertThat(HostErrors.errno(new NoSuchFileException("x"))).isEqualTo(Errno.NOENT);
    assertThat(HostErrors.errno(new DirectoryNotEmptyException("x"))).isEqualTo(Errno.NOTEMPTY);
    assertThat(HostErrors.errno(new FileSystemException("x", null, "Not a directory")))
        .isEqualTo(Errno.NOTDIR);
    assertThat(HostErrors.errno(new IOException("No space left on device"))).isEqualTo(Errno.NOSPC);
    assertThat(HostErrors.errno(new UncheckedIOException(new ClosedChannelException())))
        .isEqualTo(Errno.BADF);
    assertThat(HostErrors.errno(new UnsupportedOperationException())).isEqualTo(Errno.NOTSUP);
  }

  @Test
  void whatNobodyKnowsIsAnInputOutputError() {
    assertThat(HostErrors.errno(new IOException())).isEqualTo(Errno.IO);
    assertThat(HostErrors.errno(new FileSystemException("x"))).isEqualTo(Errno.IO);
    assertThat(HostErrors.errno(new IllegalStateException("x"))).isEqualTo(Errno.IO);
  }
}

package org.wasm2java.wasi;

import java.io.IOException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.call.GuestStructs;
import org.wasm2java.wasi.call.WasiState;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.file.FileStatus;

/**
 * The import module {@code wasi_unstable}, also called snapshot 0, that compilers produced before
 * preview 1 was settled. It differs in the layout of file status and subscriptions and in the
 * numbers of seek origins. Shares descriptors and grants with the {@link WasiPreview1} it is from.
 *
 * <pre>{@code
 * WasiPreview1 wasi = Wasi.builder().args("old").build();
 * Store store = new Store().add(wasi).add(wasi.unstable());
 * }</pre>
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/legacy/preview0/docs.md">Snapshot
 *     0</a>
 */
public final class WasiUnstable extends CommonCalls {
  private static final int SEEK_CURRENT = 0;
  private static final int SEEK_END = 1;
  private static final int SEEK_SET = 2;

  WasiUnstable(WasiState state) {
    super(state);
  }

  /** Returns {@code wasi_unstable}. */
  @Override
  public String name() {
    return "wasi_unstable";
  }

  /** {@code fd_filestat_get}: writes the status of an open file. */
  public int fdFilestatGet(Memory memory, int fd, int result) {
    try {
      FileStatus status = state.stats().filestatGet(fd);
      GuestStructs.writeUnstableFilestat(state.memory(memory), result, status);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_seek}: moves the position of a file and writes it. */
  public int fdSeek(Memory memory, int fd, long offset, int whence, int result) {
    try {
      int origin =
          switch (whence) {
            case SEEK_CURRENT -> Descriptor.SEEK_CURRENT;
            case SEEK_END -> Descriptor.SEEK_END;
            case SEEK_SET -> Descriptor.SEEK_SET;
            default -> throw Errno.INVAL.failure();
          };
      state.data().seek(state.memory(memory), fd, offset, origin, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_filestat_get}: writes the status of a file. */
  public int pathFilestatGet(
      Memory memory, int fd, int lookupFlags, int path, int length, int result) {
    try {
      FileStatus status =
          state.paths().filestatGet(state.memory(memory), fd, lookupFlags, path, length);
      GuestStructs.writeUnstableFilestat(state.memory(memory), result, status);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code poll_oneoff}: waits for clocks and descriptors. */
  public int pollOneoff(Memory memory, int subscriptions, int events, int count, int result) {
    try {
      state
          .polling()
          .pollOneoffUnstable(state.memory(memory), subscriptions, events, count, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }
}

package org.wasm2java.wasi;

import java.io.IOException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.call.GuestStructs;
import org.wasm2java.wasi.call.WasiState;

/**
 * The import module {@code wasi_snapshot_preview1}: one method per function of the standard, with
 * the guest's memory first and then the raw WebAssembly parameters, which generated code calls
 * directly. Each returns an error number, 0 for success. Built by {@link Wasi#builder}; serves one
 * guest, on one thread at a time.
 *
 * <pre>{@code
 * Store store = new Store().add(Wasi.builder().args("app").stdout(System.out).build());
 * }</pre>
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md">WASI preview
 *     1</a>
 */
public final class WasiPreview1 extends CommonCalls {
  WasiPreview1(WasiState state) {
    super(state);
  }

  /** Returns {@code wasi_snapshot_preview1}. */
  @Override
  public String name() {
    return "wasi_snapshot_preview1";
  }

  /** Returns the older import module for the same guest. */
  public WasiUnstable unstable() {
    return new WasiUnstable(state);
  }

  /** {@code fd_filestat_get}: writes the status of an open file. */
  public int fdFilestatGet(Memory memory, int fd, int result) {
    try {
      GuestStructs.writeFilestat(state.memory(memory), result, state.stats().filestatGet(fd));
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_seek}: moves the position of a file and writes it. */
  public int fdSeek(Memory memory, int fd, long offset, int whence, int result) {
    try {
      state.data().seek(state.memory(memory), fd, offset, whence, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_filestat_get}: writes the status of a file. */
  public int pathFilestatGet(
      Memory memory, int fd, int lookupFlags, int path, int length, int result) {
    try {
      GuestStructs.writeFilestat(
          state.memory(memory),
          result,
          state.paths().filestatGet(state.memory(memory), fd, lookupFlags, path, length));
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code poll_oneoff}: waits for clocks and descriptors. */
  public int pollOneoff(Memory memory, int subscriptions, int events, int count, int result) {
    try {
      state.polling().pollOneoff(state.memory(memory), subscriptions, events, count, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }
}

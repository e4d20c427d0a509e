package org.wasm2java.wasi;

import java.io.IOException;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.call.WasiState;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.error.HostErrors;

/**
 * The functions {@code fd_*} as the guest calls them, but those whose layout differs between the
 * snapshots. Each returns an error number; the state has the class that does the work.
 */
abstract class FdCalls {
  static final int SUCCESS = 0;

  final WasiState state;

  FdCalls(WasiState state) {
    this.state = state;
  }

  /** {@code fd_advise}: checks advice on how a file will be used; the JVM has no use for it. */
  public int fdAdvise(Memory memory, int fd, long offset, long length, int advice) {
    try {
      state.data().advise(fd, offset, length, advice);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_allocate}: makes a file at least this long. */
  public int fdAllocate(Memory memory, int fd, long offset, long length) {
    try {
      state.data().allocate(fd, offset, length);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_close}: closes a descriptor. */
  public int fdClose(Memory memory, int fd) {
    try {
      state.stats().close(fd);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_datasync}: brings the data of a file to the device. */
  public int fdDatasync(Memory memory, int fd) {
    try {
      state.data().datasync(fd);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_fdstat_get}: writes type, flags and rights of a descriptor. */
  public int fdFdstatGet(Memory memory, int fd, int result) {
    try {
      state.stats().fdstatGet(state.memory(memory), fd, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_fdstat_set_flags}: sets the flags of a descriptor. */
  public int fdFdstatSetFlags(Memory memory, int fd, int flags) {
    try {
      state.stats().fdstatSetFlags(fd, flags);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_fdstat_set_rights}: gives up rights of a descriptor. */
  public int fdFdstatSetRights(Memory memory, int fd, long rights, long inheritedRights) {
    try {
      state.stats().fdstatSetRights(fd, rights, inheritedRights);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_filestat_set_size}: cuts or extends an open file. */
  public int fdFilestatSetSize(Memory memory, int fd, long size) {
    try {
      state.stats().filestatSetSize(fd, size);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_filestat_set_times}: sets the times of an open file. */
  public int fdFilestatSetTimes(Memory memory, int fd, long access, long modification, int flags) {
    try {
      state.stats().filestatSetTimes(fd, access, modification, flags);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_pread}: reads at a position. */
  public int fdPread(Memory memory, int fd, int vectors, int count, long offset, int result) {
    try {
      state.data().pread(state.memory(memory), fd, vectors, count, offset, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_prestat_get}: writes the length of a preopened directory's name. */
  public int fdPrestatGet(Memory memory, int fd, int result) {
    try {
      state.stats().prestatGet(state.memory(memory), fd, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_prestat_dir_name}: writes the name of a preopened directory. */
  public int fdPrestatDirName(Memory memory, int fd, int path, int length) {
    try {
      state.stats().prestatDirName(state.memory(memory), fd, path, length);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_pwrite}: writes at a position. */
  public int fdPwrite(Memory memory, int fd, int vectors, int count, long offset, int result) {
    try {
      state.data().pwrite(state.memory(memory), fd, vectors, count, offset, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_read}: reads. */
  public int fdRead(Memory memory, int fd, int vectors, int count, int result) {
    try {
      state.data().read(state.memory(memory), fd, vectors, count, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_readdir}: writes entries of a directory. */
  public int fdReaddir(Memory memory, int fd, int buffer, int length, long cookie, int result) {
    try {
      state.readdir().readdir(state.memory(memory), fd, buffer, length, cookie, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_renumber}: moves a descriptor to the number of another, which is closed. */
  public int fdRenumber(Memory memory, int from, int to) {
    try {
      state.stats().renumber(from, to);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_sync}: brings data and status of a file to the device. */
  public int fdSync(Memory memory, int fd) {
    try {
      state.data().sync(fd);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_tell}: writes the position of a file. */
  public int fdTell(Memory memory, int fd, int result) {
    try {
      state.data().tell(state.memory(memory), fd, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code fd_write}: writes. */
  public int fdWrite(Memory memory, int fd, int vectors, int count, int result) {
    try {
      state.data().write(state.memory(memory), fd, vectors, count, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** Returns the error number for a failure; an exit is none. */
  static int failed(Exception failure) {
    if (failure instanceof ExitException exit) {
      throw exit;
    }
    if (failure instanceof ErrnoException known) {
      return known.errno().code();
    }
    return HostErrors.errno(failure).code();
  }
}

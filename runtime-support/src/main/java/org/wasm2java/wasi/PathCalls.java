package org.wasm2java.wasi;

import java.io.IOException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.call.WasiState;

/** The functions {@code path_*} as the guest calls them, but those whose layout differs. */
abstract class PathCalls extends FdCalls {
  PathCalls(WasiState state) {
    super(state);
  }

  /** {@code path_create_directory}: creates a directory. */
  public int pathCreateDirectory(Memory memory, int fd, int path, int length) {
    try {
      state.paths().createDirectory(state.memory(memory), fd, path, length);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_filestat_set_times}: sets the times of a file. */
  public int pathFilestatSetTimes(
      Memory memory,
      int fd,
      int lookupFlags,
      int path,
      int length,
      long access,
      long modification,
      int flags) {
    try {
      state
          .paths()
          .filestatSetTimes(
              state.memory(memory), fd, lookupFlags, path, length, access, modification, flags);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_link}: creates a hard link. */
  public int pathLink(
      Memory memory,
      int oldFd,
      int lookupFlags,
      int oldPath,
      int oldLength,
      int newFd,
      int newPath,
      int newLength) {
    try {
      state
          .paths()
          .link(
              state.memory(memory),
              oldFd,
              lookupFlags,
              oldPath,
              oldLength,
              newFd,
              newPath,
              newLength);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_open}: opens a file or directory and writes its descriptor. */
  public int pathOpen(
      Memory memory,
      int fd,
      int lookupFlags,
      int path,
      int length,
      int openFlags,
      long rights,
      long inheritedRights,
      int descriptorFlags,
      int result) {
    try {
      state
          .opening()
          .open(
              state.memory(memory),
              fd,
              lookupFlags,
              path,
              length,
              openFlags,
              rights,
              inheritedRights,
              descriptorFlags,
              result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_readlink}: writes the text of a symbolic link. */
  public int pathReadlink(
      Memory memory, int fd, int path, int length, int buffer, int size, int result) {
    try {
      state.paths().readlink(state.memory(memory), fd, path, length, buffer, size, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_remove_directory}: removes an empty directory. */
  public int pathRemoveDirectory(Memory memory, int fd, int path, int length) {
    try {
      state.paths().removeDirectory(state.memory(memory), fd, path, length);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_rename}: renames a file or directory. */
  public int pathRename(
      Memory memory, int oldFd, int oldPath, int oldLength, int newFd, int newPath, int newLength) {
    try {
      state
          .paths()
          .rename(state.memory(memory), oldFd, oldPath, oldLength, newFd, newPath, newLength);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_symlink}: creates a symbolic link. */
  public int pathSymlink(
      Memory memory, int oldPath, int oldLength, int fd, int newPath, int newLength) {
    try {
      state.paths().symlink(state.memory(memory), oldPath, oldLength, fd, newPath, newLength);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code path_unlink_file}: removes a file. */
  public int pathUnlinkFile(Memory memory, int fd, int path, int length) {
    try {
      state.paths().unlinkFile(state.memory(memory), fd, path, length);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }
}

package org.wasm2java.wasi.call;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.OpenDirectory;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.FileTimes;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.file.PathWalk;
import org.wasm2java.wasi.file.Place;
import org.wasm2java.wasi.memory.GuestMemory;
import org.wasm2java.wasi.text.EscapedUtf8;

/** The functions {@code path_*} but {@code path_open}. */
public final class PathFunctions {
  private static final int FOLLOW = 1;

  private final DescriptorTable table;
  private final ClockFunctions clocks;

  PathFunctions(DescriptorTable table, ClockFunctions clocks) {
    this.table = table;
    this.clocks = clocks;
  }

  /** Returns whether links at the end of a path are followed. */
  static boolean follows(int lookupFlags, String path) throws ErrnoException {
    if ((lookupFlags & ~FOLLOW) != 0) {
      throw Errno.INVAL.failure();
    }
    return lookupFlags == FOLLOW || path.endsWith("/");
  }

  public FileStatus filestatGet(GuestMemory memory, int fd, int lookupFlags, int path, int length)
      throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    Directory start = table.directory(fd, Rights.PATH_FILESTAT_GET).directory();
    try (Place place = PathWalk.walk(start, name, follows(lookupFlags, name))) {
      FileStatus status = place.directory().status(place.name());
      if (place.mustBeDirectory() && status.fileType() != FileType.DIRECTORY) {
        throw Errno.NOTDIR.failure();
      }
      return status;
    }
  }

  public void filestatSetTimes(
      GuestMemory memory,
      int fd,
      int lookupFlags,
      int path,
      int length,
      long access,
      long modification,
      int flags)
      throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    Directory start = table.directory(fd, Rights.PATH_FILESTAT_SET_TIMES).directory();
    FileTimes times = FileTimes.of(access, modification, flags, clocks.realtime());
    start.requireWritable();
    try (Place place = PathWalk.walk(start, name, follows(lookupFlags, name))) {
      if (place.mustBeDirectory() && !place.directory().attributes(place.name()).isDirectory()) {
        throw Errno.NOTDIR.failure();
      }
      place.directory().setTimes(place.name(), times);
    }
  }

  public void createDirectory(GuestMemory memory, int fd, int path, int length) throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    Directory start = changeable(fd, Rights.PATH_CREATE_DIRECTORY);
    try (Place place = PathWalk.walk(start, name, false)) {
      if (place.isSelf()) {
        throw Errno.EXIST.failure();
      }
      place.directory().createDirectory(place.name());
    }
  }

  public void link(
      GuestMemory memory,
      int oldFd,
      int lookupFlags,
      int oldPath,
      int oldLength,
      int newFd,
      int newPath,
      int newLength)
      throws IOException {
    String existing = GuestStructs.readPath(memory, oldPath, oldLength);
    String name = GuestStructs.readPath(memory, newPath, newLength);
    if (lookupFlags != 0) {
      throw Errno.INVAL.failure(); // as the reference implementation: never through a link
    }
    Directory from = changeable(oldFd, Rights.PATH_LINK_SOURCE);
    Directory to = changeable(newFd, Rights.PATH_LINK_TARGET);
    try (Place source = PathWalk.walk(from, existing, existing.endsWith("/"));
        Place target = PathWalk.walk(to, name, false)) {
      BasicFileAttributes attributes = source.directory().attributes(source.name());
      if (attributes.isDirectory()) {
        throw Errno.PERM.failure();
      }
      if (source.mustBeDirectory()) {
        throw Errno.NOTDIR.failure();
      }
      requireAbsent(target);
      target.directory().createLink(target.name(), source.directory(), source.name());
    }
  }

  private static void requireAbsent(Place place) throws IOException {
    if (place.isSelf() || place.directory().exists(place.name())) {
      throw Errno.EXIST.failure();
    }
    if (place.mustBeDirectory()) {
      throw Errno.NOENT.failure();
    }
  }

  public void readlink(
      GuestMemory memory, int fd, int path, int length, int buffer, int size, int result)
      throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    memory.check(buffer, size);
    memory.check(result, Integer.BYTES);
    Directory start = table.directory(fd, Rights.PATH_READLINK).directory();
    byte[] target;
    try (Place place = PathWalk.walk(start, name, name.endsWith("/"))) {
      if (!place.directory().attributes(place.name()).isSymbolicLink()) {
        throw Errno.INVAL.failure();
      }
      target = EscapedUtf8.encode(place.directory().readSymbolicLink(place.name()));
    }
    int count = Math.min(size, target.length);
    memory.write(buffer, target, 0, count);
    memory.writeI32(result, count);
  }

  public void symlink(
      GuestMemory memory, int oldPath, int oldLength, int fd, int newPath, int newLength)
      throws IOException {
    String target = GuestStructs.readPath(memory, oldPath, oldLength);
    String name = GuestStructs.readPath(memory, newPath, newLength);
    Directory start = changeable(fd, Rights.PATH_SYMLINK);
    if (target.isEmpty()) {
      throw Errno.NOENT.failure();
    }
    if (target.indexOf('\0') >= 0) {
      throw Errno.INVAL.failure();
    }
    if (target.charAt(0) == '/') {
      throw Errno.PERM.failure(); // it would mean another place for the host than for the guest
    }
    try (Place place = PathWalk.walk(start, name, false)) {
      requireAbsent(place);
      place.directory().createSymbolicLink(place.name(), target);
    }
  }

  public void removeDirectory(GuestMemory memory, int fd, int path, int length) throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    Directory start = changeable(fd, Rights.PATH_REMOVE_DIRECTORY);
    try (Place place = PathWalk.walk(start, name, false)) {
      if (place.isSelf()) {
        throw Errno.INVAL.failure();
      }
      if (!place.directory().attributes(place.name()).isDirectory()) {
        throw Errno.NOTDIR.failure();
      }
      place.directory().removeDirectory(place.name());
    }
  }

  public void unlinkFile(GuestMemory memory, int fd, int path, int length) throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    Directory start = changeable(fd, Rights.PATH_UNLINK_FILE);
    try (Place place = PathWalk.walk(start, name, false)) {
      if (place.directory().attributes(place.name()).isDirectory()) {
        throw Errno.ISDIR.failure();
      }
      if (place.mustBeDirectory()) {
        throw Errno.NOTDIR.failure();
      }
      place.directory().removeFile(place.name());
    }
  }

  public void rename(
      GuestMemory memory,
      int oldFd,
      int oldPath,
      int oldLength,
      int newFd,
      int newPath,
      int newLength)
      throws IOException {
    String oldName = GuestStructs.readPath(memory, oldPath, oldLength);
    String newName = GuestStructs.readPath(memory, newPath, newLength);
    Directory from = changeable(oldFd, Rights.PATH_RENAME_SOURCE);
    Directory to = changeable(newFd, Rights.PATH_RENAME_TARGET);
    try (Place source = PathWalk.walk(from, oldName, false);
        Place target = PathWalk.walk(to, newName, false)) {
      if (source.isSelf() || target.isSelf()) {
        throw Errno.BUSY.failure();
      }
      requireRenamable(source, target);
      source.directory().rename(source.name(), target.directory(), target.name());
      table.renamed(source.directory(), source.name(), target.directory(), target.name());
    }
  }

  /** Checks by kind what the host would refuse with messages that Java does not pass on. */
  private static void requireRenamable(Place source, Place target) throws IOException {
    boolean isDirectory = source.directory().attributes(source.name()).isDirectory();
    if (!isDirectory && (source.mustBeDirectory() || target.mustBeDirectory())) {
      throw Errno.NOTDIR.failure();
    }
    Directory from = source.directory();
    Path moved = from.path().resolve(from.component(source.name()));
    if (isDirectory && target.directory().path().startsWith(moved)) {
      throw Errno.INVAL.failure(); // into itself
    }
    BasicFileAttributes replaced = target.directory().attributesIfAny(target.name());
    if (replaced != null && replaced.isDirectory() != isDirectory) {
      throw (isDirectory ? Errno.NOTDIR : Errno.ISDIR).failure();
    }
  }

  private Directory changeable(int fd, long right) throws ErrnoException {
    OpenDirectory open = table.directory(fd, 0);
    open.directory().requireWritable();
    open.require(right);
    return open.directory();
  }
}

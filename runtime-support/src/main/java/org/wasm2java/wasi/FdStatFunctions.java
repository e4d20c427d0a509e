package org.wasm2java.wasi;

import java.io.IOException;
import org.wasm2java.runtime.Memory;

/** The functions about descriptors themselves: their status, rights, flags and numbers. */
final class FdStatFunctions {
  private static final int KNOWN_FLAGS = 31;

  private final DescriptorTable table;
  private final ClockFunctions clocks;

  FdStatFunctions(DescriptorTable table, ClockFunctions clocks) {
    this.table = table;
    this.clocks = clocks;
  }

  void fdstatGet(Memory memory, int fd, int result) throws IOException {
    GuestStructs.writeFdstat(memory.bytes(), result, table.get(fd));
  }

  void fdstatSetFlags(int fd, int flags) throws IOException {
    Descriptor descriptor = table.get(fd, Rights.FD_FDSTAT_SET_FLAGS);
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw Errno.INVAL.failure();
    }
    descriptor.setFlags(flags);
  }

  void fdstatSetRights(int fd, long rights, long inheritedRights) throws IOException {
    table.get(fd).restrict(rights, inheritedRights);
  }

  FileStatus filestatGet(int fd) throws IOException {
    return table.get(fd, Rights.FD_FILESTAT_GET).status();
  }

  void filestatSetSize(int fd, long size) throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_FILESTAT_SET_SIZE);
    descriptor.setSize(size);
  }

  void filestatSetTimes(int fd, long access, long modification, int flags) throws IOException {
    Descriptor descriptor = table.get(fd, Rights.FD_FILESTAT_SET_TIMES);
    descriptor.setTimes(FileTimes.of(access, modification, flags, clocks.realtime()));
  }

  void prestatGet(Memory memory, int fd, int result) throws IOException {
    GuestStructs.writePrestat(memory.bytes(), result, preopenName(fd).length);
  }

  void prestatDirName(Memory memory, int fd, int path, int length) throws IOException {
    byte[] name = preopenName(fd);
    if (Integer.compareUnsigned(length, name.length) < 0) {
      throw Errno.NAMETOOLONG.failure();
    }
    GuestStructs.writeBytes(memory.bytes(), path, name, name.length);
  }

  private byte[] preopenName(int fd) throws ErrnoException {
    if (table.get(fd) instanceof OpenDirectory directory && directory.preopenName() != null) {
      return directory.preopenName();
    }
    throw Errno.BADF.failure();
  }

  void renumber(int from, int to) throws IOException {
    table.renumber(from, to);
  }

  void close(int fd) throws IOException {
    table.close(fd);
  }
}

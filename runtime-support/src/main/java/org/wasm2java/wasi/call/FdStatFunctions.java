package org.wasm2java.wasi.call;

import java.io.IOException;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.OpenDirectory;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.FileTimes;
import org.wasm2java.wasi.memory.GuestMemory;

/** The functions about descriptors themselves: their status, rights, flags and numbers. */
public final class FdStatFunctions {
  private static final int KNOWN_FLAGS = 31;

  private final DescriptorTable table;
  private final ClockFunctions clocks;

  FdStatFunctions(DescriptorTable table, ClockFunctions clocks) {
    this.table = table;
    this.clocks = clocks;
  }

  public void fdstatGet(GuestMemory memory, int fd, int result) throws IOException {
    GuestStructs.writeFdstat(memory, result, table.get(fd));
  }

  public void fdstatSetFlags(int fd, int flags) throws IOException {
    Descriptor descriptor = table.get(fd, Rights.FD_FDSTAT_SET_FLAGS);
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw Errno.INVAL.failure();
    }
    descriptor.setFlags(flags);
  }

  public void fdstatSetRights(int fd, long rights, long inheritedRights) throws IOException {
    table.get(fd).restrict(rights, inheritedRights);
  }

  public FileStatus filestatGet(int fd) throws IOException {
    return table.get(fd, Rights.FD_FILESTAT_GET).status();
  }

  public void filestatSetSize(int fd, long size) throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_FILESTAT_SET_SIZE);
    descriptor.setSize(size);
  }

  public void filestatSetTimes(int fd, long access, long modification, int flags)
      throws IOException {
    Descriptor descriptor = table.get(fd, Rights.FD_FILESTAT_SET_TIMES);
    descriptor.setTimes(FileTimes.of(access, modification, flags, clocks.realtime()));
  }

  public void prestatGet(GuestMemory memory, int fd, int result) throws IOException {
    GuestStructs.writePrestat(memory, result, preopenName(fd).length);
  }

  public void prestatDirName(GuestMemory memory, int fd, int path, int length) throws IOException {
    byte[] name = preopenName(fd);
    if (Integer.compareUnsigned(length, name.length) < 0) {
      throw Errno.NAMETOOLONG.failure();
    }
    memory.write(path, name, 0, name.length);
  }

  private byte[] preopenName(int fd) throws ErrnoException {
    if (table.get(fd) instanceof OpenDirectory directory && directory.preopenName() != null) {
      return directory.preopenName();
    }
    throw Errno.BADF.failure();
  }

  public void renumber(int from, int to) throws IOException {
    table.renumber(from, to);
  }

  public void close(int fd) throws IOException {
    table.close(fd);
  }
}

package org.wasm2java.wasi.call;

import java.io.IOException;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.memory.GuestMemory;

/** The functions that move data: {@code fd_read}, {@code fd_write} and what belongs to them. */
public final class FdDataFunctions {
  private final DescriptorTable table;

  FdDataFunctions(DescriptorTable table) {
    this.table = table;
  }

  public void read(GuestMemory memory, int fd, int vectors, int count, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_READ);
    checkTransfer(memory, vectors, count, result);
    memory.writeI32(result, read(descriptor, memory, vectors, count));
  }

  private static int read(Descriptor descriptor, GuestMemory memory, int vectors, int count)
      throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(memory, vectors, i);
      int length = GuestStructs.vectorLength(memory, vectors, i);
      if (total > 0 && length > 0 && !descriptor.hasMoreToRead()) {
        break;
      }
      int moved = descriptor.read(memory, address, length);
      total += moved;
      if (moved < length) {
        break;
      }
    }
    return total;
  }

  /** Checks the vectors and where the count goes before anything is moved. */
  private static void checkTransfer(GuestMemory memory, int vectors, int count, int result)
      throws ErrnoException {
    memory.check(result, Integer.BYTES);
    GuestStructs.checkVectors(memory, vectors, count);
  }

  public void pread(GuestMemory memory, int fd, int vectors, int count, long offset, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_READ);
    checkTransfer(memory, vectors, count, result);
    descriptor.requirePosition(offset);
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(memory, vectors, i);
      int length = GuestStructs.vectorLength(memory, vectors, i);
      int moved = descriptor.read(memory, address, length, offset + total);
      total += moved;
      if (moved < length) {
        break;
      }
    }
    memory.writeI32(result, total);
  }

  public void write(GuestMemory memory, int fd, int vectors, int count, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_WRITE);
    checkTransfer(memory, vectors, count, result);
    memory.writeI32(result, write(descriptor, memory, vectors, count));
  }

  /**
   * Writes checked vectors until all are written or one only in part. What has been written counts
   * even if the rest cannot be: the guest would write it once more.
   */
  public static int write(Descriptor descriptor, GuestMemory memory, int vectors, int count)
      throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(memory, vectors, i);
      int length = GuestStructs.vectorLength(memory, vectors, i);
      int moved;
      try {
        moved = descriptor.write(memory, address, length);
      } catch (ErrnoException e) {
        if (total > 0) {
          return total;
        }
        throw e;
      }
      total += moved;
      if (moved < length) {
        break;
      }
    }
    return total;
  }

  public void pwrite(GuestMemory memory, int fd, int vectors, int count, long offset, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_WRITE);
    checkTransfer(memory, vectors, count, result);
    descriptor.requirePosition(offset);
    memory.writeI32(result, pwrite(descriptor, memory, vectors, count, offset));
  }

  /** Writes checked vectors at a position; what has been written counts, as in {@link #write}. */
  private static int pwrite(
      Descriptor descriptor, GuestMemory memory, int vectors, int count, long offset)
      throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(memory, vectors, i);
      int length = GuestStructs.vectorLength(memory, vectors, i);
      try {
        total += descriptor.write(memory, address, length, offset + total);
      } catch (IOException e) {
        if (total > 0) {
          return total;
        }
        throw e;
      }
    }
    return total;
  }

  /** Returns the new position. */
  public void seek(GuestMemory memory, int fd, long offset, int whence, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    memory.check(result, Long.BYTES);
    memory.writeI64(result, descriptor.seek(offset, whence));
  }

  public void tell(GuestMemory memory, int fd, int result) throws IOException {
    seek(memory, fd, 0, Descriptor.SEEK_CURRENT, result);
  }

  public void allocate(int fd, long offset, long length) throws IOException {
    table.get(fd, Rights.FD_ALLOCATE).allocate(offset, length);
  }

  public void advise(int fd, long offset, long length, int advice) throws IOException {
    Descriptor descriptor = table.get(fd);
    if (advice < 0 || advice > 5 || length < 0) { // any offset counts, as on Linux
      throw Errno.INVAL.failure();
    }
    descriptor.advise();
  }

  public void sync(int fd) throws IOException {
    table.get(fd, Rights.FD_SYNC).sync(true);
  }

  public void datasync(int fd) throws IOException {
    table.get(fd, Rights.FD_DATASYNC).sync(false);
  }
}

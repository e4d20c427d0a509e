package org.wasm2java.wasi.call;

import java.io.IOException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;

/** The functions that move data: {@code fd_read}, {@code fd_write} and what belongs to them. */
public final class FdDataFunctions {
  private final DescriptorTable table;

  FdDataFunctions(DescriptorTable table) {
    this.table = table;
  }

  public void read(Memory memory, int fd, int vectors, int count, int result) throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_READ);
    byte[] bytes = memory.bytes();
    checkTransfer(bytes, vectors, count, result);
    GuestStructs.writeI32(bytes, result, read(descriptor, bytes, vectors, count));
  }

  private static int read(Descriptor descriptor, byte[] bytes, int vectors, int count)
      throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(bytes, vectors, i);
      int length = GuestStructs.vectorLength(bytes, vectors, i);
      if (total > 0 && length > 0 && !descriptor.hasMoreToRead()) {
        break;
      }
      int moved = descriptor.read(bytes, address, length);
      total += moved;
      if (moved < length) {
        break;
      }
    }
    return total;
  }

  /** Checks the vectors and where the count goes before anything is moved. */
  private static void checkTransfer(byte[] bytes, int vectors, int count, int result)
      throws ErrnoException {
    GuestStructs.check(bytes, result, Integer.BYTES);
    GuestStructs.checkVectors(bytes, vectors, count);
  }

  public void pread(Memory memory, int fd, int vectors, int count, long offset, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_READ);
    byte[] bytes = memory.bytes();
    checkTransfer(bytes, vectors, count, result);
    descriptor.requirePosition(offset);
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(bytes, vectors, i);
      int length = GuestStructs.vectorLength(bytes, vectors, i);
      int moved = descriptor.read(bytes, address, length, offset + total);
      total += moved;
      if (moved < length) {
        break;
      }
    }
    GuestStructs.writeI32(bytes, result, total);
  }

  public void write(Memory memory, int fd, int vectors, int count, int result) throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_WRITE);
    byte[] bytes = memory.bytes();
    checkTransfer(bytes, vectors, count, result);
    GuestStructs.writeI32(bytes, result, write(descriptor, bytes, vectors, count));
  }

  /**
   * Writes checked vectors until all are written or one only in part. What has been written counts
   * even if the rest cannot be: the guest would write it once more.
   */
  public static int write(Descriptor descriptor, byte[] bytes, int vectors, int count)
      throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(bytes, vectors, i);
      int length = GuestStructs.vectorLength(bytes, vectors, i);
      int moved;
      try {
        moved = descriptor.write(bytes, address, length);
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

  public void pwrite(Memory memory, int fd, int vectors, int count, long offset, int result)
      throws IOException {
    Descriptor descriptor = table.get(fd);
    descriptor.require(Rights.FD_WRITE);
    byte[] bytes = memory.bytes();
    checkTransfer(bytes, vectors, count, result);
    descriptor.requirePosition(offset);
    GuestStructs.writeI32(bytes, result, pwrite(descriptor, bytes, vectors, count, offset));
  }

  /** Writes checked vectors at a position; what has been written counts, as in {@link #write}. */
  private static int pwrite(
      Descriptor descriptor, byte[] bytes, int vectors, int count, long offset) throws IOException {
    int total = 0;
    for (int i = 0; i < count; i++) {
      int address = GuestStructs.vectorAddress(bytes, vectors, i);
      int length = GuestStructs.vectorLength(bytes, vectors, i);
      try {
        total += descriptor.write(bytes, address, length, offset + total);
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
  public void seek(Memory memory, int fd, long offset, int whence, int result) throws IOException {
    Descriptor descriptor = table.get(fd);
    GuestStructs.check(memory.bytes(), result, Long.BYTES);
    GuestStructs.writeI64(memory.bytes(), result, descriptor.seek(offset, whence));
  }

  public void tell(Memory memory, int fd, int result) throws IOException {
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

package org.wasm2java.wasi.call;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.PathWalk;
import org.wasm2java.wasi.memory.GuestMemory;
import org.wasm2java.wasi.text.EscapedUtf8;

/**
 * Reads and writes WASI's structures in guest memory; nothing else knows their layouts. A structure
 * is checked as a whole before it is written, so that a bad guest pointer leaves nothing half done.
 *
 * @see <a href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#types">Types</a>
 */
public final class GuestStructs {
  static final int VECTOR_SIZE = 8;
  static final int FILESTAT_SIZE = 64;
  static final int UNSTABLE_FILESTAT_SIZE = 56;
  static final int FDSTAT_SIZE = 24;
  static final int PRESTAT_SIZE = 8;
  static final int DIRENT_SIZE = 24;
  static final int SUBSCRIPTION_SIZE = 48;
  static final int UNSTABLE_SUBSCRIPTION_SIZE = 56;
  static final int EVENT_SIZE = 32;

  private GuestStructs() {}

  /**
   * Checks all vectors of a scattered read or a gathered write before the first is used, so that a
   * bad one leaves nothing half done.
   */
  static void checkVectors(GuestMemory memory, int vectors, int count) throws ErrnoException {
    memory.checkArray(vectors, count, VECTOR_SIZE);
    long total = 0;
    for (int i = 0; i < count; i++) {
      int length = vectorLength(memory, vectors, i);
      memory.check(vectorAddress(memory, vectors, i), length);
      total += length;
    }
    if (total > Integer.MAX_VALUE) {
      throw Errno.INVAL.failure();
    }
  }

  /** Returns where a checked vector's bytes are. */
  static int vectorAddress(GuestMemory memory, int vectors, int index) throws ErrnoException {
    return memory.readI32(vectors + index * VECTOR_SIZE);
  }

  /** Returns how many bytes a checked vector has. */
  static int vectorLength(GuestMemory memory, int vectors, int index) throws ErrnoException {
    return memory.readI32(vectors + index * VECTOR_SIZE + Integer.BYTES);
  }

  /** Returns the path that the guest passed, be it UTF-8 or not; see {@link EscapedUtf8}. */
  static String readPath(GuestMemory memory, int address, int length) throws ErrnoException {
    memory.check(address, length);
    if (length > PathWalk.MAX_PATH) {
      throw Errno.NAMETOOLONG.failure();
    }
    return memory.readText(address, length);
  }

  static void writeFdstat(GuestMemory memory, int address, Descriptor descriptor)
      throws ErrnoException {
    memory.check(address, FDSTAT_SIZE);
    memory.writeI64(address, 0L);
    memory.writeI8(address, descriptor.fileType());
    memory.writeI16(address + 2, descriptor.flags());
    memory.writeI64(address + 8, descriptor.rights());
    memory.writeI64(address + 16, descriptor.inheritedRights());
  }

  /** Writes the status of a preopened directory; a tag other than 0 does not exist. */
  static void writePrestat(GuestMemory memory, int address, int nameLength) throws ErrnoException {
    memory.check(address, PRESTAT_SIZE);
    memory.writeI32(address, 0);
    memory.writeI32(address + 4, nameLength);
  }

  public static void writeFilestat(GuestMemory memory, int address, FileStatus status)
      throws ErrnoException {
    memory.check(address, FILESTAT_SIZE);
    memory.writeI64(address, status.device());
    memory.writeI64(address + 8, status.inode());
    memory.writeI64(address + 16, status.fileType());
    memory.writeI64(address + 24, status.links());
    writeSizeAndTimes(memory, address + 32, status);
  }

  /** Writes the status as snapshot 0 lays it out, with a link count of 32 bits. */
  public static void writeUnstableFilestat(GuestMemory memory, int address, FileStatus status)
      throws ErrnoException {
    memory.check(address, UNSTABLE_FILESTAT_SIZE);
    memory.writeI64(address, status.device());
    memory.writeI64(address + 8, status.inode());
    memory.writeI32(address + 16, status.fileType());
    memory.writeI32(address + 20, (int) status.links());
    writeSizeAndTimes(memory, address + 24, status);
  }

  private static void writeSizeAndTimes(GuestMemory memory, int address, FileStatus status)
      throws ErrnoException {
    memory.writeI64(address, status.size());
    memory.writeI64(address + 8, status.accessTime());
    memory.writeI64(address + 16, status.modificationTime());
    memory.writeI64(address + 24, status.changeTime());
  }

  /** Returns a directory entry, header and name, as the guest's buffer gets it. */
  static byte[] directoryEntry(long nextCookie, long inode, int fileType, byte[] name) {
    return ByteBuffer.allocate(DIRENT_SIZE + name.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(nextCookie)
        .putLong(inode)
        .putInt(name.length)
        .putInt(fileType)
        .put(name)
        .array();
  }

  /** Reads one subscription of a checked array. */
  static Subscription readSubscription(GuestMemory memory, int address) throws ErrnoException {
    return subscription(memory, address, address + 16);
  }

  /**
   * Reads one subscription of a checked array as snapshot 0 lays it out: a clock has an id first.
   */
  static Subscription readUnstableSubscription(GuestMemory memory, int address)
      throws ErrnoException {
    boolean isClock = memory.readI8(address + 8) == Subscription.CLOCK;
    return subscription(memory, address, isClock ? address + 24 : address + 16);
  }

  private static Subscription subscription(GuestMemory memory, int address, int body)
      throws ErrnoException {
    long userData = memory.readI64(address);
    int type = memory.readI8(address + 8) & 0xFF;
    int clockOrDescriptor = memory.readI32(body);
    if (type != Subscription.CLOCK) {
      return new Subscription(userData, type, clockOrDescriptor, 0, false);
    }
    long timeout = memory.readI64(body + 8);
    int flags = memory.readI16(body + 24);
    if ((flags & ~1) != 0) {
      throw Errno.INVAL.failure();
    }
    return new Subscription(userData, type, clockOrDescriptor, timeout, flags == 1);
  }

  /** Writes one event of a checked array. */
  static void writeEvent(GuestMemory memory, int address, Event event) throws ErrnoException {
    memory.writeI64(address, event.userData());
    memory.writeI64(address + 8, (long) event.errno().code() | (long) event.type() << 16);
    memory.writeI64(address + 16, event.available());
    memory.writeI64(address + 24, event.hangup() ? 1L : 0L);
  }
}

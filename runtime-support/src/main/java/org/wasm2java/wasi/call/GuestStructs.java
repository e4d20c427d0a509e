package org.wasm2java.wasi.call;

import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.PathWalk;
import org.wasm2java.wasi.text.EscapedUtf8;

/**
 * Reads and writes WASI's structures in guest memory; nothing else knows their layouts. Every
 * access is checked first, so a bad guest pointer is the error {@code fault} and never a Java
 * exception. Guest addresses are unsigned; one that is negative as a Java {@code int} lies beyond
 * any array.
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

  /** Checks that a range lies in the memory. */
  static void check(byte[] bytes, int address, int length) throws ErrnoException {
    if (address < 0 || length < 0 || address > bytes.length - length) {
      throw Errno.FAULT.failure();
    }
  }

  /** Checks that an array of structures lies in the memory. */
  static void checkArray(byte[] bytes, int address, int count, int size) throws ErrnoException {
    if (count < 0 || (long) count * size > bytes.length) {
      throw Errno.FAULT.failure();
    }
    check(bytes, address, count * size);
  }

  static int readI32(byte[] bytes, int address) throws ErrnoException {
    check(bytes, address, Integer.BYTES);
    return (int) Memory.I32.get(bytes, address);
  }

  static void writeI16(byte[] bytes, int address, int value) throws ErrnoException {
    check(bytes, address, Short.BYTES);
    Memory.I16.set(bytes, address, (short) value);
  }

  static void writeI32(byte[] bytes, int address, int value) throws ErrnoException {
    check(bytes, address, Integer.BYTES);
    Memory.I32.set(bytes, address, value);
  }

  static void writeI64(byte[] bytes, int address, long value) throws ErrnoException {
    check(bytes, address, Long.BYTES);
    Memory.I64.set(bytes, address, value);
  }

  static void writeBytes(byte[] bytes, int address, byte[] source, int length)
      throws ErrnoException {
    check(bytes, address, length);
    System.arraycopy(source, 0, bytes, address, length);
  }

  /**
   * Checks all vectors of a scattered read or a gathered write before the first is used, so that a
   * bad one leaves nothing half done.
   */
  static void checkVectors(byte[] bytes, int vectors, int count) throws ErrnoException {
    checkArray(bytes, vectors, count, VECTOR_SIZE);
    long total = 0;
    for (int i = 0; i < count; i++) {
      int length = vectorLength(bytes, vectors, i);
      check(bytes, vectorAddress(bytes, vectors, i), length);
      total += length;
    }
    if (total > Integer.MAX_VALUE) {
      throw Errno.INVAL.failure();
    }
  }

  /** Returns where a checked vector's bytes are. */
  static int vectorAddress(byte[] bytes, int vectors, int index) {
    return (int) Memory.I32.get(bytes, vectors + index * VECTOR_SIZE);
  }

  /** Returns how many bytes a checked vector has. */
  static int vectorLength(byte[] bytes, int vectors, int index) {
    return (int) Memory.I32.get(bytes, vectors + index * VECTOR_SIZE + Integer.BYTES);
  }

  /** Returns the path that the guest passed, be it UTF-8 or not; see {@link EscapedUtf8}. */
  static String readPath(byte[] bytes, int address, int length) throws ErrnoException {
    check(bytes, address, length);
    if (length > PathWalk.MAX_PATH) {
      throw Errno.NAMETOOLONG.failure();
    }
    return EscapedUtf8.decode(bytes, address, length);
  }

  static void writeFdstat(byte[] bytes, int address, Descriptor descriptor) throws ErrnoException {
    check(bytes, address, FDSTAT_SIZE);
    Memory.I64.set(bytes, address, 0L);
    bytes[address] = (byte) descriptor.fileType();
    Memory.I16.set(bytes, address + 2, (short) descriptor.flags());
    Memory.I64.set(bytes, address + 8, descriptor.rights());
    Memory.I64.set(bytes, address + 16, descriptor.inheritedRights());
  }

  /** Writes the status of a preopened directory; a tag other than 0 does not exist. */
  static void writePrestat(byte[] bytes, int address, int nameLength) throws ErrnoException {
    check(bytes, address, PRESTAT_SIZE);
    Memory.I32.set(bytes, address, 0);
    Memory.I32.set(bytes, address + 4, nameLength);
  }

  public static void writeFilestat(byte[] bytes, int address, FileStatus status)
      throws ErrnoException {
    check(bytes, address, FILESTAT_SIZE);
    Memory.I64.set(bytes, address, status.device());
    Memory.I64.set(bytes, address + 8, status.inode());
    Memory.I64.set(bytes, address + 16, (long) status.fileType());
    Memory.I64.set(bytes, address + 24, status.links());
    writeSizeAndTimes(bytes, address + 32, status);
  }

  /** Writes the status as snapshot 0 lays it out, with a link count of 32 bits. */
  public static void writeUnstableFilestat(byte[] bytes, int address, FileStatus status)
      throws ErrnoException {
    check(bytes, address, UNSTABLE_FILESTAT_SIZE);
    Memory.I64.set(bytes, address, status.device());
    Memory.I64.set(bytes, address + 8, status.inode());
    Memory.I32.set(bytes, address + 16, status.fileType());
    Memory.I32.set(bytes, address + 20, (int) status.links());
    writeSizeAndTimes(bytes, address + 24, status);
  }

  private static void writeSizeAndTimes(byte[] bytes, int address, FileStatus status) {
    Memory.I64.set(bytes, address, status.size());
    Memory.I64.set(bytes, address + 8, status.accessTime());
    Memory.I64.set(bytes, address + 16, status.modificationTime());
    Memory.I64.set(bytes, address + 24, status.changeTime());
  }

  /** Returns a directory entry, header and name, as the guest's buffer gets it. */
  static byte[] directoryEntry(long nextCookie, long inode, int fileType, byte[] name) {
    byte[] entry = new byte[DIRENT_SIZE + name.length];
    Memory.I64.set(entry, 0, nextCookie);
    Memory.I64.set(entry, 8, inode);
    Memory.I32.set(entry, 16, name.length);
    Memory.I32.set(entry, 20, fileType);
    System.arraycopy(name, 0, entry, DIRENT_SIZE, name.length);
    return entry;
  }

  /** Reads one subscription of a checked array. */
  static Subscription readSubscription(byte[] bytes, int address) throws ErrnoException {
    return subscription(bytes, address, address + 16);
  }

  /**
   * Reads one subscription of a checked array as snapshot 0 lays it out: a clock has an id first.
   */
  static Subscription readUnstableSubscription(byte[] bytes, int address) throws ErrnoException {
    boolean isClock = bytes[address + 8] == Subscription.CLOCK;
    return subscription(bytes, address, isClock ? address + 24 : address + 16);
  }

  private static Subscription subscription(byte[] bytes, int address, int body)
      throws ErrnoException {
    long userData = (long) Memory.I64.get(bytes, address);
    int type = bytes[address + 8] & 0xFF;
    int clockOrDescriptor = (int) Memory.I32.get(bytes, body);
    if (type != Subscription.CLOCK) {
      return new Subscription(userData, type, clockOrDescriptor, 0, false);
    }
    long timeout = (long) Memory.I64.get(bytes, body + 8);
    int flags = (short) Memory.I16.get(bytes, body + 24);
    if ((flags & ~1) != 0) {
      throw Errno.INVAL.failure();
    }
    return new Subscription(userData, type, clockOrDescriptor, timeout, flags == 1);
  }

  /** Writes one event of a checked array. */
  static void writeEvent(byte[] bytes, int address, Event event) {
    Memory.I64.set(bytes, address, event.userData());
    Memory.I64.set(bytes, address + 8, (long) event.errno().code() | (long) event.type() << 16);
    Memory.I64.set(bytes, address + 16, event.available());
    Memory.I64.set(bytes, address + 24, event.hangup() ? 1L : 0L);
  }
}

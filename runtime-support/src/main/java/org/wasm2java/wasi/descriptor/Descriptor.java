package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.FileTimes;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.memory.GuestMemory;

/**
 * An open file, directory, stream or socket with its rights and flags. What a kind of descriptor
 * does not support answers as POSIX does.
 */
public abstract class Descriptor {
  public static final int APPEND = 1;
  public static final int DSYNC = 2;
  public static final int NONBLOCK = 4;
  static final int RSYNC = 8;
  public static final int SYNC = 16;

  /** Seek origins of the standard. */
  public static final int SEEK_SET = 0;

  public static final int SEEK_CURRENT = 1;
  public static final int SEEK_END = 2;

  private long rights;
  private long inheritedRights;
  private int flags;

  public Descriptor(long rights, long inheritedRights, int flags) {
    this.rights = rights;
    this.inheritedRights = inheritedRights;
    this.flags = flags;
  }

  public final long rights() {
    return rights;
  }

  public final long inheritedRights() {
    return inheritedRights;
  }

  public final int flags() {
    return flags;
  }

  public final boolean hasFlag(int flag) {
    return (flags & flag) != 0;
  }

  public final void setFlags(int newFlags) {
    flags = newFlags;
  }

  /** Gives rights up; they can never be taken back. */
  public final void restrict(long newRights, long newInheritedRights) throws ErrnoException {
    if ((newRights & ~rights) != 0 || (newInheritedRights & ~inheritedRights) != 0) {
      throw Errno.NOTCAPABLE.failure();
    }
    rights = newRights;
    inheritedRights = newInheritedRights;
  }

  /** Checks that all of these rights are held. */
  public final void require(long needed) throws ErrnoException {
    if ((needed & ~rights) != 0) {
      throw Errno.NOTCAPABLE.failure();
    }
  }

  /** Returns the {@link FileType}. */
  public abstract int fileType();

  /** Returns the status; streams know no more than their type. */
  public FileStatus status() throws IOException {
    return FileStatus.ofType(fileType());
  }

  /** Reads at the current position; returns 0 at the end. */
  public int read(GuestMemory memory, int address, int length) throws IOException {
    throw Errno.BADF.failure();
  }

  /**
   * Returns whether a further read, after one that gave all that was asked for, would return at
   * once: a guest that has something must not wait for more.
   */
  public boolean hasMoreToRead() throws IOException {
    return true;
  }

  /** Checks that there is such a position; guests count them without a sign. */
  public void requirePosition(long position) throws ErrnoException {
    throw Errno.SPIPE.failure();
  }

  /** Reads at a position without moving; returns 0 at the end. */
  public int read(GuestMemory memory, int address, int length, long position) throws IOException {
    throw Errno.SPIPE.failure();
  }

  /** Writes at the current position; returns how many bytes were written. */
  public int write(GuestMemory memory, int address, int length) throws IOException {
    throw Errno.BADF.failure();
  }

  /** Writes at a position without moving. */
  public int write(GuestMemory memory, int address, int length, long position) throws IOException {
    throw Errno.SPIPE.failure();
  }

  /** Moves the current position and returns it. */
  public long seek(long offset, int whence) throws IOException {
    throw Errno.SPIPE.failure();
  }

  /** Makes room for a range of the file. */
  public void allocate(long offset, long length) throws IOException {
    throw Errno.BADF.failure();
  }

  /** Cuts the file or extends it with zeros. */
  public void setSize(long size) throws IOException {
    throw Errno.INVAL.failure();
  }

  /** Sets the times that are not null. */
  public void setTimes(FileTimes times) throws IOException {
    throw Errno.INVAL.failure();
  }

  /** Checks that advice about access makes sense here; it is never needed on the JVM. */
  public void advise() throws IOException {
    throw Errno.SPIPE.failure();
  }

  /** Brings written data to the device. */
  public void sync(boolean metadata) throws IOException {
    throw Errno.INVAL.failure();
  }

  /** Returns how it can be read now, or {@code null} after having told the waiter what to await. */
  public Readiness readable(PollWaiter waiter) throws IOException {
    throw Errno.BADF.failure();
  }

  /** Returns how it can be written now, or {@code null}. */
  public Readiness writable(PollWaiter waiter) throws IOException {
    throw Errno.BADF.failure();
  }

  /** Passes buffered output on. */
  void flush() throws IOException {}

  /** Releases what the host holds for it. */
  public abstract void close() throws IOException;
}

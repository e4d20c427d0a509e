package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.error.HostErrors;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.FileTimes;
import org.wasm2java.wasi.file.HostFile;
import org.wasm2java.wasi.memory.GuestMemory;
import org.wasm2java.wasi.memory.TransferView;

/**
 * An open file. It keeps the directory it was opened in and its name there, because Java reads and
 * sets the status of files by name only; the name counts while it still leads to this very file.
 */
public final class OpenFile extends Descriptor {
  private final HostFile file;
  private final boolean readOnly;
  private Directory directory;
  private String name;
  private FileStatus lastStatus;
  private final TransferView view = new TransferView();

  /**
   * Takes over an open channel, and a hold on the directory.
   *
   * @param name where the file is in the directory
   */
  public OpenFile(
      SeekableByteChannel channel, Directory directory, String name, long rights, int flags)
      throws IOException {
    super(rights, 0, flags);
    this.file = new HostFile(channel);
    this.directory = directory;
    this.readOnly = directory.readOnly();
    this.name = name;
    this.lastStatus = directory.status(name);
  }

  @Override
  public int fileType() {
    return lastStatus.fileType();
  }

  @Override
  public synchronized FileStatus status() throws IOException {
    if (hasName()) {
      return lastStatus;
    }
    return lastStatus.unlinked(file.size());
  }

  /** Returns whether the name still leads to this file, and updates the status if so. */
  private boolean hasName() throws IOException {
    FileStatus found;
    try {
      found = directory.status(name);
    } catch (IOException e) {
      Errno errno = HostErrors.errno(e);
      if (errno == Errno.NOENT || errno == Errno.STALE) {
        return false;
      }
      throw e;
    }
    if (found.inode() != lastStatus.inode() || found.device() != lastStatus.device()) {
      return false;
    }
    lastStatus = found;
    return true;
  }

  /** Follows the file to its new name. */
  synchronized void renamed(Directory from, String oldName, Directory to, String newName)
      throws ErrnoException {
    if (name.equals(oldName) && directory.path().equals(from.path())) {
      Directory previous = directory;
      directory = to.retain();
      name = newName;
      releaseQuietly(previous);
    } else {
      directory.renamed(from, oldName, to, newName);
    }
  }

  private static void releaseQuietly(Directory directory) {
    try {
      directory.release();
    } catch (IOException e) {
      // nothing was written through a directory's handle, so nothing is lost
    }
  }

  @Override
  public synchronized int read(GuestMemory memory, int address, int length) throws IOException {
    int total = 0;
    while (total < length) {
      int count = file.read(view.of(memory, address + total, length - total));
      if (count <= 0) {
        break;
      }
      total += count;
    }
    return total;
  }

  @Override
  public synchronized int read(GuestMemory memory, int address, int length, long position)
      throws IOException {
    int total = 0;
    while (total < length) {
      int count = file.read(view.of(memory, address + total, length - total), position + total);
      if (count <= 0) {
        break;
      }
      total += count;
    }
    return total;
  }

  @Override
  public synchronized int write(GuestMemory memory, int address, int length) throws IOException {
    if (hasFlag(APPEND)) {
      file.position(file.size());
    }
    int total = 0;
    while (total < length) {
      total += file.write(view.of(memory, address + total, length - total));
    }
    syncIfAsked();
    return total;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The position counts even for files opened to append, as POSIX says and Linux does not.
   */
  @Override
  public synchronized int write(GuestMemory memory, int address, int length, long position)
      throws IOException {
    int total = 0;
    while (total < length) {
      total += file.write(view.of(memory, address + total, length - total), position + total);
    }
    syncIfAsked();
    return total;
  }

  @Override
  public void requirePosition(long position) throws ErrnoException {
    if (position < 0) { // beyond what any host's file can have
      throw Errno.INVAL.failure();
    }
  }

  private void syncIfAsked() throws IOException {
    if (hasFlag(SYNC | DSYNC)) {
      sync(hasFlag(SYNC));
    }
  }

  @Override
  public synchronized long seek(long offset, int whence) throws IOException {
    boolean tellOnly = offset == 0 && whence == SEEK_CURRENT;
    require(tellOnly ? Rights.FD_TELL : Rights.FD_SEEK | Rights.FD_TELL);
    long origin =
        switch (whence) {
          case SEEK_SET -> 0;
          case SEEK_CURRENT -> file.position();
          case SEEK_END -> file.size();
          default -> throw Errno.INVAL.failure();
        };
    long target = origin + offset;
    if (offset > 0 && target < 0) {
      throw Errno.OVERFLOW.failure();
    }
    requirePosition(target);
    file.position(target);
    return target;
  }

  @Override
  public synchronized void allocate(long offset, long length) throws IOException {
    if (offset < 0 || length <= 0) {
      throw Errno.INVAL.failure();
    }
    long end = offset + length;
    if (end < 0) {
      throw Errno.FBIG.failure();
    }
    if (end > file.size()) {
      extendTo(end);
    }
  }

  @Override
  public synchronized void setSize(long size) throws IOException {
    requirePosition(size);
    if (size < file.size()) {
      file.truncate(size);
    } else if (size > file.size()) {
      extendTo(size);
    }
  }

  /** Writes the last byte: the host fills what is before it with zeros. */
  private void extendTo(long size) throws IOException {
    file.write(ByteBuffer.allocate(1), size - 1);
  }

  @Override
  public synchronized void setTimes(FileTimes times) throws IOException {
    if (readOnly) {
      throw Errno.ROFS.failure();
    }
    if (!hasName()) {
      throw Errno.STALE.failure();
    }
    directory.setTimes(name, times);
  }

  @Override
  public synchronized Readiness readable(PollWaiter waiter) throws IOException {
    return Readiness.of(Math.max(0, file.size() - file.position()));
  }

  @Override
  public Readiness writable(PollWaiter waiter) {
    return Readiness.of(TransferView.MAX_SIZE);
  }

  @Override
  public void advise() throws IOException {
    require(Rights.FD_ADVISE);
  }

  @Override
  public void sync(boolean metadata) throws IOException {
    file.force(metadata);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      directory.release();
    }
  }
}

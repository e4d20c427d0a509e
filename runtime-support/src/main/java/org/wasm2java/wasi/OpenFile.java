package org.wasm2java.wasi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * An open file. It keeps the directory it was opened in and its name there, because Java reads and
 * sets the status of files by name only; the name counts while it still leads to this very file.
 */
final class OpenFile extends Descriptor {
  /** NIO copies through a buffer outside the heap, as big as the biggest transfer of a thread. */
  private static final int TRANSFER_SIZE = 1 << 18;

  private final SeekableByteChannel channel;
  private final boolean readOnly;
  private Directory directory;
  private String name;
  private FileStatus lastStatus;
  private ByteBuffer view = ByteBuffer.allocate(0);

  /**
   * Takes over an open channel, and a hold on the directory.
   *
   * @param name where the file is in the directory
   */
  OpenFile(SeekableByteChannel channel, Directory directory, String name, long rights, int flags)
      throws IOException {
    super(rights, 0, flags);
    this.channel = channel;
    this.directory = directory;
    this.readOnly = directory.readOnly();
    this.name = name;
    this.lastStatus = directory.status(name);
  }

  @Override
  int fileType() {
    return lastStatus.fileType();
  }

  @Override
  synchronized FileStatus status() throws IOException {
    if (hasName()) {
      return lastStatus;
    }
    return lastStatus.unlinked(channel.size());
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
  synchronized void renamed(Directory from, String oldName, Directory to, String newName) {
    if (name.equals(oldName) && directory.path().equals(from.path())) {
      Directory previous = directory;
      directory = to.retain();
      name = newName;
      releaseQuietly(previous);
    } else {
      directory.renamed(from.path().resolve(oldName), to.path().resolve(newName));
    }
  }

  private static void releaseQuietly(Directory directory) {
    try {
      directory.release();
    } catch (IOException e) {
      // nothing was written through a directory's handle, so nothing is lost
    }
  }

  private ByteBuffer view(byte[] bytes, int offset, int length) {
    if (view.array() != bytes) {
      view = ByteBuffer.wrap(bytes);
    }
    return view.limit(offset + Math.min(length, TRANSFER_SIZE)).position(offset);
  }

  @Override
  synchronized int read(byte[] bytes, int offset, int length) throws IOException {
    int total = 0;
    while (total < length) {
      int count = channel.read(view(bytes, offset + total, length - total));
      if (count <= 0) {
        break;
      }
      total += count;
    }
    return total;
  }

  @Override
  synchronized int read(byte[] bytes, int offset, int length, long position) throws IOException {
    requirePosition(position);
    int total = 0;
    while (total < length) {
      int count = readAt(view(bytes, offset + total, length - total), position + total);
      if (count <= 0) {
        break;
      }
      total += count;
    }
    return total;
  }

  private int readAt(ByteBuffer buffer, long position) throws IOException {
    if (channel instanceof FileChannel file) {
      return file.read(buffer, position);
    }
    long before = channel.position();
    try {
      return channel.position(position).read(buffer);
    } finally {
      channel.position(before);
    }
  }

  @Override
  synchronized int write(byte[] bytes, int offset, int length) throws IOException {
    if (hasFlag(APPEND)) {
      channel.position(channel.size());
    }
    int total = 0;
    while (total < length) {
      total += channel.write(view(bytes, offset + total, length - total));
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
  synchronized int write(byte[] bytes, int offset, int length, long position) throws IOException {
    requirePosition(position);
    int total = 0;
    while (total < length) {
      total += writeAt(view(bytes, offset + total, length - total), position + total);
    }
    syncIfAsked();
    return total;
  }

  private int writeAt(ByteBuffer buffer, long position) throws IOException {
    if (channel instanceof FileChannel file) {
      return file.write(buffer, position);
    }
    long before = channel.position();
    try {
      return channel.position(position).write(buffer);
    } finally {
      channel.position(before);
    }
  }

  private static void requirePosition(long position) throws ErrnoException {
    if (position < 0) {
      throw Errno.INVAL.failure();
    }
  }

  private void syncIfAsked() throws IOException {
    if (hasFlag(SYNC | DSYNC)) {
      sync(hasFlag(SYNC));
    }
  }

  @Override
  synchronized long seek(long offset, int whence) throws IOException {
    boolean tellOnly = offset == 0 && whence == SEEK_CURRENT;
    require(tellOnly ? Rights.FD_TELL : Rights.FD_SEEK | Rights.FD_TELL);
    long origin =
        switch (whence) {
          case SEEK_SET -> 0;
          case SEEK_CURRENT -> channel.position();
          case SEEK_END -> channel.size();
          default -> throw Errno.INVAL.failure();
        };
    long target = origin + offset;
    if (offset > 0 && target < 0) {
      throw Errno.OVERFLOW.failure();
    }
    requirePosition(target);
    channel.position(target);
    return target;
  }

  @Override
  synchronized void allocate(long offset, long length) throws IOException {
    if (offset < 0 || length <= 0) {
      throw Errno.INVAL.failure();
    }
    long end = offset + length;
    if (end < 0) {
      throw Errno.FBIG.failure();
    }
    if (end > channel.size()) {
      extendTo(end);
    }
  }

  @Override
  synchronized void setSize(long size) throws IOException {
    requirePosition(size);
    if (size < channel.size()) {
      long position = channel.position();
      channel.truncate(size);
      channel.position(position); // Java moves the position to the new end, POSIX does not
    } else if (size > channel.size()) {
      extendTo(size);
    }
  }

  /** Writes the last byte: the host fills what is before it with zeros. */
  private void extendTo(long size) throws IOException {
    writeAt(ByteBuffer.allocate(1), size - 1);
  }

  @Override
  synchronized void setTimes(FileTimes times) throws IOException {
    if (readOnly) {
      throw Errno.ROFS.failure();
    }
    if (!hasName()) {
      throw Errno.STALE.failure();
    }
    directory.setTimes(name, times);
  }

  @Override
  synchronized Readiness readable(PollWaiter waiter) throws IOException {
    return Readiness.of(Math.max(0, channel.size() - channel.position()));
  }

  @Override
  Readiness writable(PollWaiter waiter) {
    return Readiness.of(TRANSFER_SIZE);
  }

  @Override
  void advise() {}

  @Override
  void sync(boolean metadata) throws IOException {
    if (channel instanceof FileChannel file) {
      file.force(metadata);
    }
  }

  @Override
  void close() throws IOException {
    try (channel) {
      directory.release();
    }
  }
}

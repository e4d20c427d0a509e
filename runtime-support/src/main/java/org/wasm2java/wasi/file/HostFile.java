package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/**
 * An open file of the host. Java closes a file for good when a thread uses it that has been
 * interrupted. A guest that got {@code intr} from a blocked call may still save its data, so the
 * interruption is put aside for as long as an operation on a file takes.
 */
public final class HostFile implements AutoCloseable {
  private final SeekableByteChannel channel;

  public HostFile(SeekableByteChannel channel) {
    this.channel = channel;
  }

  public int read(ByteBuffer target) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return channel.read(target);
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  public int write(ByteBuffer source) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return channel.write(source);
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  /** Reads at a position without moving. */
  public int read(ByteBuffer target, long at) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      if (channel instanceof FileChannel file) {
        return file.read(target, at);
      }
      long before = channel.position();
      try {
        return channel.position(at).read(target);
      } finally {
        channel.position(before);
      }
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  /** Writes at a position without moving. */
  public int write(ByteBuffer source, long at) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      if (channel instanceof FileChannel file) {
        return file.write(source, at);
      }
      long before = channel.position();
      try {
        return channel.position(at).write(source);
      } finally {
        channel.position(before);
      }
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  public long position() throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return channel.position();
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  public void position(long position) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      channel.position(position);
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  public long size() throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return channel.size();
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  /** Cuts the file without moving, as POSIX does and Java does not. */
  public void truncate(long size) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      long before = channel.position();
      channel.truncate(size);
      channel.position(before);
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  /** Brings what was written to the device, where the file system knows how. */
  public void force(boolean metadata) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      if (channel instanceof FileChannel file) {
        file.force(metadata);
      }
    } finally {
      interruptAgainIf(interrupted);
    }
  }

  private static void interruptAgainIf(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

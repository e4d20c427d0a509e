package org.wasm2java.maven;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps builds of one project apart that run at the same time, such as one at a terminal and one in
 * an IDE, while they change its record and outputs.
 */
final class ProjectLock implements Closeable {
  private static final long PAUSE_MILLIS = 20;

  private final Optional<FileChannel> channel;

  private ProjectLock(Optional<FileChannel> channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock. Where files cannot be locked there is none, as a build needs none alone.
   */
  static ProjectLock acquire(Path folder) throws IOException {
    FileChannel channel;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException unlockable) {
      return new ProjectLock(Optional.empty());
    }
    try {
      lock(channel);
      return new ProjectLock(Optional.of(channel));
    } catch (InterruptedIOException e) {
      channel.close();
      throw e;
    } catch (IOException unlockable) {
      channel.close();
      return new ProjectLock(Optional.empty());
    }
  }

  /**
   * Another thread of this JVM that has the lock is an exception, another process is waited for.
   */
  private static void lock(FileChannel channel) throws IOException {
    while (true) {
      try {
        channel.lock();
        return;
      } catch (OverlappingFileLockException e) {
        pause();
      }
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another build writes the same project");
    }
  }

  /** Gives the lock back; the file stays, as another build may wait for it. */
  @Override
  public void close() throws IOException {
    if (channel.isPresent()) {
      channel.get().close();
    }
  }
}

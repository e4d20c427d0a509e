package org.wasm2java.wasi.file;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;

/**
 * The times that a guest sets on a file; {@code null} leaves one as it is. The guest counts
 * unsigned nanoseconds, from 1970 to 2554, and parts of the JDK signed ones, which end in 2262.
 *
 * @param access when it was last read
 * @param modification when it last changed
 * @see <a
 *     href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#timestamp">timestamp</a>
 * @see <a
 *     href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fstflags">fstflags</a>
 */
public record FileTimes(FileTime access, FileTime modification) {
  private static final long NANOS = 1_000_000_000;
  private static final int NANOS_PER_MICRO = 1000;
  private static final FileTime LAST_OF_JAVA = FileTime.from(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
  private static final Instant LAST_OF_GUEST = instant(-1L);
  private static final int SET_ACCESS = 1;
  private static final int ACCESS_NOW = 2;
  private static final int SET_MODIFICATION = 4;
  private static final int MODIFICATION_NOW = 8;

  /** Returns what the flags ask for; a time cannot be both given and now. */
  public static FileTimes of(long access, long modification, int flags, long now)
      throws ErrnoException {
    if ((flags & ~15) != 0) {
      throw Errno.INVAL.failure();
    }
    return new FileTimes(
        time(access, flags & SET_ACCESS, flags & ACCESS_NOW, now),
        time(modification, flags & SET_MODIFICATION, flags & MODIFICATION_NOW, now));
  }

  /** Returns the times that a file has. */
  public static FileTimes of(BasicFileAttributes attributes) {
    return new FileTimes(attributes.lastAccessTime(), attributes.lastModifiedTime());
  }

  private static FileTime time(long given, int set, int setNow, long now) throws ErrnoException {
    if (set != 0 && setNow != 0) {
      throw Errno.INVAL.failure();
    }
    if (set == 0 && setNow == 0) {
      return null;
    }
    return FileTime.from(instant(set != 0 ? given : now));
  }

  private static Instant instant(long unsignedNanos) {
    return Instant.ofEpochSecond(
        Long.divideUnsigned(unsignedNanos, NANOS), Long.remainderUnsigned(unsignedNanos, NANOS));
  }

  /**
   * Returns a host's time in the guest's unsigned nanoseconds, or the next that they can express.
   */
  public static long nanos(FileTime time) {
    Instant instant = time.toInstant();
    if (instant.isBefore(Instant.EPOCH)) {
      return 0;
    }
    return instant.isAfter(LAST_OF_GUEST)
        ? -1L
        : instant.getEpochSecond() * NANOS + instant.getNano();
  }

  /** Returns whether microseconds cannot express these times. */
  boolean finerThanMicros() {
    return isFine(access) || isFine(modification);
  }

  private static boolean isFine(FileTime time) {
    return time != null && time.toInstant().getNano() % NANOS_PER_MICRO != 0;
  }

  /** Returns whether signed nanoseconds cannot express these times. */
  boolean beyondJava() {
    return isBeyondJava(access) || isBeyondJava(modification);
  }

  private static boolean isBeyondJava(FileTime time) {
    return time != null && time.compareTo(LAST_OF_JAVA) > 0;
  }

  /** Returns whether times beyond Java's are so in what was read after setting them. */
  boolean areKept(BasicFileAttributes found) {
    return (!isBeyondJava(access) || isBeyondJava(found.lastAccessTime()))
        && (!isBeyondJava(modification) || isBeyondJava(found.lastModifiedTime()));
  }
}

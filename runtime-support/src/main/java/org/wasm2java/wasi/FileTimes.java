package org.wasm2java.wasi;

import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * The times that a guest sets on a file; {@code null} leaves one as it is.
 *
 * @param access when it was last read
 * @param modification when it last changed
 * @see <a
 *     href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#fstflags">fstflags</a>
 */
record FileTimes(FileTime access, FileTime modification) {
  private static final int NANOS_PER_MICRO = 1000;
  private static final int SET_ACCESS = 1;
  private static final int ACCESS_NOW = 2;
  private static final int SET_MODIFICATION = 4;
  private static final int MODIFICATION_NOW = 8;

  /** Returns what the flags ask for; a time cannot be both given and now. */
  static FileTimes of(long access, long modification, int flags, long now) throws ErrnoException {
    if ((flags & ~15) != 0) {
      throw Errno.INVAL.failure();
    }
    return new FileTimes(
        time(access, flags & SET_ACCESS, flags & ACCESS_NOW, now),
        time(modification, flags & SET_MODIFICATION, flags & MODIFICATION_NOW, now));
  }

  private static FileTime time(long given, int set, int setNow, long now) throws ErrnoException {
    if (set != 0 && setNow != 0) {
      throw Errno.INVAL.failure();
    }
    if (set == 0 && setNow == 0) {
      return null;
    }
    return FileTime.from(set != 0 ? given : now, TimeUnit.NANOSECONDS);
  }

  /** Returns whether microseconds cannot express these times. */
  boolean finerThanMicros() {
    return isFine(access) || isFine(modification);
  }

  private static boolean isFine(FileTime time) {
    return time != null && time.to(TimeUnit.NANOSECONDS) % NANOS_PER_MICRO != 0;
  }
}

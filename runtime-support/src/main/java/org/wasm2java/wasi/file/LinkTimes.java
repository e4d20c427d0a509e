package org.wasm2java.wasi.file;

import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers the times that the guest has set on symbolic links. JDK 17 cuts them to microseconds
 * (later ones do not), and programs that set a time expect to read the same.
 */
final class LinkTimes {
  private static final long NANOS_PER_MICRO = 1000;

  private final Map<Object, FileTimes> byFileKey = new HashMap<>();

  synchronized void remember(Object fileKey, FileTimes times) {
    byFileKey.put(fileKey, times);
  }

  /** Returns the status with what was cut off, for times that nobody has changed since. */
  synchronized FileStatus restore(Object fileKey, FileStatus found) {
    FileTimes set = byFileKey.get(fileKey);
    if (set == null) {
      return found;
    }
    return found.withTimes(
        restore(found.accessTime(), set.access()),
        restore(found.modificationTime(), set.modification()));
  }

  private static long restore(long found, FileTime set) {
    long exact = set == null ? found : FileTimes.nanos(set);
    return found == exact - Long.remainderUnsigned(exact, NANOS_PER_MICRO) ? exact : found;
  }
}

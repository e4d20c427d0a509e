package org.wasm2java.wasi.file;

import java.io.IOException;

/**
 * Where a path leads: a name in an open directory, which is held until the place is closed.
 *
 * @param directory where it is
 * @param name a single component that may not exist, or {@code "."} for the directory itself
 * @param mustBeDirectory whether the path ended with a slash
 */
public record Place(Directory directory, String name, boolean mustBeDirectory)
    implements AutoCloseable {
  /** Whether the path named the directory itself, with which one cannot do everything. */
  public boolean isSelf() {
    return name.equals(".");
  }

  @Override
  public void close() throws IOException {
    directory.release();
  }
}

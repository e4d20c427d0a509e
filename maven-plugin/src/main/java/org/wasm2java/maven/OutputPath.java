package org.wasm2java.maven;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * A generated file.
 *
 * @param folder the output folder, by its name in {@link ProjectFolders}
 * @param path the path in the folder, with slashes
 */
record OutputPath(String folder, String path) implements Comparable<OutputPath> {
  private static final Comparator<OutputPath> ORDER =
      Comparator.comparing(OutputPath::folder).thenComparing(OutputPath::path);

  /**
   * Checks that the path stays in its folder.
   *
   * @throws IllegalArgumentException if it does not
   */
  OutputPath {
    requireInside(path);
  }

  /** Checks that a path, with slashes, leads to something in the folder that it starts from. */
  static void requireInside(String path) {
    Path relative = Path.of(path);
    boolean isInside =
        relative.getRoot() == null
            && relative.normalize().equals(relative)
            && !path.isEmpty()
            && !relative.startsWith("..");
    if (!isInside) {
      throw new IllegalArgumentException("path leads out of its folder: " + path);
    }
  }

  @Override
  public int compareTo(OutputPath other) {
    return ORDER.compare(this, other);
  }
}

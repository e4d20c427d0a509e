package org.wasm2java.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The folders of a project, by names that mean the same when the project was copied or renamed:
 * {@code build/...} in the build folder, {@code base/...} in the folder of the POM. What lies in
 * neither is {@code outside/...} with a hash; such a folder is known only while it is configured.
 */
final class ProjectFolders {
  private static final String BUILD = "build";
  private static final String BASE = "base";
  private static final String OUTSIDE = "outside";

  private final Path base;
  private final Path build;
  private final Map<String, Path> configured = new TreeMap<>();

  ProjectFolders(Path base, Path build) {
    this.base = base.toAbsolutePath().normalize();
    this.build = build.toAbsolutePath().normalize();
  }

  /** Returns the name of a folder, which is found by it from now on. */
  String nameOf(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    String name;
    if (path.startsWith(build)) {
      name = name(BUILD, build.relativize(path));
    } else if (path.startsWith(base)) {
      name = name(BASE, base.relativize(path));
    } else {
      name = OUTSIDE + "/" + new Hash().add(path.toString()).text();
    }
    configured.put(name, path);
    return name;
  }

  private static String name(String start, Path rest) {
    StringBuilder name = new StringBuilder(start);
    for (Path part : rest) {
      // A folder in itself is the empty path, which has one empty part.
      if (!part.toString().isEmpty()) {
        name.append('/').append(part);
      }
    }
    return name.toString();
  }

  /**
   * Checks the form of a name.
   *
   * @throws IllegalArgumentException if it names no folder, or one that its own start does not hold
   */
  static void requireName(String name) {
    OutputPath.requireInside(name);
    String start = start(name);
    if (!start.equals(BUILD) && !start.equals(BASE) && !start.equals(OUTSIDE)) {
      throw new IllegalArgumentException("no folder of a project: " + name);
    }
  }

  /** Returns whether a folder is in the build folder, where nothing is anyone's own work. */
  static boolean isInBuild(String name) {
    return start(name).equals(BUILD);
  }

  private static String start(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /** Returns where a file is or goes; empty if nobody knows, as its folder is outside. */
  Optional<Path> find(OutputPath file) {
    return folder(file.folder()).map(folder -> folder.resolve(file.path()));
  }

  private Optional<Path> folder(String name) {
    Path known = configured.get(name);
    return known != null ? Optional.of(known) : anchor(name).map(from -> from.resolve(rest(name)));
  }

  private Optional<Path> anchor(String name) {
    return switch (start(name)) {
      case BUILD -> Optional.of(build);
      case BASE -> Optional.of(base);
      default -> Optional.empty();
    };
  }

  private static String rest(String name) {
    return name.substring(Math.min(name.length(), start(name).length() + 1));
  }

  /**
   * Returns the path of a file that may be deleted, as far as its place goes: in the folders of the
   * project, a file itself, and reached through no symbolic link.
   */
  Optional<Path> deletable(OutputPath file) throws IOException {
    Optional<Path> anchor = anchor(file.folder());
    if (anchor.isEmpty()) {
      return Optional.empty();
    }
    Path path = anchor.get().resolve(rest(file.folder())).resolve(file.path());
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    Path straight = anchor.get().toRealPath().resolve(anchor.get().relativize(path));
    return path.toRealPath().equals(straight) ? Optional.of(path) : Optional.empty();
  }

  /** Returns the folder under which emptied folders may go with a file that is deleted. */
  Path root(OutputPath file) {
    return folder(file.folder()).orElseThrow();
  }
}

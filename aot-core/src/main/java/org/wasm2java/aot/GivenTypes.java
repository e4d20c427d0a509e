package org.wasm2java.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Jars whose classes of structures and arrays other modules use. */
final class GivenTypes {
  private static final String CLASS = ".class";

  private final List<Path> jars = new ArrayList<>();
  private final Set<String> classes = new HashSet<>();

  /**
   * Adds a jar.
   *
   * @throws IOException if it cannot be read
   */
  void add(Path jar) throws IOException {
    try (ZipFile file = new ZipFile(jar.toFile())) {
      file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.endsWith(CLASS))
          .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
          .forEach(classes::add);
    }
    jars.add(jar);
  }

  /** Returns the binary names of all classes of the jars. */
  Set<String> classes() {
    return Set.copyOf(classes);
  }

  /** Returns the jars. */
  List<Path> jars() {
    return List.copyOf(jars);
  }
}

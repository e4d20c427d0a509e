package org.wasm2java.aot.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files by which service loaders find modules. Modules that are translated into one folder
 * share such a file, each with a line of its own.
 */
public final class ServiceFiles {
  private static final String IDENTIFIER =
      "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";

  private static final Pattern CLASS_NAME =
      Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*");

  private ServiceFiles() {}

  /**
   * Returns what service files have to contain so that they name what they name already, and more;
   * those that need no change are left out.
   *
   * @param folder the root folder of the resources
   * @param services contents by path in the folder
   * @return contents by path, sorted by line
   * @throws FileFailure if a file that is there cannot be read
   */
  public static SortedMap<Path, byte[]> merged(Path folder, Map<String, byte[]> services)
      throws FileFailure {
    SortedMap<Path, byte[]> merged = new TreeMap<>();
    for (Map.Entry<String, byte[]> service : services.entrySet()) {
      Path file = folder.resolve(service.getKey());
      String lines = new String(service.getValue(), StandardCharsets.UTF_8);
      changed(file, List.of(), lines.lines().toList())
          .ifPresent(text -> merged.put(file, text.getBytes(StandardCharsets.UTF_8)));
    }
    return merged;
  }

  /**
   * Returns what a service file has to contain so that it names some classes, and others no longer.
   * It keeps what else it names, but not what names no class: with such a line, no service would be
   * found.
   *
   * @param gone the lines that go, unless they are in {@code lines}
   * @return lines in their order, empty if none is left; no text if the file needs no change
   * @throws FileFailure if the file is there, but cannot be read
   */
  public static Optional<String> changed(
      Path file, Collection<String> gone, Collection<String> lines) throws FileFailure {
    SortedSet<String> known = new TreeSet<>();
    try {
      if (Files.isRegularFile(file)) {
        // Bytes that are no text become characters that no name has.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.isBlank()).forEach(known::add);
      }
    } catch (IOException e) {
      throw FileFailure.reading(file, e);
    }
    SortedSet<String> all = new TreeSet<>(known);
    all.removeIf(line -> !namesClassOrNothing(line));
    all.removeAll(gone);
    all.addAll(lines);
    return all.equals(known)
        ? Optional.empty()
        : Optional.of(all.stream().map(line -> line + "\n").collect(Collectors.joining()));
  }

  /** A line is the name of a class, a comment that starts with a hash sign, or both. */
  private static boolean namesClassOrNothing(String line) {
    int comment = line.indexOf('#');
    String name = (comment < 0 ? line : line.substring(0, comment)).strip();
    return name.isEmpty() || CLASS_NAME.matcher(name).matches();
  }
}

package org.wasm2java.aot.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The files by which service loaders find modules. Modules that are translated into one folder
 * share such a file, each with a line of its own.
 */
public final class ServiceFiles {
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
      SortedSet<String> known = new TreeSet<>();
      try {
        if (Files.isRegularFile(file)) {
          addLines(known, Files.readString(file));
        }
      } catch (IOException e) {
        throw new FileFailure(file, "cannot be read: " + e);
      }
      SortedSet<String> all = new TreeSet<>(known);
      addLines(all, new String(service.getValue(), StandardCharsets.UTF_8));
      if (!all.equals(known)) {
        merged.put(file, (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return merged;
  }

  private static void addLines(SortedSet<String> lines, String text) {
    text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
  }
}

package org.wasm2java.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a module was generated from and what was written for it.
 *
 * @param inputs the hash of all that was read; {@link #UNFINISHED} if writing was not completed
 * @param files the hash of each file
 * @param services the lines in service files
 */
record RecordedModule(
    String inputs, SortedMap<OutputPath, String> files, SortedSet<ServiceLine> services) {
  /** The inputs of a module that has to be generated anew; no hash is empty. */
  static final String UNFINISHED = "";

  RecordedModule {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }

  /** Returns what will have been written once these contents are. */
  static RecordedModule of(
      String inputs, Map<OutputPath, byte[]> contents, Collection<ServiceLine> services) {
    SortedMap<OutputPath, String> files = new TreeMap<>();
    contents.forEach((file, content) -> files.put(file, hashOf(content)));
    return new RecordedModule(inputs, files, new TreeSet<>(services));
  }

  /** Returns the hash of each file by its path in its folder. */
  SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((file, hash) -> hashes.put(file.path(), hash));
    return hashes;
  }

  /** Returns whether each file is there with the content that was written. */
  boolean isIntact(ProjectFolders folders) {
    for (Map.Entry<OutputPath, String> file : files.entrySet()) {
      Optional<Path> path = folders.find(file.getKey());
      if (path.isEmpty() || !hasContent(path.get(), file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a file has a content; one that is missing or cannot be read has not. */
  static boolean hasContent(Path file, String hash) {
    try {
      return Files.isRegularFile(file) && hashOf(Files.readAllBytes(file)).equals(hash);
    } catch (IOException e) {
      // What cannot be read is written again, and then there is a better message if that fails.
      return false;
    }
  }

  /** Returns the files that another module has, too, but with other contents. */
  Set<OutputPath> unlike(RecordedModule other) {
    Set<OutputPath> unlike = new TreeSet<>();
    files.forEach(
        (file, hash) -> {
          if (!hash.equals(other.files.getOrDefault(file, hash))) {
            unlike.add(file);
          }
        });
    return unlike;
  }

  /** Returns this module without files that another one has written since. */
  RecordedModule without(Collection<OutputPath> taken) {
    if (Collections.disjoint(files.keySet(), taken)) {
      return this;
    }
    SortedMap<OutputPath, String> rest = new TreeMap<>(files);
    rest.keySet().removeAll(taken);
    return new RecordedModule(UNFINISHED, rest, services);
  }

  /**
   * Returns what is on the disk if writing this module stops half-way: its files and those of the
   * build before.
   */
  RecordedModule unfinished(Optional<RecordedModule> before) {
    SortedMap<OutputPath, String> both = new TreeMap<>();
    SortedSet<ServiceLine> lines = new TreeSet<>(services);
    before.ifPresent(
        module -> {
          both.putAll(module.files);
          lines.addAll(module.services);
        });
    both.putAll(files);
    return new RecordedModule(UNFINISHED, both, lines);
  }

  private static String hashOf(byte[] content) {
    return new Hash().add(content).text();
  }

  /**
   * A line by which service loaders find a module.
   *
   * @param file the service file
   * @param line the name of a class
   */
  record ServiceLine(OutputPath file, String line) implements Comparable<ServiceLine> {
    /** Returns the lines of service files, whose contents are given by path, in a folder. */
    static SortedSet<ServiceLine> of(String folder, Map<String, byte[]> services) {
      SortedSet<ServiceLine> lines = new TreeSet<>();
      services.forEach(
          (path, content) ->
              new String(content, StandardCharsets.UTF_8)
                  .lines()
                  .forEach(line -> lines.add(new ServiceLine(new OutputPath(folder, path), line))));
      return lines;
    }

    @Override
    public int compareTo(ServiceLine other) {
      int byFile = file.compareTo(other.file);
      return byFile != 0 ? byFile : line.compareTo(other.line);
    }
  }
}

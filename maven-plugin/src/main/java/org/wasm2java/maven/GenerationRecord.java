package org.wasm2java.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.tool.FileFailure;
import org.wasm2java.aot.tool.OutputFiles;

/**
 * What one run of the goal read and wrote, kept in the build folder for the next run to compare.
 *
 * @param inputs the hash of all that was read; empty if there was no run
 * @param outputs the hash of each file that was written
 */
record GenerationRecord(String inputs, SortedMap<Path, String> outputs) {
  private static final String SEPARATOR = " ";

  static GenerationRecord of(String inputs, Map<Path, byte[]> files) {
    SortedMap<Path, String> outputs = new TreeMap<>();
    files.forEach((path, content) -> outputs.put(path, hashOf(content)));
    return new GenerationRecord(inputs, outputs);
  }

  /** Reads the record of the last run; no record counts as no run. */
  static GenerationRecord read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return of("", Map.of());
    }
    List<String> lines = Files.readAllLines(file);
    SortedMap<Path, String> outputs = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int separator = line.indexOf(SEPARATOR);
      outputs.put(Path.of(line.substring(separator + 1)), line.substring(0, separator));
    }
    return new GenerationRecord(lines.get(0), outputs);
  }

  void write(Path file) throws FileFailure {
    StringBuilder lines = new StringBuilder(inputs).append('\n');
    outputs.forEach((path, hash) -> lines.append(hash).append(SEPARATOR).append(path).append('\n'));
    new OutputFiles(Map.of(file, lines.toString().getBytes(StandardCharsets.UTF_8))).write(true);
  }

  /** Returns whether these inputs were read and what was made of them is still there, unchanged. */
  boolean isUpToDate(String newInputs) throws IOException {
    if (!inputs.equals(newInputs)) {
      return false;
    }
    for (Map.Entry<Path, String> output : outputs.entrySet()) {
      Path path = output.getKey();
      if (!Files.exists(path) || !hashOf(Files.readAllBytes(path)).equals(output.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Deletes what the last run wrote and this run does not: it would be compiled with the rest. */
  void deleteOutputsOtherThan(Collection<Path> kept) throws IOException {
    for (Path path : outputs.keySet()) {
      if (!kept.contains(path)) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static String hashOf(byte[] content) {
    return new Hash().add(content).text();
  }
}

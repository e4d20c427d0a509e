package org.wasm2java.conformance.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * One converted test script: what a {@code .wast} of the specification asks an engine to do, with
 * its modules in binary form inside.
 *
 * @param group the folder, for instance {@code core}
 * @param file the file name, for instance {@code i32.json}
 * @param commands in the script's order
 */
record Script(String group, String file, List<Command> commands) {
  private record Content(
      @JsonProperty("source_filename") String sourceFilename,
      @JsonProperty("commands") List<Command> commands) {}

  /** Reads all scripts of an archive, sorted by group and file. */
  static List<Script> readAll(Path archive) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Script> scripts = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<String> names =
          zip.stream().map(ZipEntry::getName).filter(n -> n.endsWith(".json")).sorted().toList();
      for (String name : names) {
        Content content = mapper.readValue(zip.getInputStream(zip.getEntry(name)), Content.class);
        int slash = name.lastIndexOf('/');
        scripts.add(
            new Script(name.substring(0, slash), name.substring(slash + 1), content.commands()));
      }
    }
    return scripts;
  }

  /** Returns how many commands there are, those inside threads included. */
  int commandCount() {
    return count(commands);
  }

  /** Returns how many commands there are, those inside threads included. */
  static int count(List<Command> commands) {
    return commands.stream().mapToInt(command -> 1 + count(command.commandsOrNone())).sum();
  }
}

package org.wasm2java.maven;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wasm2java.maven.RecordedModule.ServiceLine;

/**
 * The text of a {@link GenerationRecord}: lines of fields between tabs. The first names the format,
 * the last has a hash of all before it, so that a text that is not whole is no record.
 */
final class RecordText {
  private static final String FORMAT = "wasm2java record 1";
  private static final String MODULE = "module";
  private static final String FILE = "file";
  private static final String SERVICE = "service";
  private static final String END = "end";

  private final SortedMap<ModuleKey, RecordedModule> modules = new TreeMap<>();

  private RecordText() {}

  static byte[] of(GenerationRecord record) {
    StringBuilder text = new StringBuilder();
    line(text, FORMAT);
    record.modules().forEach((key, module) -> add(text, key, module));
    line(text, END, hashOf(text.toString()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void add(StringBuilder text, ModuleKey key, RecordedModule module) {
    line(text, MODULE, key.project(), key.execution(), key.className(), module.inputs());
    module.files().forEach((file, hash) -> line(text, FILE, file.folder(), file.path(), hash));
    for (ServiceLine service : module.services()) {
      line(text, SERVICE, service.file().folder(), service.file().path(), service.line());
    }
  }

  private static void line(StringBuilder text, String... fields) {
    text.append(Stream.of(fields).map(RecordText::escaped).collect(Collectors.joining("\t")))
        .append('\n');
  }

  private static String escaped(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** Returns the record of a text; empty if it is not whole, of another version, or no record. */
  static Optional<GenerationRecord> read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.lastIndexOf(END + "\t");
    if (end < 0
        || !text.substring(end).equals(END + "\t" + hashOf(text.substring(0, end)) + "\n")) {
      return Optional.empty();
    }
    try {
      List<List<String>> lines = text.substring(0, end).lines().map(RecordText::fields).toList();
      boolean isKnown = !lines.isEmpty() && lines.get(0).equals(List.of(FORMAT));
      return isKnown
          ? Optional.of(new RecordText().parse(lines.subList(1, lines.size())))
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // A whole text that no version of the plugin writes, such as one with paths that lead out.
      return Optional.empty();
    }
  }

  private static List<String> fields(String line) {
    return Stream.of(line.split("\t", -1)).map(String::translateEscapes).toList();
  }

  private GenerationRecord parse(List<List<String>> lines) {
    int at = 0;
    while (at < lines.size()) {
      int next = at + 1;
      while (next < lines.size() && !lines.get(next).get(0).equals(MODULE)) {
        next++;
      }
      addModule(lines.get(at), lines.subList(at + 1, next));
      at = next;
    }
    return new GenerationRecord(modules);
  }

  private void addModule(List<String> head, List<List<String>> lines) {
    SortedMap<OutputPath, String> files = new TreeMap<>();
    SortedSet<ServiceLine> services = new TreeSet<>();
    for (List<String> line : lines) {
      OutputPath file = new OutputPath(line.get(1), line.get(2));
      ProjectFolders.requireName(file.folder());
      switch (line.get(0)) {
        case FILE -> files.put(file, line.get(3));
        case SERVICE -> services.add(new ServiceLine(file, line.get(3)));
        default -> throw new IllegalArgumentException("unknown line");
      }
    }
    ModuleKey key = new ModuleKey(head.get(1), head.get(2), head.get(3));
    modules.put(key, new RecordedModule(head.get(4), files, services));
  }

  private static String hashOf(String text) {
    return new Hash().add(text).text();
  }
}

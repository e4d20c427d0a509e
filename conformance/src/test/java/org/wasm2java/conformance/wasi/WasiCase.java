package org.wasm2java.conformance.wasi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A test of the suite: a command module, what it is given, and what it must do.
 *
 * @param suite the folder
 * @param name the module's name without {@code .wasm}
 * @param root the folder beside the module that it gets as its root; null for none
 * @param stdout what it must print; null for anything
 * @param stderr what it must print there; null for anything
 */
record WasiCase(
    String suite,
    String name,
    byte[] wasm,
    List<String> arguments,
    Map<String, String> environment,
    @Nullable String root,
    int exitCode,
    @Nullable String stdout,
    @Nullable String stderr) {

  private static final String SUFFIX = ".wasm";

  /** Reads all tests of an archive, sorted by suite and name. */
  static List<WasiCase> readAll(Path archive) throws IOException {
    List<WasiCase> cases = new ArrayList<>();
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      List<String> names =
          zip.stream().map(ZipEntry::getName).filter(n -> n.endsWith(SUFFIX)).sorted().toList();
      for (String name : names) {
        cases.add(read(zip, name.substring(0, name.length() - SUFFIX.length())));
      }
    }
    return cases;
  }

  private static WasiCase read(ZipFile zip, String path) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ZipEntry specification = zip.getEntry(path + ".json");
    JsonNode json =
        specification == null
            ? mapper.createObjectNode()
            : mapper.readTree(zip.getInputStream(specification));
    if (json.has("operations")) {
      throw new IOException(path + ".json: only the legacy form of specification is understood");
    }
    List<String> arguments = new ArrayList<>();
    json.path("args").forEach(argument -> arguments.add(argument.asText()));
    int slash = path.indexOf('/');
    return new WasiCase(
        path.substring(0, slash),
        path.substring(slash + 1),
        zip.getInputStream(zip.getEntry(path + SUFFIX)).readAllBytes(),
        arguments,
        strings(json.path("env")),
        text(json.get("root")),
        json.path("exit_code").asInt(0),
        text(json.get("stdout")),
        text(json.get("stderr")));
  }

  private static @Nullable String text(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asText();
  }

  private static Map<String, String> strings(JsonNode object) {
    Map<String, String> strings = new TreeMap<>();
    object.properties().forEach(field -> strings.put(field.getKey(), field.getValue().asText()));
    return strings;
  }

  /** Unpacks a fresh copy of the test's root folder below {@code target}. */
  Path unpackRoot(Path archive, Path target) throws IOException {
    String prefix = suite + "/" + root + "/";
    Path folder = Files.createDirectories(target.resolve(suite + "-" + name));
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> e.getName().startsWith(prefix)).toList()) {
        Path file = folder.resolve(entry.getName().substring(prefix.length()));
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else if (!file.getFileName().toString().endsWith(".cleanup")) {
          Files.createDirectories(file.getParent());
          Files.write(file, zip.getInputStream(entry).readAllBytes());
        }
      }
    }
    return folder;
  }

  /** Returns what the test did wrong; empty if nothing. */
  String judge(int actualExitCode, byte[] actualStdout, byte[] actualStderr) {
    List<String> problems = new ArrayList<>();
    if (actualExitCode != exitCode) {
      problems.add("exit code " + actualExitCode + " instead of " + exitCode);
    }
    compare("standard output", stdout, actualStdout, problems);
    compare("standard error", stderr, actualStderr, problems);
    if (!problems.isEmpty()) {
      problems.add("it said: " + new String(actualStderr, StandardCharsets.UTF_8));
    }
    return String.join("; ", problems);
  }

  private static void compare(
      String what, @Nullable String expected, byte[] actual, List<String> problems) {
    String text = new String(actual, StandardCharsets.UTF_8);
    if (expected != null && !text.equals(expected)) {
      problems.add(what + " is \"" + text + "\" instead of \"" + expected + "\"");
    }
  }
}

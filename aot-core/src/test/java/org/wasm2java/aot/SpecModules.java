package org.wasm2java.aot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Assumptions;

/**
 * The binary modules of the specification's test suite, each with what its script claims. They lie
 * beside the repository and are not part of it; tests that ask for them where they are absent are
 * skipped with one line that says so.
 */
public final class SpecModules {
  private static final String SUITE = "spec-tests/wasm-spec-tests.zip";

  private SpecModules() {}

  /**
   * A module of a script.
   *
   * @param script the script, for instance {@code core/i32}
   * @param line the line in the script
   * @param command what the script does with it, for instance {@code assert_invalid}
   * @param phrase the phrase of the error that the script expects, or an empty text
   * @param bytes the binary
   */
  public record SpecModule(String script, int line, String command, String phrase, byte[] bytes) {
    @Override
    public String toString() {
      return script + ":" + line;
    }
  }

  /** Returns all binary modules of the suite in the order of its scripts. */
  public static List<SpecModule> all() throws IOException {
    Path suite = Path.of(System.getProperty("wasm2java.shared", "../../shared")).resolve(SUITE);
    if (!Files.exists(suite)) {
      String message = "skipped: there is no " + SUITE + " in the shared test data";
      System.out.println(message);
      Assumptions.abort(message);
    }
    List<SpecModule> modules = new ArrayList<>();
    try (ZipFile zip = new ZipFile(suite.toFile())) {
      List<? extends ZipEntry> scripts =
          zip.stream().filter(entry -> entry.getName().endsWith(".json")).toList();
      for (ZipEntry script : scripts) {
        try (InputStream json = zip.getInputStream(script)) {
          String name = script.getName().replace(".json", "");
          collect(name, new ObjectMapper().readTree(json).get("commands"), modules);
        }
      }
    }
    return modules;
  }

  private static void collect(String script, JsonNode commands, List<SpecModule> modules)
      throws IOException {
    for (JsonNode command : commands) {
      if (command.has("wasm_base64")) {
        modules.add(
            new SpecModule(
                script,
                command.get("line").intValue(),
                command.get("type").textValue(),
                command.path("text").asText(),
                command.get("wasm_base64").binaryValue()));
      }
      collect(script, command.path("commands"), modules);
    }
  }
}

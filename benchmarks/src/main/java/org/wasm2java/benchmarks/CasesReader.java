package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the {@code cases.tsv} of folders with programs. It tells of every bad line at once, with
 * its place and what is expected there, since programs take minutes before a later one would fail.
 */
final class CasesReader {
  private static final List<String> COLUMNS = List.of("name", "argv", "stdin", "stdout_md5");
  private static final String GROUP = "group";

  /** The name is also that of files: jars, logs. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final String PROGRAMS = "programs";
  private static final String KERNELS = "kernels";

  /** Those of the shared folder that are real programs rather than kernels for one thing. */
  private static final Set<String> KNOWN_PROGRAMS = Set.of("sqlite", "lua", "zlib", "zstd");

  private final List<BenchCase> cases = new ArrayList<>();
  private final Map<String, String> placeByName = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private CasesReader() {}

  /**
   * Reads all cases of folders with a {@code cases.tsv}, in their order.
   *
   * @throws BadCasesException if a file or a line of it is not as it should be
   */
  static List<BenchCase> readAll(List<Path> folders) throws BadCasesException {
    CasesReader reader = new CasesReader();
    folders.forEach(reader::readFolder);
    if (!reader.faults.isEmpty()) {
      throw new BadCasesException(String.join("\n", reader.faults));
    }
    return List.copyOf(reader.cases);
  }

  private void readFolder(Path folder) {
    Path file = folder.resolve("cases.tsv");
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (MalformedInputException e) {
      faults.add(file + ": expected text in UTF-8");
      return;
    } catch (IOException e) {
      faults.add(
          file + ": cannot be read; a folder with programs has cases.tsv and wasm/NAME.wasm");
      return;
    }
    boolean hasGroups = !lines.isEmpty() && lines.get(0).equals(header(true));
    if (!hasGroups && (lines.isEmpty() || !lines.get(0).equals(header(false)))) {
      faults.add(
          "%s:1: expected the columns %s, with tabs between, and perhaps %s"
              .formatted(file, String.join(" ", COLUMNS), GROUP));
      return;
    }
    for (int line = 1; line < lines.size(); line++) {
      String text = lines.get(line);
      if (!text.isBlank() && !text.startsWith("#")) {
        readLine(folder, file + ":" + (line + 1), text.split("\t", -1), hasGroups);
      }
    }
  }

  private static String header(boolean withGroup) {
    return String.join("\t", COLUMNS) + (withGroup ? "\t" + GROUP : "");
  }

  private void readLine(Path folder, String place, String[] cells, boolean hasGroups) {
    int expected = COLUMNS.size() + (hasGroups ? 1 : 0);
    if (cells.length != expected) {
      faults.add(
          "%s: expected %d cells with tabs between, found %d"
              .formatted(place, expected, cells.length));
      return;
    }
    String name = cells[0];
    Path wasm = folder.resolve("wasm").resolve(name + ".wasm");
    Optional<Path> input =
        cells[2].equals("-") ? Optional.empty() : Optional.of(folder.resolve(cells[2]));
    String group = hasGroups ? cells[4] : KNOWN_PROGRAMS.contains(name) ? PROGRAMS : KERNELS;
    int before = faults.size();
    checkName(place, name, wasm);
    if (input.isPresent() && !Files.isRegularFile(input.get())) {
      fault(place, "stdin", "a file, or - for none", input.get() + ", which is none");
    }
    if (!MD5.matcher(cells[3]).matches()) {
      fault(place, "stdout_md5", "32 digits in lower-case hexadecimal", "'" + cells[3] + "'");
    }
    if (group.isBlank()) {
      fault(place, GROUP, "the name of a mean", "nothing");
    }
    if (faults.size() == before) {
      cases.add(new BenchCase(name, arguments(cells[1]), input, cells[3], wasm, group));
    }
  }

  private void checkName(String place, String name, Path wasm) {
    if (!NAME.matcher(name).matches()) {
      fault(place, "name", "letters, digits, '_', '.' and '-'", "'" + name + "'");
      return;
    }
    String other = placeByName.putIfAbsent(name, place);
    if (other != null) {
      fault(place, "name", "one that no other case has", "'" + name + "', as in " + other);
    } else if (!Files.isRegularFile(wasm)) {
      faults.add(place + ": expected the module of " + name + " in " + wasm + ", which is no file");
    }
  }

  private void fault(String place, String column, String expected, String found) {
    faults.add("%s: %s: expected %s, found %s".formatted(place, column, expected, found));
  }

  private static List<String> arguments(String argv) {
    return SPACES.splitAsStream(argv).filter(argument -> !argument.isEmpty()).toList();
  }
}

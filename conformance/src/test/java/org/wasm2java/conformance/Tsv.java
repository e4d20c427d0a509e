package org.wasm2java.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads and writes tables of tab-separated values with one header line. */
public final class Tsv {
  private Tsv() {}

  /** Returns the rows below the header line; lines that start with {@code #} are comments. */
  public static List<List<String>> parse(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .skip(1)
        .map(line -> Arrays.asList(line.split("\t", -1)))
        .toList();
  }

  /** Writes a table, creating the folder; tabs and line ends inside cells become spaces. */
  public static void write(Path file, String header, List<? extends List<?>> rows)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(header.replace(' ', '\t'));
    for (List<?> row : rows) {
      lines.add(
          String.join(
              "\t",
              row.stream().map(cell -> cell.toString().replaceAll("[\\t\\r\\n]+", " ")).toList()));
    }
    Files.createDirectories(file.getParent());
    Files.write(file, lines);
  }
}

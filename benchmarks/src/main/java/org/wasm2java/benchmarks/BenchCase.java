package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A benchmark program with what it is given and what it must print.
 *
 * @param name the program, whose module is {@code wasm/<name>.wasm}
 * @param arguments behind the program's name
 * @param input the file that is standard input; empty for none
 * @param md5 the digest of the right standard output
 * @param wasm the module
 */
public record BenchCase(
    String name, List<String> arguments, Optional<Path> input, String md5, Path wasm) {
  private static final Set<String> APPLICATIONS = Set.of("sqlite", "lua", "zlib", "zstd");

  /** Copies the arguments. */
  public BenchCase {
    arguments = List.copyOf(arguments);
  }

  /** Reads all cases of a folder with a {@code cases.tsv}, in its order. */
  public static List<BenchCase> readAll(Path folder) throws IOException {
    List<BenchCase> cases = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("cases.tsv")).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      cases.add(
          new BenchCase(
              cells[0],
              List.of(cells[1].split(" ")),
              cells[2].equals("-") ? Optional.empty() : Optional.of(folder.resolve(cells[2])),
              cells[3],
              folder.resolve("wasm").resolve(cells[0] + ".wasm")));
    }
    return cases;
  }

  /** Returns whether this is a real program rather than a kernel that measures one thing. */
  public boolean isApplication() {
    return APPLICATIONS.contains(name);
  }

  /** Returns the bytes of standard input. */
  public byte[] inputBytes() throws IOException {
    return input.isPresent() ? Files.readAllBytes(input.get()) : new byte[0];
  }
}

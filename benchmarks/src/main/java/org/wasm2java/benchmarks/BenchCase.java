package org.wasm2java.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A benchmark program with what it is given and what it must print.
 *
 * @param name the program, whose module is {@code wasm/<name>.wasm}
 * @param arguments behind the program's name
 * @param input the file that is standard input; empty for none
 * @param md5 the digest of the right standard output
 * @param wasm the module
 * @param group the programs whose ratios share a mean
 */
public record BenchCase(
    String name,
    List<String> arguments,
    Optional<Path> input,
    String md5,
    Path wasm,
    String group) {
  /** Copies the arguments. */
  public BenchCase {
    arguments = List.copyOf(arguments);
  }

  /** Reads all cases of a folder with a {@code cases.tsv}, in its order. */
  public static List<BenchCase> readAll(Path folder) throws IOException {
    return CasesReader.readAll(List.of(folder));
  }

  /** Returns the bytes of standard input. */
  public byte[] inputBytes() throws IOException {
    return input.isPresent() ? Files.readAllBytes(input.get()) : new byte[0];
  }
}

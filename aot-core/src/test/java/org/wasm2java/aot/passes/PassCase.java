package org.wasm2java.aot.passes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.GoldenFile;

/** A folder {@code passes/<Pass>/<case>}: the IR before the pass and behind it. */
record PassCase(String pass, Path folder) {
  /** Cases whose pass must leave the function alone have names that start so. */
  private static final String UNCHANGED = "unchanged-";

  static final Path PASSES = GoldenFile.resources("passes");

  /** Returns all cases of a pass by name. */
  static List<PassCase> of(String pass) {
    List<PassCase> cases = new ArrayList<>();
    for (Path folder : folders(PASSES.resolve(pass))) {
      cases.add(new PassCase(pass, folder));
    }
    return cases;
  }

  static List<Path> folders(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUnchanged() {
    return folder.getFileName().toString().startsWith(UNCHANGED);
  }

  String before() {
    return GoldenFile.text(folder.resolve("before.ir"));
  }

  /** Returns the golden text; writes {@code found} there first if that was asked for. */
  String after(String found) {
    return GoldenFile.expected(folder.resolve("after.ir"), found);
  }

  @Override
  public String toString() {
    return pass + "/" + folder.getFileName();
  }
}

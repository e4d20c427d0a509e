package org.wasm2java.maven;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.Translator;

/** Tells one build of the translator from another; snapshots change under one version number. */
final class TranslatorBuild {
  private TranslatorBuild() {}

  /** Adds the bytes of the translator itself, which is a jar or, inside its own build, a folder. */
  static void addTo(Hash hash) throws IOException {
    URI location =
        URI.create(Translator.class.getProtectionDomain().getCodeSource().getLocation().toString());
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of(location))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      hash.add(Files.readAllBytes(file));
    }
  }
}

package org.wasm2java.conformance.programs;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SortedMap;
import org.wasm2java.benchmarks.GeneratedProgram;

/**
 * Translates {@code WASM} to {@code JAR} in a JVM of its own and prints a digest of the Java
 * sources, for tests of what the output depends on.
 */
final class TranslateMain {
  private TranslateMain() {}

  public static void main(String[] args) throws IOException, NoSuchAlgorithmException {
    SortedMap<String, String> sources =
        GeneratedProgram.writeJar(Path.of(args[0]), Path.of(args[1])).translation().sources();
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    sources.forEach(
        (name, text) -> {
          digest.update(name.getBytes(StandardCharsets.UTF_8));
          digest.update(text.getBytes(StandardCharsets.UTF_8));
        });
    System.out.printf("%064x%n", new BigInteger(1, digest.digest()));
  }
}

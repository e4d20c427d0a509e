package org.wasm2java.aot.tool;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.wasm2java.aot.diagnostic.WasmModuleException;

/**
 * The bytes of a module together with the path they came from, so that what is wrong with the bytes
 * can be told with the name that the user gave.
 */
public final class ModuleFile {
  private static final int PREFIX_LENGTH = 8;

  /** Below this size a translation is over before a reader has seen that it began. */
  private static final int LARGE = 1_000_000;

  /** Core modules and components share the first four bytes; the layer field tells them apart. */
  private static final byte[] COMPONENT_PREFIX = {0, 'a', 's', 'm', 0x0d, 0, 1, 0};

  private static final byte[] GZIP_PREFIX = {0x1f, (byte) 0x8b};

  private final Path path;
  private final byte[] bytes;

  private ModuleFile(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * Reads a whole file; whether it is a module is for the translator to say.
   *
   * @throws FileFailure if there is no such file or it cannot be read
   */
  public static ModuleFile read(Path path) throws FileFailure {
    if (Files.isDirectory(path)) {
      throw new FileFailure(path, "is a folder; give the .wasm file itself");
    }
    try {
      if (Files.size(path) > Integer.MAX_VALUE - PREFIX_LENGTH) {
        throw new FileFailure(path, "is over 2 GiB; no module can be that large");
      }
      return new ModuleFile(path, Files.readAllBytes(path));
    } catch (FileFailure alreadyExplained) {
      throw alreadyExplained;
    } catch (IOException e) {
      throw FileFailure.reading(path, e);
    }
  }

  /** Returns the path as it was given. */
  public Path path() {
    return path;
  }

  /** Returns the bytes themselves, not a copy: modules are large and nobody changes them. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns whether the module is so large that its translation should show progress. */
  public boolean isLarge() {
    return bytes.length > LARGE;
  }

  /**
   * Returns the message for users about a rejected module: the path, the translator's own words,
   * and what the file seems to be if it is no core module at all.
   */
  public String explain(WasmModuleException rejection) {
    String message = path + ": " + rejection.getMessage();
    return likelyMistake().map(hint -> message + "\n  " + hint).orElse(message);
  }

  private Optional<String> likelyMistake() {
    if (bytes.length == 0) {
      return Optional.of("the file is empty; was the step that writes it interrupted?");
    }
    if (startsWith(COMPONENT_PREFIX)) {
      return Optional.of(
          "this is a component; wasm2java takes core modules: compile for wasm32-wasip1 instead, or"
              + " extract the core module with 'wasm-tools component unbundle'");
    }
    if (startsWith(GZIP_PREFIX)) {
      return Optional.of("this is gzip data; unpack it with 'gunzip' first");
    }
    if (startsLikeWat()) {
      return Optional.of(
          "this looks like the text format; convert it with 'wat2wasm " + path.getFileName() + "'");
    }
    return Optional.empty();
  }

  private boolean startsWith(byte[] prefix) {
    return bytes.length >= prefix.length
        && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
  }

  private boolean startsLikeWat() {
    String start =
        new String(bytes, 0, Math.min(bytes.length, 256), StandardCharsets.UTF_8).strip();
    return start.startsWith("(module") || start.startsWith(";;") || start.startsWith("(;");
  }
}

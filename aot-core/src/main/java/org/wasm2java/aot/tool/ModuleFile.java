package org.wasm2java.aot.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wasm2java.aot.diagnostic.WasmModuleException;

/**
 * The bytes of a module together with the path they came from, so that what is wrong with the bytes
 * can be told with the name that the user gave.
 */
public final class ModuleFile {
  private static final int PREFIX_LENGTH = 8;

  /** Below this size a translation is over before a reader has seen that it began. */
  private static final int LARGE = 1_000_000;

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
   * Returns the message for users about a rejected module: the path and the translator's own words,
   * which say what the file seems to be if it is no core module at all.
   */
  public String explain(WasmModuleException rejection) {
    return path + ": " + rejection.getMessage();
  }
}

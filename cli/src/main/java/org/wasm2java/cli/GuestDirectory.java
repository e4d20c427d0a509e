package org.wasm2java.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A folder that the guest may use.
 *
 * @param host the folder
 * @param guest the absolute or relative path under which the guest sees it
 */
record GuestDirectory(Path host, String guest) {
  private static final String SEPARATOR = "::";

  /** Reads {@code HOST} or {@code HOST::GUEST}. */
  static final class Converter implements ITypeConverter<GuestDirectory> {
    @Override
    public GuestDirectory convert(String text) {
      int separator = text.indexOf(SEPARATOR);
      String host = separator < 0 ? text : text.substring(0, separator);
      String guest = separator < 0 ? text : text.substring(separator + SEPARATOR.length());
      if (host.isEmpty() || guest.isEmpty()) {
        throw new TypeConversionException(
            "'" + text + "' is not HOST or HOST::GUEST, such as ./data::/data");
      }
      Path folder = path(host);
      if (!Files.isDirectory(folder)) {
        throw new TypeConversionException("'" + host + "' is not a folder");
      }
      return new GuestDirectory(folder, guest);
    }

    private static Path path(String host) {
      try {
        return Path.of(host);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + host + "' is not a path: " + e.getReason());
      }
    }
  }
}

package org.wasm2java.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.wasm2java.wasi.Wasi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A folder that the guest may use.
 *
 * @param host the folder
 * @param guest the absolute or relative path under which the guest sees it
 * @param isReadOnly whether the guest may change nothing in it
 */
record GuestDirectory(Path host, String guest, boolean isReadOnly) {
  private static final String SEPARATOR = "::";
  private static final String READ_ONLY = "ro";
  private static final int MAX_PARTS = 3;

  void grantTo(Wasi.Builder grants) {
    if (isReadOnly) {
      grants.readOnly(guest, host);
    } else {
      grants.preopen(guest, host);
    }
  }

  /** Reads {@code HOST}, {@code HOST::GUEST} or {@code HOST::GUEST::ro}. */
  static final class Converter implements ITypeConverter<GuestDirectory> {
    @Override
    public GuestDirectory convert(String text) {
      List<String> parts = List.of(text.split(SEPARATOR, -1));
      boolean isReadOnly = parts.size() == MAX_PARTS && parts.get(2).equals(READ_ONLY);
      if (parts.contains("") || parts.size() > (isReadOnly ? MAX_PARTS : 2)) {
        throw new TypeConversionException(
            "'" + text + "' is not HOST, HOST::GUEST or HOST::GUEST::ro, such as ./data::/data");
      }
      Path folder = path(parts.get(0));
      if (!Files.isDirectory(folder)) {
        throw new TypeConversionException("'" + folder + "' is not a folder");
      }
      return new GuestDirectory(folder, parts.get(parts.size() > 1 ? 1 : 0), isReadOnly);
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

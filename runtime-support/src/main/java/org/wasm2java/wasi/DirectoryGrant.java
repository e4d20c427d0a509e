package org.wasm2java.wasi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.wasm2java.wasi.text.HostText;

/**
 * A directory that a user grants to a guest in writing: {@code HOST}, {@code HOST::GUEST} or {@code
 * HOST::GUEST::ro}. The command line and the properties of executable jars share this grammar.
 *
 * <pre>{@code
 * DirectoryGrant.parse("./pictures::/data::ro").grantTo(Wasi.builder());
 * }</pre>
 *
 * @param host the directory
 * @param guest the path under which the guest finds it
 * @param readOnly whether the guest may change nothing in it
 */
public record DirectoryGrant(Path host, String guest, boolean readOnly) {
  private static final String SEPARATOR = "::";
  private static final String READ_ONLY = "ro";
  private static final int MAX_PARTS = 3;

  /**
   * Reads a grant.
   *
   * @throws IllegalArgumentException with a complete message if the text is none
   */
  public static DirectoryGrant parse(String text) {
    String[] parts = text.split(SEPARATOR, -1);
    boolean readOnly = parts.length == MAX_PARTS && parts[2].equals(READ_ONLY);
    boolean tooMany = parts.length > (readOnly ? MAX_PARTS : 2);
    if (tooMany || List.of(parts).contains("")) {
      throw new IllegalArgumentException(
          quoted(text)
              .concat(" is not HOST, HOST::GUEST or HOST::GUEST::ro, such as ./data::/data"));
    }
    if (parts.length == 2 && parts[1].equals(READ_ONLY)) {
      throw new IllegalArgumentException(ambiguous(text, parts[0]));
    }
    String guest = parts.length == 1 ? parts[0] : parts[1];
    return new DirectoryGrant(path(parts[0]), guest, readOnly);
  }

  private static String ambiguous(String text, String host) {
    return quoted(text)
        .concat(" can mean two things: write ")
        .concat(quoted(String.join(SEPARATOR, host, host, READ_ONLY)))
        .concat(" for a folder that cannot be changed, or ")
        .concat(quoted(String.join(SEPARATOR, host, "./".concat(READ_ONLY))))
        .concat(" for one that the guest sees as 'ro'");
  }

  private static Path path(String host) {
    try {
      return HostText.path(host);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(
          quoted(host).concat(" is not a path: ").concat(e.getReason()), e);
    }
  }

  private static String quoted(String text) {
    return "'".concat(text).concat("'");
  }

  /** Grants it. */
  public void grantTo(Wasi.Builder builder) {
    if (readOnly) {
      builder.readOnly(guest, host);
    } else {
      builder.preopen(guest, host);
    }
  }
}

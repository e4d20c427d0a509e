package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.text.EscapedUtf8;
import org.wasm2java.wasi.text.HostText;

/**
 * The text of symbolic links, which means what it says: {@code file/} is no file, and {@code
 * readlink} gives back what {@code symlink} was given. Java takes the text as a {@code Path}, from
 * which it drops slashes, but keeps those of paths that were not made from text.
 */
final class LinkText {
  private static final String TWO_SLASHES = "//";

  private LinkText() {}

  /** Returns the text of a link in the guest's form. */
  static String read(Path link) throws IOException {
    Path target = Files.readSymbolicLink(link);
    String separator = target.getFileSystem().getSeparator();
    String text = HostText.text(target);
    return separator.equals("/") ? text : text.replace(separator, "/");
  }

  /**
   * Returns a path that is exactly this relative text.
   *
   * @throws ErrnoException {@code notsup} if this host cannot have such a link: three slashes in a
   *     row or two at the end, and on other file systems than Unix's also what {@code Path} would
   *     change; {@code ilseq} for bytes that are no text where names are text
   */
  static Path toPath(FileSystem host, String text) throws ErrnoException {
    boolean isDefault = host == FileSystems.getDefault();
    try {
      if (isDefault && HostText.hasRawPaths()) {
        return isNormal(text) ? HostText.path(text) : rawPath(text);
      }
      if (!EscapedUtf8.isUtf8(text)) {
        throw Errno.ILSEQ.failure();
      }
      Path path = host.getPath(text);
      if (path.toString().replace(host.getSeparator(), "/").equals(text)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw Errno.ILSEQ.failure();
    }
    throw Errno.NOTSUP.failure();
  }

  private static boolean isNormal(String text) {
    return !text.contains(TWO_SLASHES) && !text.endsWith("/");
  }

  /** Joins parts that end with a slash, as paths do, by one more. */
  private static Path rawPath(String text) throws ErrnoException {
    if (text.contains("///") || text.endsWith(TWO_SLASHES)) {
      throw Errno.NOTSUP.failure();
    }
    Path path = null;
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf(TWO_SLASHES, start);
      boolean last = end < 0;
      String part = last ? text.substring(start) : text.substring(start, end).concat("/");
      Path raw = HostText.raw(rawEncoded(part));
      path = path == null ? raw : path.resolve(raw);
      start = last ? text.length() : end + TWO_SLASHES.length();
    }
    if (!HostText.text(path).equals(text)) {
      throw Errno.NOTSUP.failure(); // a JDK that makes paths in another way
    }
    return path;
  }

  private static String rawEncoded(String part) {
    String encoded = HostText.percentEncoded(part);
    return encoded.endsWith("/")
        ? encoded.substring(0, encoded.length() - 1).concat("%2F")
        : encoded;
  }
}

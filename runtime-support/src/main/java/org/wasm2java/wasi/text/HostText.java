package org.wasm2java.wasi.text;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Paths of the default file system by their bytes. Java's own {@code Path.of} and {@code toString}
 * go through the encoding of the process's locale: in a container without one that is ASCII, and
 * every other name is refused or shown as question marks. Here a path is the UTF-8 of its text
 * whatever the locale, and a byte that is not UTF-8 is a lone surrogate, as Python has it: U+DCFF
 * for 0xFF.
 *
 * <p>The way to the bytes is the path's {@code file:} URI, which escapes each of them. On Windows,
 * where names are text, this is the same as {@code Path.of} and {@code toString}.
 *
 * <pre>{@code
 * Path folder = HostText.path(process.arguments()[0]);
 * Wasi.builder().preopen("/data", folder);
 * }</pre>
 */
public final class HostText {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String PROBE = "%FF%2F";

  /** How the JDK decodes names, arguments and variables. */
  public static final Charset LOCALE = localeCharset();

  private HostText() {}

  /** Found out on first use: most programs start without a name that is not ASCII. */
  private static final class Host {
    /** Whether the host's names are bytes that URIs carry. */
    static final boolean BYTES = keepsBytes();
  }

  private static boolean keepsBytes() {
    try {
      return FileSystems.getDefault().getSeparator().equals("/")
          && rawUri(raw(PROBE)).equals("/".concat(PROBE).replace("%2F", "/"));
    } catch (IllegalArgumentException e) {
      return false; // another kind of default file system
    }
  }

  private static Charset localeCharset() {
    String name = System.getProperty("sun.jnu.encoding", "");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      return Charset.defaultCharset();
    }
  }

  /**
   * Returns the path with this text.
   *
   * @throws InvalidPathException if the host has no such paths
   */
  public static Path path(String text) {
    if (isSameInLocale(text) || !Host.BYTES) {
      requireNoEscapes(text);
      return Path.of(text);
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidPathException(text, "Nul character not allowed");
    }
    boolean absolute = text.startsWith("/");
    Path relative = raw(percentEncoded(withoutSlashesAtTheEnd(text)));
    return absolute ? relative.getFileSystem().getPath("/").resolve(relative) : relative;
  }

  /**
   * Opens a file of any kind, such as a named pipe, to be read. Streams of {@code java.io} take
   * names that the locale can express, and no others.
   */
  public static InputStream open(Path path) throws IOException {
    String name = path.toString();
    if (text(path).equals(name)) {
      return new FileInputStream(name);
    }
    SeekableByteChannel channel = Files.newByteChannel(path);
    return Channels.newInputStream(new Sequential(channel));
  }

  /** A channel of which nobody asks the position: pipes have none. */
  private record Sequential(SeekableByteChannel channel) implements ReadableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      return channel.read(target);
    }

    @Override
    public boolean isOpen() {
      return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  private static boolean isSameInLocale(String text) {
    return EscapedUtf8.isAscii(text)
        || LOCALE.equals(StandardCharsets.UTF_8) && EscapedUtf8.isUtf8(text);
  }

  private static void requireNoEscapes(String text) {
    if (!EscapedUtf8.isUtf8(text)) {
      throw new InvalidPathException(text, "Not UTF-8");
    }
  }

  private static String withoutSlashesAtTheEnd(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }

  /** Returns the text of a path, of this or of another file system. */
  public static String text(Path path) {
    String text = path.toString();
    boolean exact =
        EscapedUtf8.isAscii(text)
            || LOCALE.equals(StandardCharsets.UTF_8) && text.indexOf(REPLACEMENT) < 0;
    if (exact || !Host.BYTES || path.getFileSystem() != FileSystems.getDefault()) {
      return text;
    }
    String uri = rawUri(path);
    boolean added = uri.endsWith("/") && !text.endsWith("/"); // where there is such a directory
    int start = path.isAbsolute() ? 0 : 1;
    return percentDecoded(uri.substring(start, uri.length() - (added ? 1 : 0)));
  }

  /** Returns the bytes of a path with escapes, from the root if it is relative. */
  private static String rawUri(Path path) {
    return path.getFileSystem().getPath("/").resolve(path).toUri().getRawPath();
  }

  /**
   * Returns a relative path that has exactly these bytes. Unlike {@code Path.of}, a URI keeps a
   * slash at the end if it is escaped.
   *
   * @param encoded all bytes, percent-encoded, but slashes between names
   */
  public static Path raw(String encoded) {
    Path absolute = Path.of(URI.create("file:///".concat(encoded)));
    return absolute.subpath(0, absolute.getNameCount());
  }

  /** Returns whether {@link #raw} works on this host. */
  public static boolean hasRawPaths() {
    return Host.BYTES;
  }

  /** Percent-encodes all bytes of a text but slashes. */
  public static String percentEncoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : EscapedUtf8.encode(text)) {
      if (b == '/') {
        encoded.append('/');
      } else {
        encoded.append('%');
        encoded.append(Character.forDigit(b >> 4 & 15, 16));
        encoded.append(Character.forDigit(b & 15, 16));
      }
    }
    return encoded.toString();
  }

  private static String percentDecoded(String encoded) {
    byte[] bytes = new byte[encoded.length()];
    int length = 0;
    for (int i = 0; i < encoded.length(); i++) {
      if (encoded.charAt(i) == '%') {
        bytes[length++] = (byte) Integer.parseInt(encoded, i + 1, i + 3, 16);
        i += 2;
      } else {
        bytes[length++] = (byte) encoded.charAt(i);
      }
    }
    return EscapedUtf8.decode(bytes, 0, length);
  }
}

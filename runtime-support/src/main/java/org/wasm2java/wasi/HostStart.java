package org.wasm2java.wasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.wasm2java.wasi.text.EscapedUtf8;
import org.wasm2java.wasi.text.HostText;

/**
 * What this process was started with, by its bytes. Java decodes arguments, system properties and
 * variables by the locale, and what that cannot express (all but ASCII in a container without a
 * locale) is lost. Linux still has the bytes in {@code /proc}: they count where they are what Java
 * made its text from. The texts given out are UTF-8 with lone surrogates for other bytes, as {@link
 * Wasi} and {@link HostText} take them.
 *
 * <pre>{@code
 * HostStart process = new HostStart(args, System.err::println);
 * Wasi.builder().args(process.arguments()).env("USER", process.variable("USER"));
 * }</pre>
 */
public final class HostStart {
  private static final char REPLACEMENT = '\uFFFD';

  private final String[] given;
  private final Consumer<String> warnings;
  private List<byte[]> commandLine;
  private List<byte[]> environment;
  private boolean warned;

  /**
   * Takes what {@code main} got.
   *
   * @param arguments of {@code main}
   * @param warnings is told once if a text is lost
   */
  public HostStart(String[] arguments, Consumer<String> warnings) {
    this.given = arguments.clone();
    this.warnings = warnings;
  }

  /** Returns the arguments of {@code main}. */
  public String[] arguments() {
    String[] exact = given.clone();
    for (int i = 0; i < exact.length; i++) {
      if (!EscapedUtf8.isAscii(exact[i])) {
        List<byte[]> all = commandLine();
        int at = all.size() - exact.length + i;
        exact[i] = exact(given[i], at < 0 ? List.of() : List.of(all.get(at)));
      }
    }
    return exact;
  }

  /** Returns a system property, or {@code null}. */
  public String property(String name) {
    String value = System.getProperty(name);
    if (value == null || EscapedUtf8.isAscii(value)) {
      return value;
    }
    return exact(value, valuesOf("-D".concat(name), commandLine()));
  }

  /** Returns a variable of the environment, or {@code null}. */
  public String variable(String name) {
    if (EscapedUtf8.isAscii(name)) {
      String value = System.getenv(name);
      boolean same = value == null || EscapedUtf8.isAscii(value);
      return same ? value : exact(value, valuesOf(name, environment()));
    }
    List<byte[]> values = valuesOf(name, environment());
    return values.isEmpty() ? System.getenv(name) : EscapedUtf8.decode(values.get(0));
  }

  private List<byte[]> commandLine() {
    if (commandLine == null) {
      commandLine = strings("/proc/self/cmdline");
    }
    return commandLine;
  }

  private List<byte[]> environment() {
    if (environment == null) {
      environment = strings("/proc/self/environ");
    }
    return environment;
  }

  /** Returns the strings of a file, which each end with a NUL; none where there is no such file. */
  private static List<byte[]> strings(String file) {
    byte[] all;
    try {
      all = Files.readAllBytes(Path.of(file));
    } catch (IOException | SecurityException e) {
      return List.of(); // the locale's text is all there is
    }
    List<byte[]> strings = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == 0) {
        strings.add(Arrays.copyOfRange(all, start, i));
        start = i + 1;
      }
    }
    return strings;
  }

  /** Returns the values in {@code name=value}. */
  private static List<byte[]> valuesOf(String name, List<byte[]> strings) {
    byte[] prefix = EscapedUtf8.encode(name.concat("="));
    List<byte[]> values = new ArrayList<>();
    for (byte[] string : strings) {
      int start = prefix.length;
      if (string.length >= start && Arrays.equals(string, 0, start, prefix, 0, start)) {
        values.add(Arrays.copyOfRange(string, start, string.length));
      }
    }
    return values;
  }

  /** Returns the text of those bytes from which Java made its text. */
  private String exact(String decoded, List<byte[]> candidates) {
    for (byte[] bytes : candidates) {
      if (decoded.equals(new String(bytes, HostText.LOCALE))) {
        return EscapedUtf8.decode(bytes);
      }
    }
    if (decoded.indexOf(REPLACEMENT) >= 0) {
      warn();
      return decoded;
    }
    boolean encodable = HostText.LOCALE.newEncoder().canEncode(decoded);
    return encodable ? EscapedUtf8.decode(decoded.getBytes(HostText.LOCALE)) : decoded;
  }

  private void warn() {
    if (!warned) {
      warned = true;
      warnings.accept(
          "warning: arguments or variables have characters that the locale's encoding "
              .concat(HostText.LOCALE.name())
              .concat(" does not have, so they are lost: set LC_ALL=C.UTF-8"));
    }
  }
}

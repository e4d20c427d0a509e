package org.wasm2java.wasi;

/**
 * A variable that a user grants to a guest in writing: {@code NAME=VALUE}, or {@code NAME} for the
 * value that this process has. The command line and the properties of executable jars share this
 * grammar.
 *
 * <pre>{@code
 * VariableGrant.parse("LANG=C.UTF-8").grantTo(Wasi.builder(), process);
 * }</pre>
 *
 * @param name not empty
 * @param value {@code null} for that of this process
 */
public record VariableGrant(String name, String value) {
  /**
   * Reads a grant.
   *
   * @throws IllegalArgumentException with a complete message if the text is none
   */
  public static VariableGrant parse(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "'".concat(text).concat("' is not NAME=VALUE, such as LANG=C.UTF-8, or NAME"));
    }
    return new VariableGrant(name, equals < 0 ? null : text.substring(equals + 1));
  }

  /** Grants it; a name without a value that has none in this process grants nothing. */
  public void grantTo(Wasi.Builder builder, HostStart process) {
    String granted = value == null ? process.variable(name) : value;
    if (granted != null) {
      builder.env(name, granted);
    }
  }
}

package org.wasm2java.aot.diagnostic;

/**
 * A rule that a module broke, by the phrase that the specification's test suite has for it. Thrown
 * through {@link #at}, so that no message lacks its place.
 *
 * @param kind which family of errors the rule belongs to
 * @param phrase how every message starts
 */
public record Failure(Kind kind, String phrase) {
  /** The families of errors. */
  public enum Kind {
    /** The bytes are not a module. */
    MALFORMED,
    /** The module breaks a rule of validation. */
    INVALID,
    /** The module is valid, but code generation cannot do it yet. */
    UNSUPPORTED
  }

  /** Returns a rule of the binary format. */
  public static Failure malformed(String phrase) {
    return new Failure(Kind.MALFORMED, phrase);
  }

  /** Returns a rule of validation. */
  public static Failure invalid(String phrase) {
    return new Failure(Kind.INVALID, phrase);
  }

  /** Returns a feature that code generation lacks. */
  public static Failure unsupported(String feature) {
    return new Failure(Kind.UNSUPPORTED, "unsupported: " + feature);
  }

  /** Returns the exception for the rule broken at a place. */
  public WasmModuleException at(Location location) {
    return at(location, "");
  }

  /** Returns the exception for the rule broken at a place, with what was expected and found. */
  public WasmModuleException at(Location location, String detail) {
    return switch (kind) {
      case MALFORMED -> new MalformedException(this, location, detail);
      case INVALID -> new InvalidException(this, location, detail);
      case UNSUPPORTED -> new UnsupportedException(this, location, detail);
    };
  }
}

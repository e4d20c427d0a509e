package org.wasm2java.aot;

/** The phases of a translation, in their order, as far as they are reported and timed. */
public enum Phase {
  /** The module's bytes are read. */
  DECODE("decode"),

  /** The module is checked by the rules of the specification. */
  VALIDATE("validate"),

  /** Functions become Java text; some more than once, if their methods turned out too large. */
  CODE("code"),

  /** The sources are compiled to class files. */
  JAVAC("javac");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /** Returns the phase as a word for people. */
  public String text() {
    return text;
  }
}

package org.wasm2java.aot;

import java.util.Objects;

/** The version of this translator, as its jar says. */
final class TranslatorVersion {
  private TranslatorVersion() {}

  /** Returns the version, or {@code unreleased} where the translator is not in a jar. */
  static String text() {
    String version = Translator.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "unreleased");
  }
}

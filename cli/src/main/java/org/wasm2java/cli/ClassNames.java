package org.wasm2java.cli;

import java.nio.file.Path;
import java.util.List;
import org.wasm2java.aot.TranslationOptions;

/** Makes names for generated classes where the user gave none. */
final class ClassNames {
  private static final String FALLBACK = "Wasm";

  /**
   * Generated sources use simple names from these packages: a class of that name would hide them,
   * or readers would take it for them.
   */
  private static final List<String> PACKAGES_IN_SIGHT =
      List.of("java.lang.", "org.wasm2java.runtime.", "org.wasm2java.wasi.");

  private ClassNames() {}

  /**
   * Returns the file's name without its extension in the form of a Java class name: {@code
   * speed-test1.wasm} gives {@code SpeedTest1}.
   */
  static String fromFile(Path file) {
    String fileName = ProgramName.ofFile(file);
    int dot = fileName.lastIndexOf('.');
    String name = capitalizedWords(dot > 0 ? fileName.substring(0, dot) : fileName);
    if (name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0))) {
      name = FALLBACK + name;
    }
    return isTaken(name) ? name + FALLBACK : name;
  }

  private static String capitalizedWords(String text) {
    StringBuilder words = new StringBuilder();
    boolean startsWord = true;
    for (int codePoint : text.codePoints().toArray()) {
      if (Character.isLetterOrDigit(codePoint)) {
        words.appendCodePoint(startsWord ? Character.toTitleCase(codePoint) : codePoint);
        startsWord = false;
      } else {
        startsWord = true;
      }
    }
    return words.toString();
  }

  private static boolean isTaken(String simpleName) {
    return !TranslationOptions.isClassName(simpleName)
        || PACKAGES_IN_SIGHT.stream().anyMatch(prefix -> exists(prefix + simpleName));
  }

  private static boolean exists(String className) {
    try {
      Class.forName(className, false, ClassNames.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

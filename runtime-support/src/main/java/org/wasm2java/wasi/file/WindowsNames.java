package org.wasm2java.wasi.file;

import java.util.Locale;

/**
 * File names that Windows takes for something else than a file of this name: devices such as {@code
 * CON}, with any extension, and names whose last dots or spaces it drops.
 */
final class WindowsNames {
  private static final String DEVICES = " CON PRN AUX NUL CLOCK$ CONIN$ CONOUT$ ";

  private WindowsNames() {}

  /** Returns whether a name must not be given to Windows. */
  static boolean isSpecial(String name) {
    char last = name.charAt(name.length() - 1);
    if (last == '.' || last == ' ' || name.indexOf(':') >= 0) {
      return true;
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
    boolean isPort = stem.length() == 4 && (stem.startsWith("COM") || stem.startsWith("LPT"));
    return isPort || DEVICES.contains(" ".concat(stem).concat(" "));
  }
}

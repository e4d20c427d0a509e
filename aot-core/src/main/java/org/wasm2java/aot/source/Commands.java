package org.wasm2java.aot.source;

import java.util.Optional;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Recognises WASI commands: modules that export a function {@code _start} without parameters and
 * results.
 */
public final class Commands {
  /** The name of the function that runs a command. */
  static final String START = "_start";

  private Commands() {}

  /** Returns why a module is no command, in words; an empty text if it is one. */
  public static String obstacle(ValidModule module) {
    if (startFunction(module).isPresent()) {
      return "";
    }
    Optional<Export> start =
        module.decoded().exports().stream().filter(e -> e.name().equals(START)).findFirst();
    if (start.isEmpty()) {
      return "it exports no function " + START;
    }
    return "its export "
        + START
        + " is "
        + (start.get().kind() == ExternKind.FUNCTION
            ? "func " + module.spaces().functionType(start.get().index()).text()
            : "a " + start.get().kind().text())
        + ", and that of a command is func [] -> []";
  }

  /** Returns the export that runs the module as a command, if it is one. */
  static Optional<Export> startFunction(ValidModule module) {
    return module.decoded().exports().stream()
        .filter(export -> export.kind() == ExternKind.FUNCTION && export.name().equals(START))
        .filter(export -> module.spaces().functionType(export.index()).text().equals("[] -> []"))
        .findFirst();
  }
}

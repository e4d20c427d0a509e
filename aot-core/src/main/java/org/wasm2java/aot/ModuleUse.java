package org.wasm2java.aot;

import java.util.List;

/**
 * How a translated module is used: as a command or as a library, and what has to be given to it.
 *
 * @param noCommand why it is no command, in words such as {@code it exports no function _start};
 *     empty if it is one
 * @param openImports one line for each import that WASI does not provide: whoever instantiates the
 *     module has to
 */
public record ModuleUse(String noCommand, List<String> openImports) {
  /** Copies the list. */
  public ModuleUse {
    openImports = List.copyOf(openImports);
  }

  /** Returns whether the module is a command, whose class has a {@code main}. */
  public boolean isCommand() {
    return noCommand.isEmpty();
  }
}

package org.wasm2java.aot;

import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.internal.ShownText;

/** Names functions in messages. */
final class FunctionText {
  private FunctionText() {}

  /** Returns a function's index and its name, if it has one: {@code func[12] $main}. */
  static String of(ValidModule module, int functionIndex) {
    String name =
        module
            .decoded()
            .names()
            .functionName(functionIndex)
            .map(given -> " $" + ShownText.of(given))
            .orElse("");
    return "func[" + functionIndex + "]" + name;
  }
}

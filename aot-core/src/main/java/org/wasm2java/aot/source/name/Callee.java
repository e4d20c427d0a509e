package org.wasm2java.aot.source.name;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.source.place.AsciiText;

/**
 * The method of a function: one of the instance, or a static one of another class that takes the
 * instance first.
 *
 * @param owner the class of a static method, empty for one of the instance
 * @param method its name
 */
public record Callee(String owner, String method) {
  /** Returns whether it is a method of the instance. */
  public boolean ofInstance() {
    return owner.isEmpty();
  }

  /**
   * Returns a call.
   *
   * @param instance how the place names the instance
   * @param mark a mark before the arguments
   * @param arguments with commas between
   */
  public String call(String instance, String mark, String arguments) {
    return ofInstance()
        ? instance + "." + method + mark + "(" + arguments + ")"
        : AsciiText.of(owner) + "." + method + mark + "(" + withInstance(instance, arguments) + ")";
  }

  /** Returns a call from the class that has the method, where nothing stands before its name. */
  public String callInside(String instance, String mark, String arguments) {
    return method
        + mark
        + "("
        + (ofInstance() ? arguments : withInstance(instance, arguments))
        + ")";
  }

  private static String withInstance(String instance, String arguments) {
    List<String> all = new ArrayList<>(List.of(instance));
    if (!arguments.isEmpty()) {
      all.add(arguments);
    }
    return String.join(", ", all);
  }
}

package org.wasm2java.aot;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.build.JavacException;
import org.wasm2java.aot.build.JavacException.Problem;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.format.FunctionMethodName;

/**
 * The Java compiler rejected generated sources: a defect of the translator, never of the module.
 * The message names the function whose code was rejected.
 */
public final class UncompilableCodeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The head of a method: members are indented by two characters, code by more. */
  private static final Pattern METHOD = Pattern.compile("  [^ ].*?(\\w+)\\(.*");

  UncompilableCodeException(
      ValidModule module, Map<String, String> sources, JavacException rejection) {
    super(message(module, sources, rejection), rejection);
  }

  private static String message(
      ValidModule module, Map<String, String> sources, JavacException rejection) {
    List<Problem> problems = rejection.problems();
    Problem first = problems.get(0);
    OptionalInt function = functionIndex(sources.getOrDefault(first.path(), ""), first.line());
    return "the generated Java does not compile; please report this with the module:\n  "
        + (function.isPresent() ? FunctionText.of(module, function.getAsInt()) + "\n  " : "")
        + rejection.getMessage()
        + more(problems.size() - 1);
  }

  private static String more(int errors) {
    return errors == 0 ? "" : "\n  and " + errors + (errors == 1 ? " more error" : " more errors");
  }

  /**
   * Returns the function to which a line of a source belongs; empty if it is of no function.
   *
   * @param line the line, from 1
   */
  static OptionalInt functionIndex(String source, long line) {
    List<String> before = source.lines().limit(line).toList();
    for (int i = before.size() - 1; i >= 0; i--) {
      Matcher head = METHOD.matcher(before.get(i));
      if (head.matches()) {
        return FunctionMethodName.parse(head.group(1)).stream()
            .mapToInt(FunctionMethodName::functionIndex)
            .findFirst();
      }
    }
    return OptionalInt.empty();
  }
}

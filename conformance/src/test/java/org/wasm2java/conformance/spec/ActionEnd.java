package org.wasm2java.conformance.spec;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an action ended: with values or with something thrown. */
sealed interface ActionEnd {
  /** The results, boxed. */
  record Returned(List<@Nullable Object> values) implements ActionEnd {
    static Returned of(@Nullable Object... values) {
      return new Returned(Arrays.asList(values));
    }
  }

  /** What was thrown instead of results. */
  record Threw(Throwable thrown) implements ActionEnd {}

  /** Returns the end as the reports show it. */
  default String describe() {
    if (this instanceof Returned returned) {
      return returned.values().stream()
          .map(Value::describe)
          .collect(Collectors.joining(" ", "returned [", "]"));
    }
    return Throwables.describe(((Threw) this).thrown());
  }
}

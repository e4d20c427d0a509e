package org.wasm2java.maven;

import java.util.Comparator;

/**
 * Says which execution generates a module, and as which class.
 *
 * @param project the project, as {@code group:artifact}
 * @param execution the id of the execution in the POM
 * @param className the qualified name of the generated class
 */
record ModuleKey(String project, String execution, String className)
    implements Comparable<ModuleKey> {
  private static final Comparator<ModuleKey> ORDER =
      Comparator.comparing(ModuleKey::project)
          .thenComparing(ModuleKey::execution)
          .thenComparing(ModuleKey::className);

  @Override
  public int compareTo(ModuleKey other) {
    return ORDER.compare(this, other);
  }
}

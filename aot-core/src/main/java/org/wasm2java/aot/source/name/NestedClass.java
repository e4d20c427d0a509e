package org.wasm2java.aot.source.name;

import com.palantir.javapoet.ClassName;

/** The classes that are nested in generated ones, whatever a module imports and exports. */
public enum NestedClass {
  /** The holder of what users give for imports. */
  IMPORTS("Imports", true),
  /** The module as a value. */
  DESCRIPTOR("Descriptor", true),
  /** The bytes of data segments. */
  DATA("Data", true),
  /** What a {@code main} runs. */
  PROGRAM("Program", true),
  /** A function of another module, in the class of its type. */
  FOREIGN("Foreign", false);

  private final String simpleName;

  private final boolean inMain;

  NestedClass(String simpleName, boolean inMain) {
    this.simpleName = simpleName;
    this.inMain = inMain;
  }

  /** Returns whether it is nested in the module's class, as what stands for imports is. */
  boolean isInMain() {
    return inMain;
  }

  public String simpleName() {
    return simpleName;
  }

  /** Returns the class that is nested in another. */
  public ClassName in(ClassName outer) {
    return outer.nestedClass(simpleName);
  }
}

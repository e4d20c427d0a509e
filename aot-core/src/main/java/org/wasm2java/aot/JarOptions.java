package org.wasm2java.aot;

import java.util.Optional;

/**
 * What goes into a jar beside the classes.
 *
 * <pre>{@code
 * JarOptions options = JarOptions.builder().bundleRuntime(false).build();
 * }</pre>
 */
public final class JarOptions {
  private final Optional<String> mainClass;
  private final boolean bundleRuntime;

  private JarOptions(Builder builder) {
    mainClass = builder.mainClass;
    bundleRuntime = builder.bundleRuntime;
  }

  /** Starts options for a jar that has the runtime's classes and no main class. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the class that {@code java -jar} starts. */
  public Optional<String> mainClass() {
    return mainClass;
  }

  /** Returns whether the runtime's classes are included, so that the jar runs by itself. */
  public boolean bundleRuntime() {
    return bundleRuntime;
  }

  /** Collects options. */
  public static final class Builder {
    private Optional<String> mainClass = Optional.empty();
    private boolean bundleRuntime = true;

    private Builder() {}

    /** Sets the class that {@code java -jar} starts. */
    public Builder mainClass(String className) {
      mainClass = Optional.of(className);
      return this;
    }

    /** Sets whether the runtime's classes are included, so that the jar runs by itself. */
    public Builder bundleRuntime(boolean value) {
      bundleRuntime = value;
      return this;
    }

    /** Returns the options. */
    public JarOptions build() {
      return new JarOptions(this);
    }
  }
}

package org.wasm2java.runtime.ops;

/** Keeps the package visible to module-info until its first real class lands. */
final class Placeholder {
  private Placeholder() {}
}

package org.wasm2java.runtime;

/**
 * A module written in Java that generated code knows at translation time and calls directly, such
 * as WASI. Added to a store with {@link Store#add}.
 */
public interface HostModule {
  /** Returns the import module name it answers to, for instance {@code wasi_snapshot_preview1}. */
  String name();
}

package org.wasm2java.benchmarks;

import java.io.IOException;

/** The process of an engine was ended by a signal, as that of an engine that aborts. */
final class EngineAbortedException extends IOException {
  private static final long serialVersionUID = 1L;

  EngineAbortedException(String message) {
    super(message);
  }
}

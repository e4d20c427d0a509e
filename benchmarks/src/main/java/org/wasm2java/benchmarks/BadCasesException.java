package org.wasm2java.benchmarks;

import java.io.IOException;

/** Cases that cannot be read or do not exist; the message says all that is to be mended. */
final class BadCasesException extends IOException {
  private static final long serialVersionUID = 1L;

  BadCasesException(String message) {
    super(message);
  }
}

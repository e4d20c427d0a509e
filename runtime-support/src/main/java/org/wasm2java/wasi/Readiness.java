package org.wasm2java.wasi;

/**
 * That a descriptor can be read or written without blocking.
 *
 * @param available how many bytes for sure
 * @param hangup whether the other end has closed the connection
 */
record Readiness(long available, boolean hangup) {
  static Readiness of(long available) {
    return new Readiness(available, false);
  }
}

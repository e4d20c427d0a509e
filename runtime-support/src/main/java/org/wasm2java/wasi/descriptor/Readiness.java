package org.wasm2java.wasi.descriptor;

/**
 * That a descriptor can be read or written without blocking.
 *
 * @param available how many bytes for sure
 * @param hangup whether the other end has closed the connection
 */
public record Readiness(long available, boolean hangup) {
  public static Readiness of(long available) {
    return new Readiness(available, false);
  }
}

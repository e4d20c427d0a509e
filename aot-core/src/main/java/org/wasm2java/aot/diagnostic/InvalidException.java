package org.wasm2java.aot.diagnostic;

/** The module breaks a rule of validation. */
public final class InvalidException extends WasmModuleException {
  private static final long serialVersionUID = 1L;

  InvalidException(Failure failure, Location location, String detail) {
    super(failure, location, detail);
  }
}

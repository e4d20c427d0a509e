package org.wasm2java.aot.diagnostic;

/** The module is valid, but code generation cannot do what it uses yet. */
public final class UnsupportedException extends WasmModuleException {
  private static final long serialVersionUID = 1L;

  UnsupportedException(Failure failure, Location location, String detail) {
    super(failure, location, detail);
  }
}

package org.wasm2java.aot.diagnostic;

/** The module is valid, but uses what code generation cannot do yet or what the build refuses. */
public final class UnsupportedException extends WasmModuleException {
  private static final long serialVersionUID = 1L;

  UnsupportedException(Failure failure, Location location, String detail) {
    super(failure, location, detail);
  }
}

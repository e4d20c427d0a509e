package org.wasm2java.aot.diagnostic;

/** The bytes are not a WebAssembly module. */
public final class MalformedException extends WasmModuleException {
  private static final long serialVersionUID = 1L;

  MalformedException(Failure failure, Location location, String detail) {
    super(failure, location, detail);
  }
}

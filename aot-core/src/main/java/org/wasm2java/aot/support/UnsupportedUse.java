package org.wasm2java.aot.support;

import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.Feature;

/**
 * One place where a module uses what this version cannot translate.
 *
 * @param feature the extension of WebAssembly
 * @param what what uses it there, such as an instruction or {@code memory 0}
 * @param place where
 */
public record UnsupportedUse(Feature feature, String what, Location place) {
  /** Returns the exception that refuses the module for this use. */
  public WasmModuleException exception() {
    return Failure.unsupported(feature.text())
        .at(place, what + " is valid, but this version does not translate it yet");
  }
}

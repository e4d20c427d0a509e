package org.wasm2java.runtime.host;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wasm2java.runtime.Extern;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.internal.ShownText;

/** A host module that a builder made. */
final class BuiltHostModule implements HostModule {
  private final String name;
  private final Map<String, Extern> exports;
  private final Map<String, HostSignature> signatures;

  BuiltHostModule(String name, Map<String, Extern> exports, Map<String, HostSignature> signatures) {
    this.name = name;
    this.exports = Collections.unmodifiableMap(new LinkedHashMap<>(exports));
    this.signatures = Map.copyOf(signatures);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Extern export(String field) {
    return exports.get(field);
  }

  /** Returns the module with all it exports, functions with the names of their parameters. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("host module ").append(ShownText.of(name));
    exports.forEach(
        (field, export) -> {
          HostSignature signature = signatures.get(field);
          String type = signature == null ? export.describe() : "func " + signature.text();
          text.append("\n  ").append(ShownText.of(field)).append(": ").append(type);
        });
    return text.toString();
  }
}

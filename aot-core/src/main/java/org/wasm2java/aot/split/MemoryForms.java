package org.wasm2java.aot.split;

import java.util.List;
import java.util.stream.IntStream;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.validate.ValidModule;

/** Chooses the form of each memory of a module. */
public final class MemoryForms {
  private MemoryForms() {}

  /** Returns the forms by memory index. */
  public static List<MemoryForm> of(ValidModule module) {
    return IntStream.range(0, module.spaces().memoryCount())
        .mapToObj(index -> form(module.spaces().memoryType(index)))
        .toList();
  }

  /** Memories with 64-bit addresses and shared ones have been refused before there is a plan. */
  private static MemoryForm form(MemoryType type) {
    if (type.shared() || type.limits().addressType() != AddressType.I32) {
      throw new IllegalArgumentException("no form for a memory " + type.limits().text());
    }
    return MemoryForm.ARRAY;
  }
}

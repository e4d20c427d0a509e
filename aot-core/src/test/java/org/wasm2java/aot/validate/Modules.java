package org.wasm2java.aot.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.module.SectionOffsets;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.SubType;

/** Modules of functions alone; instruction {@code i} of a function is at offset {@code i}. */
public final class Modules {
  private final List<RecursiveType> types = new ArrayList<>();
  private final List<Function> functions = new ArrayList<>();

  /** Adds a function; returns this. */
  public Modules function(FunctionType type, Instruction... instructions) {
    types.add(new RecursiveType(List.of(new SubType(true, List.of(), type))));
    int[] offsets = new int[instructions.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = i;
    }
    functions.add(
        new Function(
            types.size() - 1,
            new LocalDeclarations(List.of(), List.of()),
            new Body(List.of(instructions), offsets),
            0,
            instructions.length));
    return this;
  }

  /** Returns the module. */
  public WasmModule build() {
    return new WasmModule(
        types,
        List.of(),
        functions,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        OptionalInt.empty(),
        List.of(),
        List.of(),
        false,
        Names.NONE,
        List.of(),
        new SectionOffsets(Map.of()),
        0,
        "");
  }
}

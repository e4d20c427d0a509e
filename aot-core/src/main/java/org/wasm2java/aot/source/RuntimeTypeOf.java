package org.wasm2java.aot.source;

import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.type.CustomSection;
import org.wasm2java.runtime.type.ExternType;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;
import org.wasm2java.runtime.type.TagType;
import org.wasm2java.runtime.type.ValueType;

/**
 * Converts the translator's types to the runtime's. Both have the same names here; the imported
 * ones are the runtime's.
 */
final class RuntimeTypeOf {
  private final ValidModule module;

  /**
   * A conversion.
   *
   * @param module the module that type indices refer to
   */
  RuntimeTypeOf(ValidModule module) {
    this.module = module;
  }

  ExternType extern(org.wasm2java.aot.type.ExternType type) {
    if (type instanceof FunctionReferenceType function) {
      return functionAt(function.typeIndex());
    }
    return type instanceof org.wasm2java.aot.type.TableType table ? table(table) : other(type);
  }

  private ExternType other(org.wasm2java.aot.type.ExternType type) {
    if (type instanceof org.wasm2java.aot.type.MemoryType memory) {
      return memory(memory);
    }
    return type instanceof org.wasm2java.aot.type.GlobalType global
        ? global(global)
        : tag((org.wasm2java.aot.type.TagType) type);
  }

  /** Returns the function type at an index, with what the module says more of it. */
  FunctionType functionAt(int typeIndex) {
    org.wasm2java.aot.type.FunctionType type = module.spaces().functionTypeAt(typeIndex);
    String parameters = Signatures.names(type.parameters());
    String results = Signatures.names(type.results());
    return module
        .functionDefinition(typeIndex)
        .map(definition -> FunctionType.of(parameters, results, definition.code()))
        .orElseGet(() -> FunctionType.of(parameters, results));
  }

  private static ValueType value(org.wasm2java.aot.type.ValueType type) {
    return ValueType.of(Signatures.code(type));
  }

  TableType table(org.wasm2java.aot.type.TableType type) {
    return new TableType(
        value(type.elementType()), type.limits().minimum(), maximum(type.limits()));
  }

  MemoryType memory(org.wasm2java.aot.type.MemoryType type) {
    return new MemoryType(type.limits().minimum(), maximum(type.limits()));
  }

  GlobalType global(org.wasm2java.aot.type.GlobalType type) {
    return new GlobalType(value(type.valueType()), type.mutable());
  }

  TagType tag(org.wasm2java.aot.type.TagType type) {
    return new TagType(functionAt(type.typeIndex()));
  }

  CustomSection customSection(org.wasm2java.aot.module.CustomSection section) {
    return new CustomSection(section.name(), section.contents());
  }

  private static long maximum(Limits limits) {
    return limits.maximum().orElse(-1);
  }
}

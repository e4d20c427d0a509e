package org.wasm2java.aot.validate;

import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.body.Rules;

/** The checks that several sections need, and where the entries of a section are. */
record SectionChecks(SectionId id, WasmModule module, IndexSpaces spaces) {
  Location at(int entry) {
    return Location.offset(module.offsets().of(id.code(), entry));
  }

  WasmModuleException fail(Failure failure, int entry, String detail) {
    return failure.at(at(entry), detail);
  }

  /** Checks that an index is in its space. */
  void check(int index, int count, String what, int entry) {
    if (Integer.compareUnsigned(index, count) >= 0) {
      throw fail(Rules.unknown(what, index), entry, "");
    }
  }

  /** Checks that a type exists. */
  void check(ValueType type, int entry) {
    if (type instanceof ReferenceType reference
        && reference.heapType() instanceof ConcreteHeapType concrete) {
      check(concrete.typeIndex(), spaces.typeCount(), "type", entry);
    }
  }

  /** Checks that a type index is a function type. */
  void checkFunctionType(int typeIndex, int entry) {
    check(typeIndex, spaces.typeCount(), "type", entry);
    if (!(spaces.type(typeIndex).composite() instanceof FunctionType)) {
      throw fail(Rules.TYPE_MISMATCH, entry, "type " + typeIndex + " is not a function type");
    }
  }
}

package org.wasm2java.aot.lower;

import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/** Refuses what code generation cannot do outside functions, before any function is lowered. */
public final class SupportCheck {
  /** 255 by JVMS 4.3.3, less the instance and the receiver. */
  private static final int MAX_PARAMETER_SLOTS = 253;

  private final ValidModule module;
  private final IndexSpaces spaces;

  private SupportCheck(ValidModule module) {
    this.module = module;
    this.spaces = module.spaces();
  }

  /**
   * Checks a module.
   *
   * @throws WasmModuleException naming the missing feature
   */
  public static void check(ValidModule module) {
    SupportCheck check = new SupportCheck(module);
    check.types();
    check.memories();
    check.tables();
    check.globals();
    check.functions();
    if (check.spaces.tagCount() > 0) {
      throw check.unsupported(Feature.EXCEPTION_HANDLING, "an exception tag");
    }
  }

  private WasmModuleException unsupported(Feature feature, String what) {
    return Failure.unsupported(feature.text())
        .at(Location.offset(-1), what + " is valid, but this version does not translate it yet");
  }

  /** Function types that are more than their parameters and results need identity at run time. */
  private void types() {
    for (RecursiveType group : module.module().recursiveTypes()) {
      for (SubType type : group.subTypes()) {
        boolean plain =
            type.isFinal() && type.supertypes().isEmpty() && group.subTypes().size() == 1;
        if (type.composite() instanceof FunctionType && !plain) {
          throw unsupported(Feature.GC, "a function type with subtypes or in a recursive group");
        }
      }
    }
  }

  private void memories() {
    for (int i = 0; i < spaces.memoryCount(); i++) {
      requireAddress32(spaces.memoryType(i).limits(), "memory " + i);
      if (spaces.memoryType(i).shared()) {
        throw unsupported(Feature.THREADS, "the shared memory " + i);
      }
    }
  }

  private void requireAddress32(Limits limits, String what) {
    if (limits.addressType() == AddressType.I64) {
      throw unsupported(Feature.MEMORY64, what + " with 64-bit addresses");
    }
  }

  private void tables() {
    for (int i = 0; i < spaces.tableCount(); i++) {
      requireAddress32(spaces.tableType(i).limits(), "table " + i);
      requireKind(spaces.tableType(i).elementType(), "table " + i);
    }
    for (ElementSegment segment : module.module().elements()) {
      requireKind(segment.type(), "an element segment");
    }
  }

  private void globals() {
    for (int i = 0; i < spaces.globalCount(); i++) {
      requireKind(spaces.globalType(i).valueType(), "global " + i);
    }
  }

  private void functions() {
    for (int i = 0; i < spaces.functionCount(); i++) {
      FunctionType type = spaces.functionType(i);
      int slots = 0;
      for (ValueType parameter : type.parameters()) {
        requireKind(parameter, "a parameter of function " + i);
        slots += Kind.of(parameter).slots();
      }
      if (slots > MAX_PARAMETER_SLOTS) {
        throw Failure.unsupported("functions with many parameters")
            .at(
                Location.offset(-1),
                "function "
                    + i
                    + " takes "
                    + slots
                    + " slots of parameters, at most "
                    + MAX_PARAMETER_SLOTS
                    + " fit a Java method");
      }
      for (ValueType result : type.results()) {
        requireKind(result, "a result of function " + i);
      }
    }
  }

  private void requireKind(ValueType type, String what) {
    if (!Kind.isSupported(type)) {
      throw unsupported(UnsupportedTypes.feature(type), what + " of type " + type.text());
    }
  }
}

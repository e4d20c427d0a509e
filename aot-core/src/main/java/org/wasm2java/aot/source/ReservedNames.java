package org.wasm2java.aot.source;

import java.util.Set;

/** Simple names that generated code uses itself, so that nothing named by users may hide them. */
public final class ReservedNames {
  private static final Set<String> TYPES =
      Set.of(
          "Arrays",
          "Boundary",
          "Collections",
          "Data",
          "DataSegments",
          "Descriptor",
          "Discard",
          "Double",
          "ElementSegments",
          "Execution",
          "Extern",
          "F32Ops",
          "F64Ops",
          "Float",
          "FunctionInfo",
          "FunctionListener",
          "FunctionType",
          "Global",
          "HostModule",
          "I32Ops",
          "I64Ops",
          "IllegalArgumentException",
          "IllegalStateException",
          "Imports",
          "Instance",
          "InstanceConfig",
          "Integer",
          "LinkedHashSet",
          "Linker",
          "ListenedCall",
          "Long",
          "Math",
          "Memory",
          "MethodHandle",
          "MethodHandles",
          "ModuleDescriptor",
          "Namespace",
          "Object",
          "Override",
          "Program",
          "RawCall",
          "RuntimeAbi",
          "RuntimeException",
          "Set",
          "SnapshotReader",
          "SnapshotWriter",
          "StackOverflowError",
          "Store",
          "String",
          "Table",
          "Tag",
          "Thread",
          "Throwable",
          "Trap",
          "TrapKind",
          "ValueType",
          "WasiCommand",
          "WasiPreview1",
          "WasiUnstable",
          "WasmFrames",
          "WasmFunction");

  private ReservedNames() {}

  /** Returns the simple names of types. */
  static Set<String> types() {
    return TYPES;
  }

  /** Returns whether a class of this simple name would hide one that generated code uses. */
  public static boolean hides(String simpleName) {
    return TYPES.contains(simpleName);
  }
}

package org.wasm2java.runtime;

import org.wasm2java.runtime.type.FunctionType;

/**
 * A module written in Java. Added to a store with {@link Store#add}; made with a {@code
 * HostModuleBuilder}, or known to the translator, as WASI is, so that generated code calls it
 * directly.
 *
 * <pre>{@code
 * HostModule env = HostModuleBuilder.named("env")
 *     .function("add", (int a, int b) -> a + b)
 *     .function("log", FunctionType.of("i32 i32", ""),
 *         call -> System.out.println(call.memory().readString(call.i32(0), call.i32(1))))
 *     .parameterNames("pointer", "length")
 *     .memory("memory", Memory.create(1, 16))
 *     .build();
 * store.add(env);
 * }</pre>
 */
public interface HostModule {
  /** Returns the import module name it answers to, for instance {@code wasi_snapshot_preview1}. */
  String name();

  /** Returns what it exports under a name, or {@code null} if nothing. */
  default Extern export(String field) {
    return null;
  }

  /**
   * Returns the type of a function that is no export, but a method which generated code calls
   * directly where a module imports it with just this type, or {@code null} if there is none.
   */
  default FunctionType directType(String field) {
    return null;
  }
}

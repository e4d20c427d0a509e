package org.wasm2java.runtime.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import org.wasm2java.runtime.Extern;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Tag;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.FunctionType;

/**
 * Builds a {@link HostModule}. A lambda over primitive types says its type by itself if its
 * parameters are written with theirs; a function of any other type is given its {@link
 * FunctionType} and a body that takes a {@link HostCall}.
 *
 * <pre>{@code
 * HostModule env = HostModuleBuilder.named("env")
 *     .function("now", () -> System.nanoTime())            // [] -> [i64]
 *     .function("hypot", (double a, double b) -> Math.hypot(a, b))
 *     .function("seed", (int value) -> random.setSeed(value))
 *     .function("print", FunctionType.of("i32 i32", ""),
 *         call -> out.print(call.memory().readString(call.i32(0), call.i32(1))))
 *     .parameterNames("pointer", "length")
 *     .build();
 * }</pre>
 */
public final class HostModuleBuilder {
  private final String name;
  private final Map<String, Extern> exports = new LinkedHashMap<>();
  private final Map<String, HostSignature> signatures = new LinkedHashMap<>();
  private String last = "";

  private HostModuleBuilder(String name) {
    this.name = name;
  }

  /** Starts a host module that answers to an import module name. */
  public static HostModuleBuilder named(String name) {
    return new HostModuleBuilder(Objects.requireNonNull(name, "name"));
  }

  private HostModuleBuilder add(String field, Extern export) {
    if (exports.putIfAbsent(field, Objects.requireNonNull(export, "export")) != null) {
      throw new IllegalArgumentException(
          "host module " + ShownText.of(name) + " exports \"" + ShownText.of(field) + "\" already");
    }
    return this;
  }

  private HostModuleBuilder addFunction(String field, WasmFunction function) {
    add(field, function);
    signatures.put(field, HostSignature.of(function.type()));
    last = field;
    return this;
  }

  /** Exports a function of any type. */
  public HostModuleBuilder function(String field, FunctionType type, HostFunctionBody body) {
    return addFunction(field, HostFunction.of(type, Objects.requireNonNull(body, "body")));
  }

  /** Exports a function as it is, for instance one of another instance. */
  public HostModuleBuilder function(String field, WasmFunction function) {
    return addFunction(field, function);
  }

  /** Exports a function of type {@code [] -> []}. */
  public HostModuleBuilder function(String field, Runnable body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [] -> [i32]}. */
  public HostModuleBuilder function(String field, IntSupplier body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [] -> [i64]}. */
  public HostModuleBuilder function(String field, LongSupplier body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [] -> [f64]}. */
  public HostModuleBuilder function(String field, DoubleSupplier body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i32] -> []}. */
  public HostModuleBuilder function(String field, IntConsumer body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i64] -> []}. */
  public HostModuleBuilder function(String field, LongConsumer body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [f64] -> []}. */
  public HostModuleBuilder function(String field, DoubleConsumer body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i32] -> [i32]}. */
  public HostModuleBuilder function(String field, IntUnaryOperator body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i32] -> [i64]}. */
  public HostModuleBuilder function(String field, IntToLongFunction body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i32] -> [f64]}. */
  public HostModuleBuilder function(String field, IntToDoubleFunction body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i64] -> [i32]}. */
  public HostModuleBuilder function(String field, LongToIntFunction body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i64] -> [i64]}. */
  public HostModuleBuilder function(String field, LongUnaryOperator body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i64] -> [f64]}. */
  public HostModuleBuilder function(String field, LongToDoubleFunction body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [f64] -> [i32]}. */
  public HostModuleBuilder function(String field, DoubleToIntFunction body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [f64] -> [i64]}. */
  public HostModuleBuilder function(String field, DoubleToLongFunction body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [f64] -> [f64]}. */
  public HostModuleBuilder function(String field, DoubleUnaryOperator body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i32 i32] -> [i32]}. */
  public HostModuleBuilder function(String field, IntBinaryOperator body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [i64 i64] -> [i64]}. */
  public HostModuleBuilder function(String field, LongBinaryOperator body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /** Exports a function of type {@code [f64 f64] -> [f64]}. */
  public HostModuleBuilder function(String field, DoubleBinaryOperator body) {
    return addFunction(field, PrimitiveHostFunction.of(Objects.requireNonNull(body, "body")));
  }

  /**
   * Names the parameters of the function that was added last.
   *
   * @throws IllegalArgumentException if there are more or fewer names than parameters
   */
  public HostModuleBuilder parameterNames(String... names) {
    signatures.put(last, lastSignature().withParameterNames(List.of(names)));
    return this;
  }

  /**
   * Names the results of the function that was added last.
   *
   * @throws IllegalArgumentException if there are more or fewer names than results
   */
  public HostModuleBuilder resultNames(String... names) {
    signatures.put(last, lastSignature().withResultNames(List.of(names)));
    return this;
  }

  private HostSignature lastSignature() {
    HostSignature signature = signatures.get(last);
    if (signature == null) {
      throw new IllegalStateException("add a function before naming its parameters or results");
    }
    return signature;
  }

  /** Exports a memory. */
  public HostModuleBuilder memory(String field, Memory memory) {
    return add(field, memory);
  }

  /** Exports a table. */
  public HostModuleBuilder table(String field, Table table) {
    return add(field, table);
  }

  /** Exports a global. */
  public HostModuleBuilder global(String field, Global global) {
    return add(field, global);
  }

  /** Exports a tag. */
  public HostModuleBuilder tag(String field, Tag tag) {
    return add(field, tag);
  }

  /** Returns the module; the builder may be used on for others. */
  public HostModule build() {
    return new BuiltHostModule(name, exports, signatures);
  }
}

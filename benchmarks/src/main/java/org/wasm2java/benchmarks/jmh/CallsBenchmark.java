package org.wasm2java.benchmarks.jmh;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.host.HostModuleBuilder;
import org.wasm2java.runtime.type.FunctionType;

/** Kinds of calls, and calls of exports from Java; in Java, calls of static methods. */
public class CallsBenchmark extends KernelBenchmark {
  private static final String EXPORT = "export";
  private static final String EXPORT_BOXED = "exportBoxed";

  /** The kernel's name in {@code calls.wat}, or a loop in Java that calls an export. */
  @Param({
    "direct",
    "imported",
    "host",
    "boxed",
    "lambda",
    "hostCall",
    "twoResults",
    "recursive",
    EXPORT,
    EXPORT_BOXED
  })
  public String kernel = "";

  /** For JMH. */
  public CallsBenchmark() {}

  /** Translates the modules and links them. */
  @Setup
  public void prepare() {
    KernelModule module = KernelModule.load("calls");
    Instance library = KernelModule.load("library").instantiate(new Store());
    WasmFunction boxed =
        HostFunction.boxed(
            FunctionType.of("i32 i32", "i32"),
            arguments -> new Object[] {JavaCalls.mix((int) arguments[0], (int) arguments[1])});
    Store store =
        new Store().register("lib", library).define("boxed", "mix", boxed).add(builtModule());
    Instance instance = module.instantiate(store, "host", "mix", JavaCalls.class);
    compare(kernel, generated(module, instance), JavaCalls.kernel(kernel));
  }

  private static HostModule builtModule() {
    return HostModuleBuilder.named("built")
        .function("lambda", (int a, int b) -> JavaCalls.mix(a, b))
        .function(
            "hostCall",
            FunctionType.of("i32 i32", "i32"),
            call -> call.returns(JavaCalls.mix(call.i32(0), call.i32(1))))
        .build();
  }

  private IntUnaryOperator generated(KernelModule module, Instance instance) {
    if (kernel.equals(EXPORT)) {
      return fromJava(module.binary(instance, "mix"));
    }
    if (kernel.equals(EXPORT_BOXED)) {
      WasmFunction mix = instance.exportedFunction("mix");
      return fromJava((a, b) -> (int) mix.call(a, b)[0]);
    }
    return module.unary(instance, kernel);
  }

  private static IntUnaryOperator fromJava(IntBinaryOperator mix) {
    return n -> {
      int sum = 0;
      for (int i = 0; i < n; i++) {
        sum = mix.applyAsInt(sum, i);
      }
      return sum;
    };
  }
}

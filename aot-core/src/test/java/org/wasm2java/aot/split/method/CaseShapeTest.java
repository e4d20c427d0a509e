package org.wasm2java.aot.split.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.GoldenFile;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.build.ClassFileMethods;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.lower.FunctionLowering;
import org.wasm2java.aot.optimize.Optimizer;
import org.wasm2java.aot.split.MemoryForms;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.SplitAttempt;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** What HotSpot looks at before it inlines the methods of a dispatch loop. */
class CaseShapeTest {
  /** Written here and not taken from the limits: {@code FreqInlineSize} of HotSpot. */
  private static final int INLINED = 325;

  /** So that the loop is cut. */
  private static final int LIMIT = 450;

  private static final byte[] MODULE = module();

  private static byte[] module() {
    try {
      return Files.readAllBytes(GoldenFile.resources("cases/dispatch-loop/module.wasm"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<MethodPlan> methods() {
    ValidModule module = ModuleValidator.validate(ModuleDecoder.decode(MODULE));
    IrFunction lowered =
        FunctionLowering.lower(
            module, Callees.of(module, Set.of()), MemoryForms.of(module), Instrumentation.NONE, 1);
    SplitAttempt attempt = SplitAttempt.first(MethodLimit.of(LIMIT));
    return FunctionSplitter.split(Optimizer.optimize(lowered), attempt, 100_000).methods();
  }

  private static CompiledModule compiled(int limit) {
    return new Translator(
            TranslationOptions.builder("shape.Dispatch" + limit).methodLimit(limit).build())
        .compile(MODULE);
  }

  /** Returns the bytes of bytecode of each part of the function, as javac makes it. */
  private static Map<MethodPlan, Integer> parts() {
    Map<String, Integer> bytes = new HashMap<>();
    for (byte[] file : compiled(LIMIT).classes().values()) {
      for (ClassFileMethods.Method method : ClassFileMethods.of(file)) {
        bytes.put(method.name(), method.codeBytes());
      }
    }
    Map<MethodPlan, Integer> parts = new LinkedHashMap<>();
    List<MethodPlan> methods = methods();
    for (MethodPlan part : methods.subList(1, methods.size())) {
      parts.put(part, bytes.get("f1_run_part" + part.part()));
    }
    return parts;
  }

  @Test
  void casesAreNotInlinedAndTheWayBetweenThemIs() {
    List<Integer> cases = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    parts().forEach((part, bytes) -> (part.padding() > 0 ? cases : others).add(bytes));

    assertThat(cases).hasSizeGreaterThanOrEqualTo(8).allMatch(bytes -> bytes > INLINED);
    assertThat(others).as("the way, and what dispatches").hasSize(2);
    assertThat(others.get(0)).isLessThanOrEqualTo(INLINED);
  }

  /** A method that is large by the estimate is not padded: the estimate must not be that wrong. */
  @Test
  void methodsAreNotFourTimesSmallerThanEstimated() {
    parts().forEach((part, bytes) -> assertThat(part.bytes()).isLessThan(4 * bytes));
  }

  /** The trap is one whose exception has a stack trace however hot the code is that throws it. */
  @Test
  void aTrapInACaseHasTheFramesThatTheWholeFunctionHas() {
    List<Long> whole = offsets(7500);
    assertThat(whole).hasSize(1);
    assertThat(offsets(LIMIT)).isEqualTo(whole);
  }

  private static List<Long> offsets(int limit) {
    Instance instance =
        GeneratedClasses.of(compiled(limit))
            .instantiate(
                new Store()
                    .define(
                        "host",
                        "trace",
                        HostFunction.boxed(FunctionType.of("i32", "i32"), values -> values)));
    WasmFunction run = (WasmFunction) instance.export("run");
    for (int page = 1; page < 4; page++) {
      run.call(36, 41); // grows the memory by a page, up to its maximum
    }
    Trap trap = catchThrowableOfType(Trap.class, () -> run.call(36, 41));
    assertThat(trap.kind()).isEqualTo(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS);
    return trap.frames().stream().map(WasmFrame::offset).toList();
  }
}

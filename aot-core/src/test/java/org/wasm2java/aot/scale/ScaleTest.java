package org.wasm2java.aot.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/**
 * No function and no module is too large: results are right, and HotSpot compiles each method. With
 * {@code -Dwasm2java.scale=full -DargLine=-Xmx6g} the sizes are those of the largest modules that
 * are known, which takes three minutes.
 */
class ScaleTest {
  private static final boolean FULL = System.getProperty("wasm2java.scale", "").equals("full");
  private static final List<String> TYPES = List.of("i32", "i64", "f32", "f64");

  static GeneratedClasses load(byte[] wasm) {
    CompiledModule module =
        new Translator(TranslationOptions.builder("test.Large").build()).compile(wasm);
    MethodSizeAssert.assertHotSpotCompiles(module);
    return GeneratedClasses.of(module);
  }

  private static Instance instance(byte[] wasm, Store store) {
    return load(wasm).instantiate(store);
  }

  private static Object call(Instance instance, String export, Object... arguments) {
    return instance.export(export).call(arguments)[0];
  }

  private static WasmFunction run(byte[] wasm) {
    return instance(wasm, new Store()).exportedFunction("run");
  }

  @Test
  void fiftyThousandLocals() {
    int count = 50_000;
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += 3 + i;
    }
    assertThat(run(LargeModules.locals(count)).call(3)).containsExactly(sum);
  }

  @Test
  void branchTableWithMoreEntriesThanAMethodHasBytes() {
    WasmFunction run = run(LargeModules.branchTable(25_000, 40));
    for (int x : new int[] {0, 39, 40, 24_999}) {
      assertThat(run.call(x)).containsExactly(1000 + x % 40);
    }
    assertThat(run.call(25_000)).containsExactly(0);
    assertThat(run.call(-1)).containsExactly(0);
  }

  @Test
  void branchTableWithACaseForEachOfItsEntries() {
    int labels = FULL ? 25_000 : 3_000;
    WasmFunction run = run(LargeModules.fallThrough(labels));
    for (int x : new int[] {0, 1, 149, 150, 1_234, labels - 1, labels, -1}) {
      int value = 0;
      for (int i = x; i < labels && x >= 0; i++) {
        value = value * 31 + i;
      }
      assertThat(run.call(x)).as("entered at %d", x).containsExactly(value);
    }
  }

  @Test
  void largeBody() {
    int bytes = FULL ? 4_500_000 : 200_000;
    WasmFunction run = run(LargeModules.body(bytes, 1));
    assertThat(run.call(7)).containsExactly(LargeModules.steps(bytes, 1, 7));
  }

  @Test
  void twoThousandNestedConstructs() {
    WasmFunction run = run(LargeModules.nested(2_000));
    for (int x : new int[] {0, 1, 3, 999, 1_998, 2_000, -1}) {
      assertThat(run.call(x)).containsExactly(LargeModules.nestedResult(2_000, x));
    }
  }

  @Test
  void expressionsThousandsDeep() {
    int depth = 5_000;
    assertThat(run(LargeModules.expression(depth, true)).call(7))
        .containsExactly(7 - depth * (depth + 1) / 2);
    assertThat(run(LargeModules.expression(depth, false)).call(7)).containsExactly(7);
  }

  static String types(int count) {
    List<String> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(TYPES.get(i % TYPES.size()));
    }
    return String.join(" ", types);
  }

  static Object[] values(int count, int x) {
    Object[] values = new Object[count];
    for (int i = 0; i < count; i++) {
      int value = x + i;
      values[i] =
          switch (i % 4) {
            case 0 -> (Object) value;
            case 1 -> (Object) (long) value;
            case 2 -> (Object) (float) value;
            default -> (Object) (double) value;
          };
    }
    return values;
  }

  static long weigh(Object... values) {
    long sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += i * ((Number) values[i]).longValue();
    }
    return sum;
  }

  @Test
  void aThousandParameters() throws ReflectiveOperationException {
    int count = 1_000;
    Store store = new Store();
    FunctionType type = FunctionType.of(types(count), "i64");
    store.define("env", "weigh", HostFunction.boxed(type, args -> new Object[] {weigh(args)}));
    Instance instance = instance(LargeModules.parameters(count), store);
    long expected = weigh(values(count, 5));
    for (String caller : List.of("direct", "indirect", "host", "indirectHost")) {
      assertThat(call(instance, caller, 5)).as(caller).isEqualTo(expected);
    }
    assertThat(call(instance, "weigh", values(count, 5))).isEqualTo(expected);
    assertSurplusArgumentsAreChecked(instance, values(count, 5), expected);
  }

  /** The typed method has as many parameters as Java allows, and an array for the others. */
  private static void assertSurplusArgumentsAreChecked(
      Instance instance, Object[] values, long expected) throws ReflectiveOperationException {
    for (var method : instance.getClass().getMethods()) {
      if (method.getName().equals("weigh")) {
        int direct = method.getParameterCount() - 1;
        Object[] arguments = Arrays.copyOf(values, direct + 1);
        Object[] more = Arrays.copyOfRange(values, direct, values.length);
        arguments[direct] = more;
        assertThat(method.invoke(instance, arguments)).isEqualTo(expected);
        arguments[direct] = new Object[] {"text"};
        assertThatIllegalArgumentException()
            .isThrownBy(
                () -> {
                  try {
                    method.invoke(instance, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                })
            .withMessageContaining("arguments");
        return;
      }
    }
    throw new AssertionError("the export weigh has a method");
  }

  @Test
  void aThousandResults() throws ReflectiveOperationException {
    int count = 1_000;
    Store store = new Store();
    FunctionType type = FunctionType.of("i32", types(count));
    store.define("env", "many", HostFunction.boxed(type, args -> values(count, (int) args[0])));
    Instance instance = instance(LargeModules.results(count), store);
    long expected = 0;
    for (int i = 0; i < count; i++) {
      expected += 5 + i;
    }
    for (String caller : List.of("direct", "indirect", "host", "indirectHost")) {
      assertThat(call(instance, caller, 5)).as(caller).isEqualTo(expected);
    }
    assertThat(instance.export("many").call(5)).containsExactly(values(count, 5));
    Object typed = instance.getClass().getMethod("many", int.class).invoke(instance, 5);
    assertThat((Object[]) typed).containsExactly(values(count, 5));
  }

  @Test
  void manyFunctions() {
    int count = FULL ? 600_000 : 20_000;
    assertThat(run(LargeModules.functions(count)).call(7)).containsExactly(7 ^ 1 ^ 2);
  }
}

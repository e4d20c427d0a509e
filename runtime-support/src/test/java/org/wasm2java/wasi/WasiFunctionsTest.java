package org.wasm2java.wasi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.type.FunctionType;

final class WasiFunctionsTest {
  @ParameterizedTest
  @ValueSource(classes = {WasiPreview1.class, WasiUnstable.class})
  void theTypesAreThoseOfTheMethods(Class<?> wasi) {
    List<Method> functions =
        Arrays.stream(wasi.getMethods())
            .filter(
                method ->
                    method.getParameterCount() > 0 && method.getParameterTypes()[0] == Memory.class)
            .toList();
    assertThat(functions).hasSize(46);
    for (Method function : functions) {
      String field = function.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      assertThat(WasiFunctions.type(field)).as(field).isEqualTo(type(function));
    }
  }

  private static FunctionType type(Method method) {
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .skip(1)
            .map(parameter -> parameter == long.class ? "i64" : "i32")
            .collect(Collectors.joining(" "));
    return FunctionType.of(parameters, method.getReturnType() == void.class ? "" : "i32");
  }

  @Test
  void whatWasiHasNotHasNoType() {
    assertThat(WasiFunctions.type("fd_fly")).isNull();
  }
}

package org.wasm2java.runtime.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.ops.RawCall;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.V128;

/** Host functions that take and give vectors. */
class HostFunctionTest {
  private static final FunctionType SWAP = FunctionType.of("i32 v128 f64", "v128 i32");

  @Test
  void aVectorComesAndGoesAsAnObject() {
    WasmFunction swap =
        HostFunction.of(
            SWAP,
            call -> {
              V128 vector = call.v128(1);
              call.returns(V128.of(vector.high(), vector.low()));
              call.result(1, call.i32(0) + (int) call.f64(2));
            });
    assertThat(swap.call(3, V128.of(1, 2), 4.0)).containsExactly(V128.of(2, 1), 7);
  }

  @Test
  void aFunctionWithVectorsIsNotCalledWithNumbers() {
    assertThat(HostFunction.of(FunctionType.of("v128", ""), call -> {}))
        .isNotInstanceOf(RawCall.class);
    assertThat(HostFunction.of(FunctionType.of("", "v128"), call -> {}))
        .isNotInstanceOf(RawCall.class);
    assertThat(HostFunction.of(FunctionType.of("i64 i64", "f64"), call -> {}))
        .isInstanceOf(RawCall.class);
  }

  @Test
  void aResultThatIsNotSetIsZero() {
    FunctionType type = FunctionType.of("", "v128 externref i64");
    assertThat(HostFunction.of(type, call -> {}).call()).containsExactly(V128.ZERO, null, 0L);
  }

  @Test
  void nothingOfACallIsSeenByTheNext() {
    WasmFunction once =
        HostFunction.of(
            FunctionType.of("v128 i32", "v128"),
            call -> {
              if (call.i32(1) == 0) {
                call.returns(call.v128(0));
              }
            });
    assertThat(once.call(V128.of(1, 2), 0)).containsExactly(V128.of(1, 2));
    assertThat(once.call(V128.of(3, 4), 1)).containsExactly(V128.ZERO);
  }

  @Test
  void anotherTypeIsAnError() {
    assertThatThrownBy(HostFunction.of(SWAP, call -> call.i64(1))::call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 3 arguments for [i32 v128 f64] -> [v128 i32], found 0");
    assertFails(
        call -> call.i64(1), "argument 1 of a host function of type " + SWAP + " is of type v128,");
    assertFails(call -> call.v128(0), "argument 0 of a host function of type " + SWAP + " is of");
    assertFails(call -> call.returns(1L), "result 0 of a host function of type " + SWAP + " is of");
    assertFails(call -> call.result(1, V128.ZERO), "result 1 of a host function of type " + SWAP);
    assertFails(call -> call.returns(null), "result 0: expected v128 (a Java V128), found null");
    assertFails(call -> call.reference(1), "argument 1 of a host function of type " + SWAP);
  }

  private static void assertFails(HostFunctionBody body, String message) {
    WasmFunction function = HostFunction.of(SWAP, body);
    assertThatThrownBy(() -> function.call(1, V128.ZERO, 0.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void boxedBodiesHaveVectorsToo() {
    WasmFunction same = HostFunction.boxed(FunctionType.of("v128", "v128"), arguments -> arguments);
    assertThat(same.call(V128.of(8, 9))).containsExactly(V128.of(8, 9));
    WasmFunction wrong =
        HostFunction.boxed(FunctionType.of("", "v128"), arguments -> new Object[] {1L});
    assertThatThrownBy(wrong::call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("result 0 of a host function: expected v128");
  }
}

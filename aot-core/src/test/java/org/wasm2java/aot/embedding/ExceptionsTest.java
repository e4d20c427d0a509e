package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Tag;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.host.BoxedBody;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** Exceptions between modules and their host. */
class ExceptionsTest {
  private BoxedBody host = arguments -> arguments;
  private Store store = new Store();
  private Instance throwing;
  private Tag failure;

  @BeforeEach
  void instantiate() {
    store.define(
        "env",
        "host",
        HostFunction.boxed(FunctionType.of("i32", "i32"), arguments -> host.call(arguments)));
    throwing = Guests.THROWING.instantiate(store);
    store.register("throwing", throwing);
    failure = (Tag) throwing.export("failure");
  }

  private static Object call(Instance instance, String name, Object... arguments) {
    return instance.export(name).call(arguments)[0];
  }

  @SuppressWarnings("unchecked") // erased: a host may throw what it likes
  private static <E extends Throwable> Object[] fail(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private void hostThrows(Throwable thrown) {
    host = arguments -> ExceptionsTest.<RuntimeException>fail(thrown);
  }

  @Test
  void whatNobodyCatchesReachesTheCaller() {
    WasmException thrown =
        catchThrowableOfType(WasmException.class, () -> throwing.export("throw").call(7));
    assertThat(thrown.tag()).isSameAs(failure);
    assertThat(thrown.payload()).isEqualTo(List.of(7, 7.0));
    assertThat(thrown).hasMessage("failure [7, 7.0]");
    assertThat(thrown.getStackTrace()).isEmpty();
    assertThat(thrown.frames()).isEmpty();
  }

  @Test
  void theHostThrowsByATag() {
    hostThrows(failure.exception(5, 2.5));
    assertThat(call(throwing, "catch", 0)).isEqualTo(1005);
    hostThrows(new Tag(failure.type()).exception(5, 2.5));
    assertThat(call(throwing, "catch", 0)).isEqualTo(-1);
  }

  @Test
  void whatIsThrownMustFitTheTag() {
    assertThatThrownBy(() -> failure.exception(5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> failure.exception(5, 2.5f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f64");
  }

  static List<Throwable> foreign() {
    return List.of(
        new IllegalStateException("host"),
        new ArithmeticException("host"),
        new ArrayIndexOutOfBoundsException("host"),
        new NullPointerException("host"),
        new IOException("host"));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void exceptionsOfTheHostAreForeign(Throwable thrown) {
    hostThrows(thrown);
    assertThat(call(throwing, "catch", 0)).isEqualTo(-1);
    assertThat(call(throwing, "catchIndirect", 0)).isEqualTo(-1);
    assertThat(catchThrowable(() -> call(throwing, "catchAndThrow", 0))).isSameAs(thrown);
    WasmException reference = (WasmException) call(throwing, "caught", 0);
    assertThat(reference.isHost()).isTrue();
    assertThat(reference.getCause()).isSameAs(thrown);
    assertThat(catchThrowable(() -> throwing.export("throwReference").call(reference)))
        .isSameAs(thrown);
  }

  static List<Throwable> neverCaught() {
    return List.of(
        Trap.of(TrapKind.UNREACHABLE),
        new OutOfMemoryError("host"),
        new StackOverflowError("host"));
  }

  @ParameterizedTest
  @MethodSource("neverCaught")
  void whatEndsTheExecutionIsNotCaught(Throwable thrown) {
    hostThrows(thrown);
    assertThat(catchThrowable(() -> call(throwing, "catch", 0))).isSameAs(thrown);
    assertThat(catchThrowable(() -> call(throwing, "catchIndirect", 0))).isSameAs(thrown);
  }

  @Test
  void aReferenceIsTheExceptionItself() {
    WasmException exception = failure.exception(1, 2.0);
    hostThrows(exception);
    assertThat(call(throwing, "caught", 0)).isSameAs(exception);
    assertThat(catchThrowable(() -> throwing.export("throwReference").call(exception)))
        .isSameAs(exception);
    Throwable trap = catchThrowable(() -> throwing.export("throwReference").call((Object) null));
    assertThat(((Trap) trap).kind()).isEqualTo(TrapKind.NULL_EXCEPTION_REFERENCE);
  }

  @Test
  void modulesThatShareATagCatchEachOthersExceptions() {
    Instance catching = Guests.CATCHING.instantiate(store);
    assertThat(call(catching, "catch", 4)).isEqualTo(8.0);
    hostThrows(failure.exception(6, 0.0));
    assertThat(call(catching, "pass", 0)).isEqualTo(6);
    IllegalStateException thrown = new IllegalStateException("host");
    hostThrows(thrown);
    assertThat(call(catching, "catchHost", 0)).isEqualTo(-2);
    assertThat(catchThrowable(() -> call(catching, "pass", 0))).isSameAs(thrown);
  }

  @Test
  void aTagOfAnotherTypeDoesNotLink() {
    store.define("throwing", "failure", new Tag(FunctionType.of("i32", ""), "other"));
    assertThatThrownBy(() -> Guests.CATCHING.instantiate(store))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("tag [i32 f64] -> []");
  }

  @Test
  void framesAreNotedWhereTheyWereAskedFor() {
    TranslationOptions options =
        TranslationOptions.builder("com.acme.Framed").exceptionFrames(true).build();
    GeneratedClasses framed =
        GeneratedClasses.of(new Translator(options).compile(Guests.bytes("throwing")));
    Store fresh =
        new Store()
            .define(
                "env",
                "host",
                HostFunction.boxed(FunctionType.of("i32", "i32"), arguments -> arguments));
    Instance instance = framed.instantiate(fresh);
    WasmException thrown =
        catchThrowableOfType(WasmException.class, () -> instance.export("throw").call(7));
    assertThat(thrown.frames()).extracting(WasmFrame::exportName).containsExactly("throw");
  }
}

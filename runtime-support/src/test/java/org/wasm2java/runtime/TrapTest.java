package org.wasm2java.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.frame.ModuleFrames;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.generated.Boundary;

/** What traps say where there is nothing to say of frames, and how frames are written. */
class TrapTest {
  @Test
  void withoutFramesTheMessageIsThePhraseWithItsDetail() {
    Trap trap = Trap.of(TrapKind.UNDEFINED_ELEMENT, "7 of 4");
    assertThat(trap.frames()).isEmpty();
    assertThat(trap.text()).isEqualTo("undefined element 7 of 4");
    assertThat(trap).hasMessage(trap.text());
  }

  @Test
  void exceptionWithoutAStackIsATrapWithoutFrames() {
    ArithmeticException omitted = new ArithmeticException();
    omitted.setStackTrace(new StackTraceElement[0]);
    Trap trap = (Trap) Boundary.leave(omitted);
    assertThat(trap.frames()).isEmpty();
    assertThat(trap).hasMessage("integer divide by zero").hasCause(omitted);
  }

  @Test
  void tableThatIsMissingGivesNoFrames() {
    ModuleFrames.register(TrapTest.class);
    StackTraceElement element =
        new StackTraceElement(TrapTest.class.getName(), "f12_name", "TrapTest.java", 12);
    assertThat(WasmFrames.of(element)).isEmpty();
  }

  @Test
  void frameNamesTheExportThenTheFunction() {
    assertThat(new WasmFrame("math", 12, "fac", "factorial", 0x1a4))
        .hasToString("factorial ($fac, module math, offset 0x1a4)");
    assertThat(new WasmFrame("math", 12, "fac", "", 0x1a4))
        .hasToString("fac (module math, offset 0x1a4)");
    assertThat(new WasmFrame("math", 12, "", "", -1)).hasToString("func[12] (module math)");
  }
}

package org.wasm2java.aot.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.diagnostic.MalformedException;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.WasmModule;

class ModuleDecoderTest {
  private static final String HEADER = "0061736d 01000000 ";
  private static final String ONE_TYPE = "01 04 01 60 00 00 ";
  private static final String ONE_FUNCTION = ONE_TYPE + "03 02 01 00 ";

  @Test
  void aComponentIsNamedAndTheMessageSaysWhatToDo() {
    assertThat(message(bytes("0061736d 0d000100")))
        .startsWith("unknown binary version: this file is a component")
        .contains("wasm32-wasip1");
  }

  @Test
  void aTextModuleIsNamedAndTheMessageSaysWhatToDo() {
    for (String text : new String[] {"(module)", "\uFEFF\n ;; adds\n(module)"}) {
      assertThat(message(text.getBytes(StandardCharsets.UTF_8)))
          .startsWith("magic header not detected: this file is in the text format")
          .contains("wat2wasm");
    }
  }

  @Test
  void anotherFileIsShownByItsFirstBytes() {
    assertThat(message(bytes("7f454c46 02010100"))).contains("this file starts with 7f 45 4c 46");
  }

  @Test
  void anEmptyFileIsCalledEmpty() {
    assertThat(message(new byte[0])).startsWith("unexpected end: the file is empty");
  }

  @Test
  void anErrorInAFunctionSaysWhichInstruction() {
    assertThat(message(bytes(HEADER + ONE_FUNCTION + "0a 06 01 04 00 01 ff 0b")))
        .isEqualTo("illegal opcode ff\n  at offset 0x18, func[0], instruction 1");
  }

  @Test
  void instructionsKnowTheirOffsets() {
    WasmModule module =
        ModuleDecoder.decode(bytes(HEADER + ONE_FUNCTION + "0a 07 01 05 00 41 7f 1a 0b"));
    Function function = module.functions().get(0);
    Body body = function.body();
    assertThat(function.offset()).isEqualTo(0x16);
    assertThat(body.at(0).opcode()).isEqualTo(NumericOpcode.I32_CONST);
    assertThat(body.offset(1)).isEqualTo(0x19);
    assertThat(body.at(2).opcode()).isEqualTo(ControlOpcode.END);
  }

  @Test
  void aMillionNestedBlocksAreDecoded() {
    int depth = 1_000_000;
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.write(0);
    for (int i = 0; i < depth; i++) {
      code.write(0x02);
      code.write(0x40);
    }
    for (int i = 0; i <= depth; i++) {
      code.write(0x0B);
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes(HEADER + ONE_FUNCTION + "0a"));
    writeNumber(file, code.size() + 5);
    file.write(1);
    writeNumber(file, code.size());
    file.writeBytes(code.toByteArray());
    WasmModule module = ModuleDecoder.decode(file.toByteArray());
    assertThat(module.functions().get(0).body().size()).isEqualTo(2 * depth + 1);
  }

  /** Writes a number in four bytes, however small it is. */
  private static void writeNumber(ByteArrayOutputStream file, int number) {
    for (int shift = 0; shift < 21; shift += 7) {
      file.write(number >>> shift & 0x7F | 0x80);
    }
    file.write(number >>> 21);
  }

  @Test
  void manyLocalsTakeNoRoom() {
    String locals = "01 ff ff ff ff 0f 7f";
    WasmModule module =
        ModuleDecoder.decode(bytes(HEADER + ONE_FUNCTION + "0a 0a 01 08 " + locals + "0b"));
    assertThat(module.functions().get(0).locals().total()).isEqualTo(0xFFFF_FFFFL);
  }

  @Test
  void aDeclaredCountBeyondTheFileFailsWithoutItsMemory() {
    assertThat(message(bytes(HEADER + "01 06 ff ff ff ff 0f 60")))
        .startsWith("unexpected end of section or function: 4294967295 elements declared");
  }

  @Test
  void namesAreRead() {
    String names = "00 02 01 6d" + "01 04 01 00 01 66" + "02 06 01 00 01 02 01 78";
    WasmModule module = ModuleDecoder.decode(bytes(HEADER + "00 17 04 6e616d65" + names));
    assertThat(module.names().moduleName()).contains("m");
    assertThat(module.names().functionName(0)).contains("f");
    assertThat(module.names().localName(0, 2)).contains("x");
  }

  @Test
  void aBrokenNameSectionKeepsTheNamesBeforeTheError() {
    String names = "00 02 01 6d" + "01 04 01 00 05 66";
    WasmModule module = ModuleDecoder.decode(bytes(HEADER + "00 0f 04 6e616d65" + names));
    assertThat(module.names().moduleName()).contains("m");
    assertThat(module.names().functionName(0)).isEmpty();
  }

  @Test
  void anElseNeedsAnIf() {
    assertThat(message(bytes(HEADER + ONE_FUNCTION + "0a 08 01 06 00 02 40 05 0b 0b")))
        .startsWith("END opcode expected: found else");
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String message(byte[] bytes) {
    return assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> ModuleDecoder.decode(bytes))
        .actual()
        .getMessage();
  }
}

package org.wasm2java.aot.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.diagnostic.InvalidException;
import org.wasm2java.aot.validate.body.TypedBody;

/** Few bytes can ask for much: none of it may cost memory or stack that the file does not pay. */
class DeepModulesTest {
  private static final int DEPTH = 100_000;
  private static final int END = 0x0B;

  @Test
  void aHundredThousandNestedBlocksAreValid() {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (int i = 0; i < DEPTH; i++) {
      code.writeBytes(bytes("02 40"));
    }
    for (int i = 0; i <= DEPTH; i++) {
      code.write(END);
    }
    TypedBody body = validate("60 00 00", "00", code).bodies().get(0);
    assertThat(body.blockEnd(0)).isEqualTo(2 * DEPTH - 1);
    assertThat(body.blockEnd(DEPTH - 1)).isEqualTo(DEPTH);
  }

  @Test
  void aHundredThousandNestedIfsWithElseAreValid() {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (int i = 0; i < DEPTH; i++) {
      code.writeBytes(bytes("41 00 04 40 05"));
    }
    for (int i = 0; i <= DEPTH; i++) {
      code.write(END);
    }
    TypedBody body = validate("60 00 00", "00", code).bodies().get(0);
    assertThat(body.blockElse(1)).isEqualTo(2);
  }

  @Test
  void billionsOfLocalsCostNothing() {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.writeBytes(bytes("20 ff ff ff ff 0e 1a 0b"));
    ValidModule module = validate("60 00 00", "01 ff ff ff ff 0f 7f", code);
    assertThat(module.bodies()).hasSize(1);
  }

  @Test
  void billionsOfNonNullableLocalsCostNothing() {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.writeBytes(bytes("20 ff ff ff ff 0e 1a 0b"));
    assertThatExceptionOfType(InvalidException.class)
        .isThrownBy(() -> validate("60 00 00", "01 ff ff ff ff 0f 64 70", code))
        .withMessageStartingWith("uninitialized local: local 4026531839 of type (ref func)");
  }

  @Test
  void anArrayOfBillionsOfOperandsFailsAtTheFirstThatIsMissing() {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.writeBytes(bytes("fb 08 01 ff ff ff ff 0f 1a 0b"));
    assertThatExceptionOfType(InvalidException.class)
        .isThrownBy(() -> validate("60 00 00 5e 7f 00", "00", code))
        .withMessageStartingWith("type mismatch");
  }

  @Test
  void anArrayOfBillionsOfOperandsInDeadCodeIsValidAtOnce() {
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    code.writeBytes(bytes("00 fb 08 01 ff ff ff ff 0f 1a 0b"));
    assertThat(validate("60 00 00 5e 7f 00", "00", code).bodies()).hasSize(1);
  }

  @Test
  void aLongChainOfSubtypesIsValid() {
    int length = 2_000;
    ByteArrayOutputStream types = new ByteArrayOutputStream();
    types.writeBytes(bytes("50 00 5f 00"));
    for (int i = 1; i < length; i++) {
      types.writeBytes(bytes("50 01"));
      writeNumber(types, i - 1);
      types.writeBytes(bytes("5f 00"));
    }
    ByteArrayOutputStream file = header();
    section(file, 1, vector(length, types.toByteArray()));
    assertThat(
            ModuleValidator.validate(ModuleDecoder.decode(file.toByteArray())).spaces().typeCount())
        .isEqualTo(length);
  }

  /** Validates a module of some types and one function of the first type. */
  private static ValidModule validate(String types, String locals, ByteArrayOutputStream code) {
    int typeCount = types.contains("5e") ? 2 : 1;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes(locals));
    body.writeBytes(code.toByteArray());
    ByteArrayOutputStream entry = new ByteArrayOutputStream();
    writeNumber(entry, body.size());
    entry.writeBytes(body.toByteArray());
    ByteArrayOutputStream file = header();
    section(file, 1, vector(typeCount, bytes(types)));
    section(file, 3, vector(1, bytes("00")));
    section(file, 10, vector(1, entry.toByteArray()));
    return ModuleValidator.validate(ModuleDecoder.decode(file.toByteArray()));
  }

  private static ByteArrayOutputStream header() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(bytes("00 61 73 6d 01 00 00 00"));
    return file;
  }

  private static void section(ByteArrayOutputStream file, int id, byte[] content) {
    file.write(id);
    writeNumber(file, content.length);
    file.writeBytes(content);
  }

  private static byte[] vector(int count, byte[] entries) {
    ByteArrayOutputStream vector = new ByteArrayOutputStream();
    writeNumber(vector, count);
    vector.writeBytes(entries);
    return vector.toByteArray();
  }

  private static void writeNumber(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >>> 7 != 0) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}

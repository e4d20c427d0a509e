package org.wasm2java.aot.random;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a module in the binary format, appended piece by piece. */
final class WasmBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  WasmBytes u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  WasmBytes u32(long value) {
    long rest = value;
    while (rest >= 0x80) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  WasmBytes signed(long value) {
    long rest = value;
    while (rest < -0x40 || rest >= 0x40) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>= 7;
    }
    bytes.write((int) (rest & 0x7F));
    return this;
  }

  WasmBytes little(long value, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (value >>> 8 * i));
    }
    return this;
  }

  WasmBytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    u32(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  WasmBytes append(WasmBytes other) {
    bytes.writeBytes(other.toByteArray());
    return this;
  }

  /** Appends other bytes behind their length. */
  WasmBytes sized(WasmBytes other) {
    return u32(other.bytes.size()).append(other);
  }

  int size() {
    return bytes.size();
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }
}

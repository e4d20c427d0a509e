package org.wasm2java.aot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of a module in the binary format, appended piece by piece. */
public final class WasmBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public WasmBytes u8(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  public WasmBytes u32(long value) {
    long rest = value;
    while (rest >= 0x80) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  public WasmBytes signed(long value) {
    long rest = value;
    while (rest < -0x40 || rest >= 0x40) {
      bytes.write((int) (rest & 0x7F | 0x80));
      rest >>= 7;
    }
    bytes.write((int) (rest & 0x7F));
    return this;
  }

  public WasmBytes little(long value, int count) {
    for (int i = 0; i < count; i++) {
      bytes.write((int) (value >>> 8 * i));
    }
    return this;
  }

  public WasmBytes name(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    u32(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  public WasmBytes append(WasmBytes other) {
    bytes.writeBytes(other.toByteArray());
    return this;
  }

  /** Appends other bytes behind their length. */
  public WasmBytes sized(WasmBytes other) {
    return u32(other.bytes.size()).append(other);
  }

  public int size() {
    return bytes.size();
  }

  public byte[] toByteArray() {
    return bytes.toByteArray();
  }
}

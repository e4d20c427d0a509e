package org.wasm2java.benchmarks.jmh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes a module that has nothing but an exported memory of 1 MiB, full of data. */
final class DataModule {
  /** The bytes of the data segment: all that the memory has. */
  static final int SIZE = 1 << 20;

  /** What each of them is. */
  static final byte BYTE = 0x5a;

  private static final int PAGES = SIZE >> 16;
  private static final byte[] HEADER = {0, 'a', 's', 'm', 1, 0, 0, 0};

  private DataModule() {}

  static byte[] bytes() {
    ByteArrayOutputStream module = new ByteArrayOutputStream();
    module.writeBytes(HEADER);
    section(module, 5, new byte[] {1, 0, (byte) PAGES});
    ByteArrayOutputStream export = new ByteArrayOutputStream();
    byte[] name = "memory".getBytes(StandardCharsets.UTF_8);
    export.writeBytes(new byte[] {1, (byte) name.length});
    export.writeBytes(name);
    export.writeBytes(new byte[] {2, 0});
    section(module, 7, export.toByteArray());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(new byte[] {1, 0, 0x41, 0, 0x0b});
    number(data, SIZE);
    byte[] contents = new byte[SIZE];
    Arrays.fill(contents, BYTE);
    data.writeBytes(contents);
    section(module, 11, data.toByteArray());
    return module.toByteArray();
  }

  private static void section(ByteArrayOutputStream module, int id, byte[] contents) {
    module.write(id);
    number(module, contents.length);
    module.writeBytes(contents);
  }

  private static void number(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write(rest & 0x7f | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}

package org.wasm2java.wasi.call;

import java.io.IOException;
import java.util.List;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.text.EscapedUtf8;

/** The functions {@code args_*} and {@code environ_*}: both hand out an array of C strings. */
public final class StringArrayFunctions {
  private final byte[][] strings;
  private final int totalSize;

  StringArrayFunctions(List<String> values) {
    strings = new byte[values.size()][];
    int size = 0;
    for (int i = 0; i < strings.length; i++) {
      strings[i] = EscapedUtf8.encode(values.get(i));
      size += strings[i].length + 1;
    }
    totalSize = size;
  }

  public void sizesGet(Memory memory, int count, int size) throws IOException {
    byte[] bytes = memory.bytes();
    GuestStructs.check(bytes, size, Integer.BYTES);
    GuestStructs.writeI32(bytes, count, strings.length);
    GuestStructs.writeI32(bytes, size, totalSize);
  }

  public void get(Memory memory, int pointers, int buffer) throws IOException {
    byte[] bytes = memory.bytes();
    GuestStructs.checkArray(bytes, pointers, strings.length, Integer.BYTES);
    GuestStructs.check(bytes, buffer, totalSize);
    int address = buffer;
    for (int i = 0; i < strings.length; i++) {
      byte[] string = strings[i];
      GuestStructs.writeI32(bytes, pointers + i * Integer.BYTES, address);
      GuestStructs.writeBytes(bytes, address, string, string.length);
      bytes[address + string.length] = 0;
      address += string.length + 1;
    }
  }
}

package org.wasm2java.wasi.call;

import java.io.IOException;
import java.util.List;
import org.wasm2java.wasi.memory.GuestMemory;
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

  public void sizesGet(GuestMemory memory, int count, int size) throws IOException {
    memory.check(size, Integer.BYTES);
    memory.writeI32(count, strings.length);
    memory.writeI32(size, totalSize);
  }

  public void get(GuestMemory memory, int pointers, int buffer) throws IOException {
    memory.checkArray(pointers, strings.length, Integer.BYTES);
    memory.check(buffer, totalSize);
    int address = buffer;
    for (int i = 0; i < strings.length; i++) {
      byte[] string = strings[i];
      memory.writeI32(pointers + i * Integer.BYTES, address);
      memory.write(address, string, 0, string.length);
      memory.writeI8(address + string.length, 0);
      address += string.length + 1;
    }
  }
}

package org.wasm2java.aot.module;

import java.util.Arrays;

/** A custom section: its name and where its contents are in the file, whose bytes it shares. */
public final class CustomSection {
  private final String name;
  private final byte[] file;
  private final int start;
  private final int length;

  /** A section of {@code length} bytes behind its name, from {@code start} in the file. */
  public CustomSection(String name, byte[] file, int start, int length) {
    this.name = name;
    this.file = file;
    this.start = start;
    this.length = length;
  }

  /** Returns the section's name. */
  public String name() {
    return name;
  }

  /** Returns the offset of the contents in the file. */
  public int start() {
    return start;
  }

  /** Returns the number of bytes behind the name. */
  public int length() {
    return length;
  }

  /** Returns a copy of the contents. */
  public byte[] contents() {
    return Arrays.copyOfRange(file, start, start + length);
  }
}

package org.wasm2java.aot.structure;

import java.util.List;

/** A class with members of each kind, some of which others can name. */
public abstract class SignatureSample implements Comparable<SignatureSample> {
  protected int width;
  int hidden;

  protected SignatureSample(List<String> names) {
    hidden = names.size();
  }

  public static final long of(byte[] bytes, int... more) {
    return bytes.length + more.length;
  }

  void inside() {}

  /** Nobody can name it. */
  static class Inner {
    public int visible;
  }
}

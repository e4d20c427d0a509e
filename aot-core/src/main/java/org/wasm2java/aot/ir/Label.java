package org.wasm2java.aot.ir;

/** What a branch targets: a block's end or a loop's start. Compared by identity. */
public final class Label {
  private final int number;

  /** A label with a number that is dense within the function. */
  public Label(int number) {
    this.number = number;
  }

  /** Returns the number, in the order in which the labels open. */
  public int number() {
    return number;
  }

  @Override
  public String toString() {
    return "L" + number;
  }
}

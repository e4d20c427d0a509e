package org.wasm2java.aot.ir;

/**
 * What a linear memory keeps its bytes in, and so how code reaches them. The plan chooses a form
 * for each memory; a local that holds a memory carries the form along, so that nothing behind
 * lowering asks the plan for it.
 */
public enum MemoryForm {
  /**
   * One array of bytes, for memories with 32-bit addresses and up to 32,767 pages. The array's own
   * bounds check is the trap.
   */
  ARRAY(Carrier.BYTES);

  private final Carrier carrier;

  MemoryForm(Carrier carrier) {
    this.carrier = carrier;
  }

  /** Returns the carrier of the local that a function keeps the memory in. */
  public Carrier carrier() {
    return carrier;
  }
}

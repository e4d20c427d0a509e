package org.wasm2java.aot.split.method.group;

import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;

/** Numbers for locals and labels that a step adds to a function. */
final class FreshNumbers {
  private int locals;
  private int labels;

  /** Starts behind the numbers that a function has. */
  FreshNumbers(IrFunction function) {
    this.locals = function.localCount();
    this.labels = function.labelCount();
  }

  /** Returns a local of its own. */
  Local temporary(Carrier carrier) {
    return Local.temporary(locals++, carrier);
  }

  /** Returns a label of its own. */
  Label label() {
    return new Label(labels++);
  }

  /** Returns how many locals the function has with those that were added. */
  int localCount() {
    return locals;
  }

  /** Returns how many labels the function has with those that were added. */
  int labelCount() {
    return labels;
  }
}

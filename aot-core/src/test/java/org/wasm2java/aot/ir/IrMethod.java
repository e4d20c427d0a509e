package org.wasm2java.aot.ir;

/**
 * A function of a text, or a part of one.
 *
 * @param part 0 for a function itself
 * @param function the method; a part has no results
 */
public record IrMethod(int part, IrFunction function) {
  /** Returns the text that the method was read from. */
  public String print() {
    return part == 0
        ? IrPrinter.print(function)
        : IrPrinter.printPart(part, function.parameters(), function.body());
  }

  /** Returns whether it reads or assigns a local of the function's activation. */
  public boolean hasActivation() {
    return MentionedLocals.in(function.body()).stream().anyMatch(Local::isInActivation);
  }
}

package org.wasm2java.aot.diagnostic;

import java.util.Optional;
import java.util.OptionalInt;
import org.wasm2java.runtime.internal.ShownText;

/**
 * Where in a module something is.
 *
 * @param offset the byte offset in the file, negative if the whole module is meant
 * @param functionIndex the function, if inside one
 * @param functionName its name in the name section
 * @param instruction the number of the instruction in the function, from 0
 */
public record Location(
    long offset,
    OptionalInt functionIndex,
    Optional<String> functionName,
    OptionalInt instruction) {
  /** Returns a place outside functions. */
  public static Location offset(long offset) {
    return new Location(offset, OptionalInt.empty(), Optional.empty(), OptionalInt.empty());
  }

  /** Returns a place in a function. */
  public static Location function(
      long offset, int functionIndex, Optional<String> functionName, int instruction) {
    return new Location(
        offset, OptionalInt.of(functionIndex), functionName, OptionalInt.of(instruction));
  }

  /** Returns the place in words, for instance {@code at offset 0x1a4, func[12] $fac}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(offset < 0 ? "in the module" : "at offset 0x" + Long.toHexString(offset));
    functionIndex.ifPresent(index -> text.append(", func[").append(index).append(']'));
    functionName.ifPresent(name -> text.append(" $").append(ShownText.of(name)));
    instruction.ifPresent(number -> text.append(", instruction ").append(number));
    return text.toString();
  }
}

package org.wasm2java.aot.type;

import java.util.List;

/** Type definitions that may refer to each other; their indices follow one another. */
public record RecursiveType(List<SubType> subTypes) {
  /** Copies the list. */
  public RecursiveType {
    subTypes = List.copyOf(subTypes);
  }
}

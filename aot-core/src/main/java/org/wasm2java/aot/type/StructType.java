package org.wasm2java.aot.type;

import java.util.List;

/** The fields of a structure. */
public record StructType(List<FieldType> fields) implements CompositeType {
  /** Copies the list. */
  public StructType {
    fields = List.copyOf(fields);
  }
}

package org.wasm2java.aot.instruction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** All rows of all opcode enums, however many enums there are. */
public final class OpcodeRows {
  private OpcodeRows() {}

  /** Returns the rows by code. */
  public static List<Opcode> all() {
    List<Opcode> rows = new ArrayList<>();
    for (Class<?> group : Opcode.class.getPermittedSubclasses()) {
      Collections.addAll(rows, (Opcode[]) group.getEnumConstants());
    }
    rows.sort(Comparator.comparingInt(Opcode::code));
    return rows;
  }
}

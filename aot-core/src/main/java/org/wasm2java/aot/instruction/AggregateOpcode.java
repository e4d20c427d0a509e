package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.GC;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.Immediates.TYPE;
import static org.wasm2java.aot.instruction.Immediates.TYPE_DATA;
import static org.wasm2java.aot.instruction.Immediates.TYPE_ELEMENT;
import static org.wasm2java.aot.instruction.Immediates.TYPE_FIELD;
import static org.wasm2java.aot.instruction.Immediates.TYPE_LENGTH;
import static org.wasm2java.aot.instruction.Immediates.TYPE_TYPE;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Aggregate instructions: structures, arrays, 31-bit integers and external references.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#aggregate-instructions">Binary
 *     format</a>
 */
public enum AggregateOpcode implements Opcode {
  // Structures
  STRUCT_NEW(gc(0, TYPE)),
  STRUCT_NEW_DEFAULT(gc(1, TYPE)),
  STRUCT_GET(gc(2, TYPE_FIELD)),
  STRUCT_GET_S(gc(3, TYPE_FIELD)),
  STRUCT_GET_U(gc(4, TYPE_FIELD)),
  STRUCT_SET(gc(5, TYPE_FIELD)),
  // Arrays
  ARRAY_NEW(gc(6, TYPE)),
  ARRAY_NEW_DEFAULT(gc(7, TYPE)),
  ARRAY_NEW_FIXED(gc(8, TYPE_LENGTH)),
  ARRAY_NEW_DATA(gc(9, TYPE_DATA)),
  ARRAY_NEW_ELEM(gc(10, TYPE_ELEMENT)),
  ARRAY_GET(gc(11, TYPE)),
  ARRAY_GET_S(gc(12, TYPE)),
  ARRAY_GET_U(gc(13, TYPE)),
  ARRAY_SET(gc(14, TYPE)),
  ARRAY_LEN(gc(15, NONE)),
  ARRAY_FILL(gc(16, TYPE)),
  ARRAY_COPY(gc(17, TYPE_TYPE)),
  ARRAY_INIT_DATA(gc(18, TYPE_DATA)),
  ARRAY_INIT_ELEM(gc(19, TYPE_ELEMENT)),
  // External references and 31-bit integers
  ANY_CONVERT_EXTERN(gc(26, NONE)),
  EXTERN_CONVERT_ANY(gc(27, NONE)),
  REF_I31(gc(28, NONE)),
  I31_GET_S(gc(29, NONE)),
  I31_GET_U(gc(30, NONE));

  private final Row row;

  AggregateOpcode(Row row) {
    this.row = row.dotted(name());
  }

  private static Row gc(int number, Immediates immediates) {
    return structural(prefixed(0xFB, number), immediates, GC);
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.AGGREGATE;
  }
}

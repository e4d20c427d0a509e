package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.PURE;
import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.TRAPS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.GC;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.Immediates.TYPE;
import static org.wasm2java.aot.instruction.Immediates.TYPE_DATA;
import static org.wasm2java.aot.instruction.Immediates.TYPE_ELEMENT;
import static org.wasm2java.aot.instruction.Immediates.TYPE_FIELD;
import static org.wasm2java.aot.instruction.Immediates.TYPE_LENGTH;
import static org.wasm2java.aot.instruction.Immediates.TYPE_TYPE;
import static org.wasm2java.aot.instruction.JavaForm.PENDING;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;

/**
 * Aggregate instructions: structures, arrays, 31-bit integers and external references.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#aggregate-instructions">Binary
 *     format</a>
 */
public enum AggregateOpcode implements Opcode {
  // Structures
  STRUCT_NEW(prefixed(0xFB, 0), "struct.new", TYPE, CONTEXTUAL, PURE, PENDING, GC),
  STRUCT_NEW_DEFAULT(prefixed(0xFB, 1), "struct.new_default", TYPE, CONTEXTUAL, PURE, PENDING, GC),
  STRUCT_GET(prefixed(0xFB, 2), "struct.get", TYPE_FIELD, CONTEXTUAL, READS, PENDING, GC),
  STRUCT_GET_S(prefixed(0xFB, 3), "struct.get_s", TYPE_FIELD, CONTEXTUAL, READS, PENDING, GC),
  STRUCT_GET_U(prefixed(0xFB, 4), "struct.get_u", TYPE_FIELD, CONTEXTUAL, READS, PENDING, GC),
  STRUCT_SET(prefixed(0xFB, 5), "struct.set", TYPE_FIELD, CONTEXTUAL, WRITES, PENDING, GC),
  // Arrays
  ARRAY_NEW(prefixed(0xFB, 6), "array.new", TYPE, CONTEXTUAL, TRAPS, PENDING, GC),
  ARRAY_NEW_DEFAULT(prefixed(0xFB, 7), "array.new_default", TYPE, CONTEXTUAL, TRAPS, PENDING, GC),
  ARRAY_NEW_FIXED(
      prefixed(0xFB, 8), "array.new_fixed", TYPE_LENGTH, CONTEXTUAL, TRAPS, PENDING, GC),
  ARRAY_NEW_DATA(prefixed(0xFB, 9), "array.new_data", TYPE_DATA, CONTEXTUAL, READS, PENDING, GC),
  ARRAY_NEW_ELEM(
      prefixed(0xFB, 10), "array.new_elem", TYPE_ELEMENT, CONTEXTUAL, READS, PENDING, GC),
  ARRAY_GET(prefixed(0xFB, 11), "array.get", TYPE, CONTEXTUAL, READS, PENDING, GC),
  ARRAY_GET_S(prefixed(0xFB, 12), "array.get_s", TYPE, CONTEXTUAL, READS, PENDING, GC),
  ARRAY_GET_U(prefixed(0xFB, 13), "array.get_u", TYPE, CONTEXTUAL, READS, PENDING, GC),
  ARRAY_SET(prefixed(0xFB, 14), "array.set", TYPE, CONTEXTUAL, WRITES, PENDING, GC),
  ARRAY_LEN(prefixed(0xFB, 15), "array.len", NONE, CONTEXTUAL, TRAPS, PENDING, GC),
  ARRAY_FILL(prefixed(0xFB, 16), "array.fill", TYPE, CONTEXTUAL, WRITES, PENDING, GC),
  ARRAY_COPY(prefixed(0xFB, 17), "array.copy", TYPE_TYPE, CONTEXTUAL, WRITES, PENDING, GC),
  ARRAY_INIT_DATA(
      prefixed(0xFB, 18), "array.init_data", TYPE_DATA, CONTEXTUAL, WRITES, PENDING, GC),
  ARRAY_INIT_ELEM(
      prefixed(0xFB, 19), "array.init_elem", TYPE_ELEMENT, CONTEXTUAL, WRITES, PENDING, GC),
  // External references and 31-bit integers
  ANY_CONVERT_EXTERN(prefixed(0xFB, 26), "any.convert_extern", NONE, CONTEXTUAL, PURE, PENDING, GC),
  EXTERN_CONVERT_ANY(prefixed(0xFB, 27), "extern.convert_any", NONE, CONTEXTUAL, PURE, PENDING, GC),
  REF_I31(prefixed(0xFB, 28), "ref.i31", NONE, CONTEXTUAL, PURE, PENDING, GC),
  I31_GET_S(prefixed(0xFB, 29), "i31.get_s", NONE, CONTEXTUAL, TRAPS, PENDING, GC),
  I31_GET_U(prefixed(0xFB, 30), "i31.get_u", NONE, CONTEXTUAL, TRAPS, PENDING, GC);

  private final Row row;

  AggregateOpcode(
      int code,
      String text,
      Immediates immediates,
      Typing typing,
      Effect effect,
      JavaForm javaForm,
      Feature feature) {
    row = new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  @Override
  public Row row() {
    return row;
  }
}

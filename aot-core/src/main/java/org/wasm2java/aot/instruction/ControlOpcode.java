package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.CALLS;
import static org.wasm2java.aot.instruction.Effect.PURE;
import static org.wasm2java.aot.instruction.Feature.EXCEPTION_HANDLING;
import static org.wasm2java.aot.instruction.Feature.GC;
import static org.wasm2java.aot.instruction.Feature.LEGACY_EXCEPTIONS;
import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Feature.TAIL_CALLS;
import static org.wasm2java.aot.instruction.Feature.TYPED_FUNCTION_REFERENCES;
import static org.wasm2java.aot.instruction.Immediates.BLOCK_TYPE;
import static org.wasm2java.aot.instruction.Immediates.CAST_BRANCH;
import static org.wasm2java.aot.instruction.Immediates.CATCHES;
import static org.wasm2java.aot.instruction.Immediates.FUNCTION;
import static org.wasm2java.aot.instruction.Immediates.LABEL;
import static org.wasm2java.aot.instruction.Immediates.LABELS;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.Immediates.TAG;
import static org.wasm2java.aot.instruction.Immediates.TYPE;
import static org.wasm2java.aot.instruction.Immediates.TYPE_TABLE;
import static org.wasm2java.aot.instruction.JavaForm.PENDING;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.CONTEXTUAL;

/**
 * Control instructions: structure, branches, calls and exceptions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#control-instructions">Binary
 *     format</a>
 */
public enum ControlOpcode implements Opcode {
  // Structure and branches
  UNREACHABLE(0x00, "unreachable", NONE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  NOP(0x01, "nop", NONE, CONTEXTUAL, PURE, STRUCTURAL, MVP),
  BLOCK(0x02, "block", BLOCK_TYPE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  LOOP(0x03, "loop", BLOCK_TYPE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  IF(0x04, "if", BLOCK_TYPE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  ELSE(0x05, "else", NONE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  END(0x0B, "end", NONE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  BR(0x0C, "br", LABEL, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  BR_IF(0x0D, "br_if", LABEL, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  BR_TABLE(0x0E, "br_table", LABELS, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  RETURN(0x0F, "return", NONE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  // Calls
  CALL(0x10, "call", FUNCTION, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  CALL_INDIRECT(0x11, "call_indirect", TYPE_TABLE, CONTEXTUAL, CALLS, STRUCTURAL, MVP),
  RETURN_CALL(0x12, "return_call", FUNCTION, CONTEXTUAL, CALLS, PENDING, TAIL_CALLS),
  RETURN_CALL_INDIRECT(
      0x13, "return_call_indirect", TYPE_TABLE, CONTEXTUAL, CALLS, PENDING, TAIL_CALLS),
  CALL_REF(0x14, "call_ref", TYPE, CONTEXTUAL, CALLS, PENDING, TYPED_FUNCTION_REFERENCES),
  RETURN_CALL_REF(0x15, "return_call_ref", TYPE, CONTEXTUAL, CALLS, PENDING, TAIL_CALLS),
  // Branches on references
  BR_ON_NULL(0xD5, "br_on_null", LABEL, CONTEXTUAL, CALLS, PENDING, TYPED_FUNCTION_REFERENCES),
  BR_ON_NON_NULL(
      0xD6, "br_on_non_null", LABEL, CONTEXTUAL, CALLS, PENDING, TYPED_FUNCTION_REFERENCES),
  BR_ON_CAST(prefixed(0xFB, 24), "br_on_cast", CAST_BRANCH, CONTEXTUAL, CALLS, PENDING, GC),
  BR_ON_CAST_FAIL(
      prefixed(0xFB, 25), "br_on_cast_fail", CAST_BRANCH, CONTEXTUAL, CALLS, PENDING, GC),
  // Exceptions
  THROW(0x08, "throw", TAG, CONTEXTUAL, CALLS, PENDING, EXCEPTION_HANDLING),
  THROW_REF(0x0A, "throw_ref", NONE, CONTEXTUAL, CALLS, PENDING, EXCEPTION_HANDLING),
  TRY_TABLE(0x1F, "try_table", CATCHES, CONTEXTUAL, CALLS, PENDING, EXCEPTION_HANDLING),
  // Exceptions before standardisation
  TRY(0x06, "try", BLOCK_TYPE, CONTEXTUAL, CALLS, PENDING, LEGACY_EXCEPTIONS),
  CATCH(0x07, "catch", TAG, CONTEXTUAL, CALLS, PENDING, LEGACY_EXCEPTIONS),
  RETHROW(0x09, "rethrow", LABEL, CONTEXTUAL, CALLS, PENDING, LEGACY_EXCEPTIONS),
  DELEGATE(0x18, "delegate", LABEL, CONTEXTUAL, CALLS, PENDING, LEGACY_EXCEPTIONS),
  CATCH_ALL(0x19, "catch_all", NONE, CONTEXTUAL, CALLS, PENDING, LEGACY_EXCEPTIONS);

  private final Row row;

  ControlOpcode(
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

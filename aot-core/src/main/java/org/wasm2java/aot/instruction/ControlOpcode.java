package org.wasm2java.aot.instruction;

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
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.structural;

/**
 * Control instructions: structure, branches, calls and exceptions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#control-instructions">Binary
 *     format</a>
 */
public enum ControlOpcode implements Opcode {
  // Structure and branches
  UNREACHABLE(structural(0x00, NONE, MVP)),
  NOP(structural(0x01, NONE, MVP)),
  BLOCK(structural(0x02, BLOCK_TYPE, MVP)),
  LOOP(structural(0x03, BLOCK_TYPE, MVP)),
  IF(structural(0x04, BLOCK_TYPE, MVP)),
  ELSE(structural(0x05, NONE, MVP)),
  END(structural(0x0B, NONE, MVP)),
  BR(structural(0x0C, LABEL, MVP)),
  BR_IF(structural(0x0D, LABEL, MVP)),
  BR_TABLE(structural(0x0E, LABELS, MVP)),
  RETURN(structural(0x0F, NONE, MVP)),
  // Calls
  CALL(structural(0x10, FUNCTION, MVP).calling()),
  CALL_INDIRECT(structural(0x11, TYPE_TABLE, MVP).calling()),
  RETURN_CALL(structural(0x12, FUNCTION, TAIL_CALLS).calling()),
  RETURN_CALL_INDIRECT(structural(0x13, TYPE_TABLE, TAIL_CALLS).calling()),
  CALL_REF(structural(0x14, TYPE, TYPED_FUNCTION_REFERENCES).calling()),
  RETURN_CALL_REF(structural(0x15, TYPE, TAIL_CALLS).calling()),
  // Branches on references
  BR_ON_NULL(structural(0xD5, LABEL, TYPED_FUNCTION_REFERENCES)),
  BR_ON_NON_NULL(structural(0xD6, LABEL, TYPED_FUNCTION_REFERENCES)),
  BR_ON_CAST(structural(prefixed(0xFB, 24), CAST_BRANCH, GC)),
  BR_ON_CAST_FAIL(structural(prefixed(0xFB, 25), CAST_BRANCH, GC)),
  // Exceptions
  THROW(structural(0x08, TAG, EXCEPTION_HANDLING)),
  THROW_REF(structural(0x0A, NONE, EXCEPTION_HANDLING)),
  TRY_TABLE(structural(0x1F, CATCHES, EXCEPTION_HANDLING)),
  // Exceptions before standardisation
  TRY(structural(0x06, BLOCK_TYPE, LEGACY_EXCEPTIONS)),
  CATCH(structural(0x07, TAG, LEGACY_EXCEPTIONS)),
  RETHROW(structural(0x09, LABEL, LEGACY_EXCEPTIONS)),
  DELEGATE(structural(0x18, LABEL, LEGACY_EXCEPTIONS)),
  CATCH_ALL(structural(0x19, NONE, LEGACY_EXCEPTIONS));

  private final Row row;

  ControlOpcode(Row row) {
    this.row = row.named(name());
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.CONTROL;
  }
}

package org.wasm2java.aot.optimize.loop;

import java.util.List;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.type.NumberType;

/**
 * A load or store of a round.
 *
 * @param order how many accesses are made before it
 * @param address what the address operand is
 * @param offset what is added to the address, without wrapping
 * @param stored what is stored; of loads, {@link Value#UNKNOWN}
 */
record Access(Opcode opcode, int order, LinearForm address, int offset, Value stored) {
  /** Returns the address of the first byte, as long as adding the offset does not wrap. */
  LinearForm first() {
    return address.plus(offset);
  }

  boolean isLoad() {
    return typing().operands().isEmpty();
  }

  /** Returns how many bytes are accessed. */
  int bytes() {
    return typing().bytes();
  }

  /** Returns whether what it loads is the same only if the bytes are; of floats it is not so. */
  boolean isInteger() {
    return List.of(NumberType.I32, NumberType.I64).containsAll(typing().results());
  }

  private Typing.Access typing() {
    return (Typing.Access) opcode.typing();
  }
}

package org.wasm2java.aot.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.Family;
import org.wasm2java.aot.instruction.Opcode;

/**
 * Finds an instruction's row by its code.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/appendix/index-instructions.html">Instructions
 *     by code</a>
 */
final class OpcodeTable {
  private static final int FIRST_PREFIX = 0xFB;
  private static final int LAST_PREFIX = 0xFE;
  private static final int NUMBER_BITS = 16;

  private static final Map<Integer, Opcode> PREFIXED = new HashMap<>();
  private static final Opcode[] ONE_BYTE = new Opcode[256];

  static {
    for (Family family : Family.values()) {
      family.rows().forEach(OpcodeTable::add);
    }
  }

  private OpcodeTable() {}

  private static void add(Opcode opcode) {
    if (opcode.code() < ONE_BYTE.length) {
      ONE_BYTE[opcode.code()] = opcode;
    } else {
      PREFIXED.put(opcode.code(), opcode);
    }
  }

  /** Returns whether a byte is only the first part of a code. */
  static boolean isPrefix(int code) {
    return code >= FIRST_PREFIX && code <= LAST_PREFIX;
  }

  /** Returns the row of a byte, if it is an opcode. */
  static Optional<Opcode> find(int code) {
    return Optional.ofNullable(ONE_BYTE[code]);
  }

  /** Returns the row of a number behind a prefix, if there is one. */
  static Optional<Opcode> find(int prefix, int number) {
    // Larger numbers would run into the prefix.
    return number >>> NUMBER_BITS == 0
        ? Optional.ofNullable(PREFIXED.get(Opcode.prefixed(prefix, number)))
        : Optional.empty();
  }
}

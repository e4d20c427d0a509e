package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.type.ValueType;

/**
 * Reads the entries of the code section.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#code-section">Code
 *     section</a>
 */
final class CodeSectionDecoder {
  private static final long LOCALS_END = 1L << 32;

  private final ByteReader reader;
  private final TypeDecoder types;
  private final InstructionDecoder instructions;

  CodeSectionDecoder(ByteReader reader, TypeDecoder types, InstructionDecoder instructions) {
    this.reader = reader;
    this.types = types;
    this.instructions = instructions;
  }

  /**
   * An entry, which is a function without its type.
   *
   * @param offset where it starts in the file, behind its size
   * @param size how many bytes it has
   */
  record Code(LocalDeclarations locals, Body body, int offset, int size) {}

  /** Reads the entry of a function. */
  Code code(int functionIndex) {
    int size = reader.length();
    int start = reader.position();
    LocalDeclarations locals = locals();
    Body body = instructions.body(functionIndex);
    reader.requireSize(start, size);
    return new Code(locals, body, start, size);
  }

  private LocalDeclarations locals() {
    int start = reader.position();
    int runs = reader.count();
    List<Integer> counts = new ArrayList<>();
    List<ValueType> runTypes = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      counts.add(reader.u32());
      runTypes.add(types.valueType());
    }
    LocalDeclarations locals = new LocalDeclarations(counts, runTypes);
    if (locals.total() >= LOCALS_END) {
      throw reader.malformed(Malformed.TOO_MANY_LOCALS, start, locals.total() + " locals");
    }
    return locals;
  }
}

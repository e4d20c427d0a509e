package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.SegmentMode;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ReferenceType;

/**
 * Reads the entries of the element section.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/modules.html#element-section">Element
 *     section</a>
 */
final class ElementSectionDecoder {
  /** Not active; whether then passive or declarative, the next flag tells. */
  private static final int NOT_ACTIVE = 1;

  private static final int TABLE_OR_DECLARATIVE = 2;
  private static final int EXPRESSIONS = 4;

  private final ByteReader reader;
  private final TypeDecoder types;
  private final InstructionDecoder instructions;

  ElementSectionDecoder(ByteReader reader, TypeDecoder types, InstructionDecoder instructions) {
    this.reader = reader;
    this.types = types;
    this.instructions = instructions;
  }

  /** Reads one segment. */
  ElementSegment segment() {
    int start = reader.position();
    int flags = reader.u32();
    if ((flags & ~(NOT_ACTIVE | TABLE_OR_DECLARATIVE | EXPRESSIONS)) != 0) {
      throw reader.malformed(
          Malformed.ELEMENT_SEGMENT_KIND, start, Integer.toUnsignedString(flags));
    }
    SegmentMode mode = mode(flags);
    boolean active = mode == SegmentMode.ACTIVE;
    int tableIndex = active && (flags & TABLE_OR_DECLARATIVE) != 0 ? reader.u32() : 0;
    Optional<Body> offset = active ? Optional.of(instructions.expression()) : Optional.empty();
    boolean hasType = (flags & (NOT_ACTIVE | TABLE_OR_DECLARATIVE)) != 0;
    if ((flags & EXPRESSIONS) != 0) {
      ReferenceType type = hasType ? types.referenceType() : ReferenceType.FUNCREF;
      return new ElementSegment(mode, tableIndex, offset, type, expressions());
    }
    if (hasType) {
      functionKind();
    }
    ReferenceType type = ReferenceType.nonNull(AbstractHeapType.FUNC);
    return new ElementSegment(mode, tableIndex, offset, type, functions());
  }

  private static SegmentMode mode(int flags) {
    if ((flags & NOT_ACTIVE) == 0) {
      return SegmentMode.ACTIVE;
    }
    return (flags & TABLE_OR_DECLARATIVE) != 0 ? SegmentMode.DECLARATIVE : SegmentMode.PASSIVE;
  }

  private void functionKind() {
    int kind = reader.u8();
    if (kind != 0) {
      throw reader.malformed(Malformed.ELEMENT_KIND, reader.position() - 1, ByteReader.hex(kind));
    }
  }

  private List<Body> expressions() {
    int count = reader.count();
    List<Body> expressions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expressions.add(instructions.expression());
    }
    return expressions;
  }

  private List<Body> functions() {
    int count = reader.count();
    List<Body> expressions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      expressions.add(instructions.functionReference());
    }
    return expressions;
  }
}

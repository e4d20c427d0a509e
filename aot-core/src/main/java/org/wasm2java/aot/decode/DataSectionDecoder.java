package org.wasm2java.aot.decode;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.SegmentMode;

/**
 * Reads the entries of the data section.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#data-section">Data
 *     section</a>
 */
final class DataSectionDecoder {
  private static final int ACTIVE = 0;
  private static final int PASSIVE = 1;
  private static final int ACTIVE_WITH_MEMORY = 2;

  private final byte[] file;
  private final ByteReader reader;
  private final InstructionDecoder instructions;

  DataSectionDecoder(byte[] file, ByteReader reader, InstructionDecoder instructions) {
    this.file = file;
    this.reader = reader;
    this.instructions = instructions;
  }

  /** Reads one segment. */
  DataSegment segment() {
    int start = reader.position();
    int kind = reader.u32();
    return switch (kind) {
      case ACTIVE -> active(0);
      case PASSIVE -> bytes(SegmentMode.PASSIVE, 0, Optional.empty());
      case ACTIVE_WITH_MEMORY -> active(reader.u32());
      default ->
          throw reader.malformed(
              Malformed.DATA_SEGMENT_KIND, start, Integer.toUnsignedString(kind));
    };
  }

  private DataSegment active(int memoryIndex) {
    return bytes(SegmentMode.ACTIVE, memoryIndex, Optional.of(instructions.expression()));
  }

  private DataSegment bytes(SegmentMode mode, int memoryIndex, Optional<Body> offset) {
    // The file is long enough or not: a length beyond it means that the section ends too early.
    int length = reader.u32();
    int start = reader.skip(length);
    return new DataSegment(mode, memoryIndex, offset, ByteBuffer.wrap(file, start, length));
  }
}

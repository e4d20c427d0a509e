package org.wasm2java.aot.module;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Bytes for a memory. Shares the module's bytes; only copies leave.
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/modules.html#data-segments">Data
 *     segments</a>
 */
public final class DataSegment {
  private final SegmentMode mode;
  private final int memoryIndex;
  private final Optional<Body> offset;
  private final byte[] file;
  private final int start;
  private final int length;

  /** A segment of the remaining bytes of a buffer over the module's file. */
  public DataSegment(SegmentMode mode, int memoryIndex, Optional<Body> offset, ByteBuffer inFile) {
    this.mode = mode;
    this.memoryIndex = memoryIndex;
    this.offset = offset;
    this.file = inFile.array();
    this.start = inFile.position();
    this.length = inFile.remaining();
  }

  /** Returns the segment with another in place of its constant expression. */
  DataSegment withConstants(UnaryOperator<Body> other) {
    ByteBuffer bytes = ByteBuffer.wrap(file, start, length);
    return new DataSegment(mode, memoryIndex, offset.map(other), bytes);
  }

  /** Returns when it is copied. */
  public SegmentMode mode() {
    return mode;
  }

  /** Returns the memory of an active segment. */
  public int memoryIndex() {
    return memoryIndex;
  }

  /** Returns where an active segment goes. */
  public Optional<Body> offset() {
    return offset;
  }

  /** Returns the number of bytes. */
  public int length() {
    return length;
  }

  /** Returns the offset of the bytes in the file. */
  public int start() {
    return start;
  }

  /** Returns a copy of the bytes. */
  public byte[] bytes() {
    return Arrays.copyOfRange(file, start, start + length);
  }
}

package org.wasm2java.wasi.descriptor;

import java.nio.ByteBuffer;

/**
 * A buffer over guest memory, made once for each array instead of once a transfer. It shows no more
 * than 256 KB at a time: NIO copies what is on the heap through a buffer outside, which it keeps
 * for the thread and which gets as big as the biggest transfer.
 */
public final class TransferView {
  static final int MAX_SIZE = 1 << 18;

  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /** Shows a range of an array, or the first part of a long one. */
  public ByteBuffer of(byte[] bytes, int offset, int length) {
    if (buffer.array() != bytes) {
      buffer = ByteBuffer.wrap(bytes);
    }
    return buffer.limit(offset + Math.min(length, MAX_SIZE)).position(offset);
  }
}

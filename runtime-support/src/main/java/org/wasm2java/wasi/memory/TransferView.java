package org.wasm2java.wasi.memory;

import java.nio.ByteBuffer;

/**
 * A buffer over guest memory for the channels of NIO, made anew only when the memory has grown, not
 * once a transfer. It shows no more than 256 KB at a time: NIO copies what is on the heap through a
 * buffer outside, which it keeps for the thread and which gets as big as the biggest transfer.
 */
public final class TransferView {
  public static final int MAX_SIZE = 1 << 18;

  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /** Shows a checked range, or the first part of a long one. */
  public ByteBuffer of(GuestMemory memory, int address, int length) {
    buffer = memory.buffer(buffer);
    return buffer.limit(address + Math.min(length, MAX_SIZE)).position(address);
  }
}

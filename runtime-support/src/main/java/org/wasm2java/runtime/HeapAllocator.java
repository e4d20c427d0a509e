package org.wasm2java.runtime;

/** Makes an array whenever one is needed and leaves the rest to the garbage collector. */
final class HeapAllocator implements MemoryAllocator {
  static final HeapAllocator INSTANCE = new HeapAllocator();

  private HeapAllocator() {}

  @Override
  public byte[] allocate(int length, long maximum) {
    return new byte[length];
  }

  @Override
  public void release(byte[] bytes) {
    // the garbage collector finds it
  }
}

package org.wasm2java.runtime;

/**
 * Provides the arrays that memories consist of: those of new memories and those of memories that
 * grow. The bounds of a memory are those of its array, so an array is exactly as long as asked for;
 * what {@link InstanceConfig.Builder#growthReserve} adds is in what is asked for.
 *
 * <pre>{@code
 * MemoryAllocator pool = MemoryAllocator.pooled(16); // shared by all instances that are given it
 * InstanceConfig config = InstanceConfig.builder().memoryAllocator(pool).build();
 * }</pre>
 */
public interface MemoryAllocator {
  /**
   * Returns an array of zeros that nobody else uses.
   *
   * @param length the length in bytes, exactly
   * @param maximum how many bytes the memory may come to have, by its maximum and by the limit of
   *     its instance
   * @throws OutOfMemoryError if there is no room; growth then fails as the specification says
   */
  byte[] allocate(int length, long maximum);

  /**
   * Takes back an array: the memory has grown out of it, or its instance was recycled, see {@link
   * Instance#recycle}. Arrays of memories that another module has imported do not come back. Who
   * still holds {@link Memory#bytes} must not use it any more.
   */
  void release(byte[] bytes);

  /** Returns the allocator that memories have by default: new arrays, left to the collector. */
  static MemoryAllocator heap() {
    return HeapAllocator.INSTANCE;
  }

  /**
   * Returns an allocator that keeps arrays for memories of the same size. Thread-safe.
   *
   * @param arrays how many arrays it keeps at most, all sizes together
   */
  static MemoryAllocator pooled(int arrays) {
    return new PooledAllocator(arrays);
  }
}

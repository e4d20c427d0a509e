package org.wasm2java.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Keeps arrays by length; they are cleared when they are taken again. */
final class PooledAllocator implements MemoryAllocator {
  private final int capacity;
  private final Map<Integer, Deque<byte[]>> free = new HashMap<>();
  private int count;

  PooledAllocator(int capacity) {
    if (capacity < 0) {
      throw new IllegalArgumentException("a pool cannot keep " + capacity + " arrays");
    }
    this.capacity = capacity;
  }

  @Override
  public byte[] allocate(int length, long maximum) {
    byte[] kept = take(length);
    if (kept == null) {
      return new byte[length];
    }
    Memory.fill(kept, 0, kept.length, (byte) 0);
    return kept;
  }

  private synchronized byte[] take(int length) {
    Deque<byte[]> sameLength = free.get(length);
    if (sameLength == null) {
      return null;
    }
    count--;
    byte[] kept = sameLength.pop();
    if (sameLength.isEmpty()) {
      free.remove(length);
    }
    return kept;
  }

  @Override
  public synchronized void release(byte[] bytes) {
    if (count < capacity && bytes.length > 0) {
      free.computeIfAbsent(bytes.length, length -> new ArrayDeque<>()).push(bytes);
      count++;
    }
  }
}

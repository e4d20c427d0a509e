package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the state of an instance from generated code, piece by piece.
 *
 * <pre>{@code
 * protected void save(SnapshotWriter writer) { // in generated code
 *   writer.memory(memory0);
 *   writer.number(global1);
 * }
 * }</pre>
 */
public final class SnapshotWriter {
  private final Instance instance;
  private final List<Object> objects = new ArrayList<>();
  private long[] numbers = new long[8];
  private int count;
  private long byteSize;

  SnapshotWriter(Instance instance) {
    this.instance = instance;
  }

  Snapshot snapshot() {
    return new Snapshot(instance.getClass(), Arrays.copyOf(numbers, count), objects, byteSize);
  }

  /** Takes a memory that the module defines. */
  public void memory(Memory memory) {
    byte[] saved = memory.save();
    byteSize += saved.length;
    objects.add(saved);
  }

  /** Takes a table that the module defines. */
  public void table(Table table) {
    objects.add(saved(table.elements()));
  }

  /** Takes a global that the module defines and others may hold. */
  public void global(Global global) {
    objects.add(saved(global.get()));
  }

  /** Takes the bits of a global's number, or one half of a v128, the low one first. */
  public void number(long bits) {
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * count);
    }
    numbers[count++] = bits;
  }

  /** Takes a global's reference. */
  public void reference(Object value) {
    objects.add(saved(value));
  }

  /** Takes an element segment, which is empty if it was dropped; its array does not change. */
  public void elements(Object[] segment) {
    objects.add(saved(segment));
  }

  /** Takes a data segment, which is empty if it was dropped; its array does not change. */
  public void data(byte[] segment) {
    objects.add(segment);
  }

  private Object[] saved(Object[] values) {
    Object[] saved = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      saved[i] = saved(values[i]);
    }
    return saved;
  }

  private Object saved(Object value) {
    return value instanceof WasmFunction function
            && function.owner() == instance
            && function.index() >= 0
        ? new Snapshot.OwnFunction(function.index())
        : value;
  }
}

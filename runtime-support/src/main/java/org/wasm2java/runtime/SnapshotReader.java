package org.wasm2java.runtime;

import org.wasm2java.runtime.type.ValueType;

/**
 * Gives generated code the state of an instance, piece by piece in the order in which it was taken.
 *
 * <pre>{@code
 * protected void load(SnapshotReader reader) { // in generated code
 *   reader.memory(memory0);
 *   global1 = (int) reader.number();
 * }
 * }</pre>
 */
public final class SnapshotReader {
  private final Instance instance;
  private final Snapshot snapshot;
  private int nextNumber;
  private int nextObject;

  SnapshotReader(Instance instance, Snapshot snapshot) {
    snapshot.requireSameModule(instance);
    this.instance = instance;
    this.snapshot = snapshot;
  }

  private Object next() {
    return snapshot.object(nextObject++);
  }

  /** Restores a memory. */
  public void memory(Memory memory) {
    memory.restore((byte[]) next());
  }

  /** Restores a table. */
  public void table(Table table) {
    table.restore(restored((Object[]) next()));
  }

  /**
   * Restores a global that others may hold, or makes it where there is none yet, as in a copy.
   *
   * @return the global
   */
  public Global global(Global global, ValueType type, boolean mutable) {
    Object value = restored(next());
    if (global == null) {
      return Global.create(type, mutable, value);
    }
    global.restore(value);
    return global;
  }

  /** Returns the bits of a global's number, or one half of a v128, the low one first. */
  public long number() {
    return snapshot.number(nextNumber++);
  }

  /** Returns a global's reference. */
  public Object reference() {
    return restored(next());
  }

  /** Returns an element segment. */
  public Object[] elements() {
    return restored((Object[]) next());
  }

  /** Returns a data segment. */
  public byte[] data() {
    return (byte[]) next();
  }

  private Object[] restored(Object[] saved) {
    Object[] values = new Object[saved.length];
    for (int i = 0; i < saved.length; i++) {
      values[i] = restored(saved[i]);
    }
    return values;
  }

  private Object restored(Object saved) {
    return saved instanceof Snapshot.OwnFunction own ? instance.function(own.index()) : saved;
  }
}

package org.wasm2java.runtime;

import java.util.List;

/**
 * The state of an instance at a moment, see {@link Instance#snapshot}. Immutable; it can be
 * restored any number of times, by several threads into instances of their own.
 *
 * <pre>{@code
 * Interpreter interpreter = Interpreter.instantiate(store);
 * interpreter.load_library();
 * Snapshot ready = interpreter.snapshot();
 * for (Job job : jobs) {
 *   interpreter.restore(ready); // a copy of the memory: much faster than a new instance
 *   job.run(interpreter);
 * }
 * }</pre>
 */
public final class Snapshot {
  /** Stands for a function of the instance that the snapshot was taken of. */
  record OwnFunction(int index) {}

  private final Class<? extends Instance> owner;
  private final long[] numbers;
  private final List<Object> objects;
  private final long byteSize;

  Snapshot(Class<? extends Instance> owner, long[] numbers, List<Object> objects, long byteSize) {
    this.owner = owner;
    this.numbers = numbers;
    this.objects = objects;
    this.byteSize = byteSize;
  }

  /** Returns how many bytes the memories in it have together. */
  public long byteSize() {
    return byteSize;
  }

  /** Checks that it can be restored into an instance. */
  void requireSameModule(Instance instance) {
    if (instance.getClass() != owner) {
      throw new IllegalArgumentException(
          "a snapshot of "
              + owner.getName()
              + " cannot be restored into an instance of "
              + instance.getClass().getName());
    }
  }

  long number(int index) {
    return numbers[index];
  }

  Object object(int index) {
    return objects.get(index);
  }
}

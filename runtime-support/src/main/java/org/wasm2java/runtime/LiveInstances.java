package org.wasm2java.runtime;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The instances of a namespace that are not closed. One that nobody could find by name and that has
 * no listener is held weakly: nobody would miss its closing, and programs that make many and forget
 * them keep working. Thread-safe.
 */
final class LiveInstances {
  /**
   * An open instance.
   *
   * @param sequence its number in the store, in the order of creation
   */
  record Entry(Instance instance, long sequence) {}

  private static final class Holder extends WeakReference<Instance> {
    private final long sequence;
    private final Instance kept;

    Holder(Instance instance, long sequence, ReferenceQueue<Instance> queue) {
      super(instance, queue);
      this.sequence = sequence;
      this.kept = instance.context().isMissed() ? instance : null;
    }

    Instance instance() {
      return kept == null ? get() : kept;
    }
  }

  private final Map<Long, Holder> holders = new LinkedHashMap<>();
  private final ReferenceQueue<Instance> collected = new ReferenceQueue<>();
  private volatile boolean closed;

  boolean isClosed() {
    return closed;
  }

  /** Takes an instance in; returns whether there is still someone to close it. */
  synchronized boolean add(Instance instance, long sequence) {
    for (Object gone = collected.poll(); gone != null; gone = collected.poll()) {
      holders.remove(((Holder) gone).sequence);
    }
    if (closed) {
      return false;
    }
    holders.put(sequence, new Holder(instance, sequence, collected));
    instance.context().admitted(sequence);
    return true;
  }

  synchronized void remove(Instance instance) {
    holders.remove(instance.context().sequence());
  }

  /** Takes no more instances from now on, and returns those that are open. */
  synchronized List<Entry> close() {
    closed = true;
    List<Entry> entries = new ArrayList<>();
    for (Holder holder : holders.values()) {
      Instance instance = holder.instance();
      if (instance != null) {
        entries.add(new Entry(instance, holder.sequence));
      }
    }
    return entries;
  }
}

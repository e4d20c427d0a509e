package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Does independent work on several threads with large stacks: the phases recurse into nested
 * blocks, of which a function may have thousands. Results are in the order of the work, and of
 * several failures the first in that order is thrown, so nothing depends on the threads.
 */
final class Workers {
  /** Reserved address space, not memory: twenty thousand nested blocks take about 40 MB. */
  private static final long STACK_BYTES = 1L << 30;

  private Workers() {}

  /** Returns how many threads are worth having. */
  static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Does one piece of work on a thread with a large stack, and returns its result. */
  static <T> T call(Supplier<T> work) {
    return map(1, 1, only -> work.get()).get(0);
  }

  /**
   * Returns {@code work.apply(0)} to {@code work.apply(count - 1)}.
   *
   * @param threads the most threads to use
   */
  static <T> List<T> map(int count, int threads, IntFunction<T> work) {
    SortedMap<Integer, T> results = new TreeMap<>();
    ConcurrentHashMap<Integer, Throwable> failures = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    Runnable worker =
        () -> {
          for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            try {
              T result = work.apply(i);
              synchronized (results) {
                results.put(i, result);
              }
            } catch (RuntimeException | Error e) {
              failures.put(i, e);
              next.set(count);
            }
          }
        };
    List<Thread> running = new ArrayList<>();
    for (int i = 0; i < Math.min(count, threads); i++) {
      Thread thread = new Thread(null, worker, "wasm2java-worker-" + i, STACK_BYTES);
      thread.start();
      running.add(thread);
    }
    join(running);
    if (!failures.isEmpty()) {
      rethrow(new TreeMap<>(failures).firstEntry().getValue());
    }
    return List.copyOf(results.values());
  }

  private static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true; // a phase cannot be stopped half-way; tell the caller afterwards
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}

package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.MACHINE;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Namespace;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.host.HostModuleBuilder;

/**
 * A thousand threads make instances in one store, call them and close them. Some seconds by
 * default; {@code -Dwasm2java.soak=60} runs it for a minute.
 */
class ManyThreadsTest {
  private static final int THREADS = 1000;
  private static final long SECONDS = Long.getLong("wasm2java.soak", 4);
  private static final long FLAT = 2 << 20;

  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong rounds = new AtomicLong();
  private final AtomicLong closed = new AtomicLong();

  @Test
  void theHeapIsFlat() throws InterruptedException {
    Store store =
        new Store()
            .add(HostModuleBuilder.named("env").function("host", (int value) -> value + 1).build());
    run(store, Duration.ofSeconds(1));
    long before = usedHeap();
    run(store, Duration.ofSeconds(SECONDS));
    long grown = usedHeap() - before;
    assertThat(List.copyOf(failures)).isEmpty();
    assertThat(closed.get()).isEqualTo(2 * rounds.get());
    assertThat(grown).as("bytes more after %s rounds", rounds).isLessThan(FLAT);
    store.close();
  }

  private void run(Store store, Duration duration) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int number = i;
      threads[i] = new Thread(null, () -> rounds(store, number, start, end), "guest-" + i, 1 << 18);
      threads[i].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void rounds(Store store, int number, CountDownLatch start, long end) {
    try {
      start.await();
      do {
        round(store, number);
        rounds.incrementAndGet();
      } while (System.nanoTime() < end);
    } catch (Throwable e) {
      failures.add(e);
    }
  }

  /** Every third thread has a namespace of its own; the others share the store's. */
  private void round(Store store, int number) {
    if (number % 3 == 0) {
      try (Namespace own = store.newNamespace()) {
        own.add(store.hostModule("env"));
        use(own, "guest", number);
      }
    } else {
      use(store.namespace(), "guest-" + number, number);
    }
  }

  private void use(Namespace namespace, String name, int number) {
    InstanceConfig named =
        InstanceConfig.builder()
            .name(name)
            .onClose((instance, exitCode) -> closed.incrementAndGet())
            .build();
    InstanceConfig nameless = named.toBuilder().anonymous().build();
    try (Instance guest = GUEST.instantiate(namespace, named);
        Instance machine = MACHINE.instantiate(namespace, nameless)) {
      expect(number + 1, guest.export("direct").call(number));
      machine.export("not_a_start").call(number);
      expect(number, machine.copy().export("count").call());
      assertThat(namespace.instance(name)).isSameAs(guest);
    }
  }

  private static void expect(int value, Object[] results) {
    if (!results[0].equals(value)) {
      throw new AssertionError("expected " + value + ", found " + results[0]);
    }
  }

  private static long usedHeap() throws InterruptedException {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
      used = Math.min(used, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }
    return used;
  }
}

package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import org.wasm2java.wasi.error.Errno;

/**
 * Puts a guest to sleep until input comes, a socket is ready or a time has passed. A selector is
 * opened only where sockets take part.
 */
public final class PollWaiter implements AutoCloseable {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private Selector selector;
  private boolean awake;

  /** Also wakes up when a channel, which does not block, is ready for the operations. */
  public synchronized void watch(SelectableChannel channel, int operations) throws IOException {
    if (selector == null) {
      selector = Selector.open();
    }
    SelectionKey key = channel.keyFor(selector);
    int all = key == null ? operations : key.interestOps() | operations;
    channel.register(selector, all);
  }

  /** Returns whether a channel, which does not block, is ready for the operations now. */
  public static boolean isReady(SelectableChannel channel, int operations) throws IOException {
    try (Selector now = Selector.open()) {
      channel.register(now, operations);
      return now.selectNow() > 0;
    }
  }

  /** Waits until a channel, which does not block, is ready for the operations. */
  public static void awaitChannel(SelectableChannel channel, int operations) throws IOException {
    try (PollWaiter waiter = new PollWaiter()) {
      waiter.watch(channel, operations);
      waiter.await(Long.MAX_VALUE);
    }
  }

  /** Ends the wait, or the next one if none is going on. */
  synchronized void wakeUp() {
    awake = true;
    notifyAll();
    if (selector != null) {
      selector.wakeup();
    }
  }

  /** Waits for this many nanoseconds at most; spurious wake-ups are possible. */
  public void await(long nanos) throws IOException {
    // Rounded up: waking up early would only mean to wait again.
    long millis = nanos / NANOS_PER_MILLI + 1;
    try {
      if (selector == null) {
        awaitMonitor(System.nanoTime() + nanos);
      } else {
        selector.select(millis);
        selector.selectedKeys().clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Errno.INTR.failure();
    }
  }

  private synchronized void awaitMonitor(long end) throws InterruptedException {
    long remaining = end - System.nanoTime();
    while (!awake && remaining > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, remaining);
      remaining = end - System.nanoTime();
    }
    awake = false;
  }

  @Override
  public void close() throws IOException {
    if (selector != null) {
      selector.close();
    }
  }
}

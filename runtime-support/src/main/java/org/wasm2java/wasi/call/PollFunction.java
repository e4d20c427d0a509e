package org.wasm2java.wasi.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.PollWaiter;
import org.wasm2java.wasi.descriptor.Readiness;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.error.HostErrors;
import org.wasm2java.wasi.memory.GuestMemory;

/** The function {@code poll_oneoff}. */
public final class PollFunction {
  /** The last time of a clock, whose nanoseconds are unsigned. */
  private static final long END_OF_TIME = -1L;

  /** Longest single wait; a wall clock that is set meanwhile is noticed after it. */
  private static final long MAX_WAIT = 60_000_000_000L;

  private final DescriptorTable table;
  private final ClockFunctions clocks;

  PollFunction(DescriptorTable table, ClockFunctions clocks) {
    this.table = table;
    this.clocks = clocks;
  }

  public void pollOneoff(GuestMemory memory, int subscriptions, int events, int count, int result)
      throws IOException {
    int size = GuestStructs.SUBSCRIPTION_SIZE;
    memory.checkArray(subscriptions, count, size);
    List<Subscription> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(GuestStructs.readSubscription(memory, subscriptions + i * size));
    }
    poll(memory, wanted, events, result);
  }

  /** Does the same with the structures of snapshot 0. */
  public void pollOneoffUnstable(
      GuestMemory memory, int subscriptions, int events, int count, int result) throws IOException {
    int size = GuestStructs.UNSTABLE_SUBSCRIPTION_SIZE;
    memory.checkArray(subscriptions, count, size);
    List<Subscription> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(GuestStructs.readUnstableSubscription(memory, subscriptions + i * size));
    }
    poll(memory, wanted, events, result);
  }

  private void poll(GuestMemory memory, List<Subscription> wanted, int events, int result)
      throws IOException {
    if (wanted.isEmpty()) {
      throw Errno.INVAL.failure();
    }
    memory.checkArray(events, wanted.size(), GuestStructs.EVENT_SIZE);
    memory.check(result, Integer.BYTES);
    List<Event> happened = await(wanted);
    for (int i = 0; i < happened.size(); i++) {
      GuestStructs.writeEvent(memory, events + i * GuestStructs.EVENT_SIZE, happened.get(i));
    }
    memory.writeI32(result, happened.size());
  }

  private List<Event> await(List<Subscription> wanted) throws IOException {
    List<Deadline> deadlines = new ArrayList<>();
    List<Event> happened = new ArrayList<>();
    for (Subscription subscription : wanted) {
      if (subscription.type() == Subscription.CLOCK) {
        addDeadline(subscription, deadlines, happened);
      }
    }
    table.flush();
    try (PollWaiter waiter = new PollWaiter()) {
      while (true) {
        collect(wanted, happened, waiter);
        long remaining = MAX_WAIT;
        for (Deadline deadline : deadlines) {
          remaining = Math.min(remaining, deadline.remaining(clocks));
          deadline.collect(clocks, happened);
        }
        if (!happened.isEmpty()) {
          return happened;
        }
        waiter.await(remaining);
      }
    }
  }

  /**
   * When a clock subscription ends: in the clock's own nanoseconds, unsigned, and for a relative
   * timeout also in those of the host since its start. A granted clock may run ahead, but one that
   * stands still delays nobody.
   */
  private record Deadline(Subscription subscription, long end, long hostStart) {
    /** Returns the nanoseconds to wait, at most {@link #MAX_WAIT}. */
    long remaining(ClockFunctions clocks) throws ErrnoException {
      long remaining = until(end, clocks.now(subscription.source()));
      if (subscription.absolute()) {
        return remaining;
      }
      return Math.min(remaining, until(subscription.timeout(), System.nanoTime() - hostStart));
    }

    private static long until(long end, long now) {
      if (Long.compareUnsigned(end, now) <= 0) {
        return 0;
      }
      return Long.compareUnsigned(end - now, MAX_WAIT) < 0 ? end - now : MAX_WAIT;
    }

    void collect(ClockFunctions clocks, List<Event> happened) throws ErrnoException {
      if (remaining(clocks) == 0) {
        happened.add(event(subscription, Errno.SUCCESS, 0, false));
      }
    }
  }

  private void addDeadline(
      Subscription subscription, List<Deadline> deadlines, List<Event> happened)
      throws ErrnoException {
    int clock = subscription.source();
    if (clock != ClockFunctions.REALTIME && clock != ClockFunctions.MONOTONIC) {
      boolean known = clock == ClockFunctions.PROCESS_CPU || clock == ClockFunctions.THREAD_CPU;
      happened.add(event(subscription, known ? Errno.NOTSUP : Errno.INVAL, 0, false));
      return;
    }
    long timeout = subscription.timeout();
    long end = subscription.absolute() ? timeout : later(clocks.now(clock), timeout);
    deadlines.add(new Deadline(subscription, end, System.nanoTime()));
  }

  private static long later(long time, long nanos) {
    long sum = time + nanos;
    return Long.compareUnsigned(sum, time) < 0 ? END_OF_TIME : sum;
  }

  private void collect(List<Subscription> wanted, List<Event> happened, PollWaiter waiter)
      throws IOException {
    for (Subscription subscription : wanted) {
      switch (subscription.type()) {
        case Subscription.CLOCK -> {}
        case Subscription.FD_READ -> collect(subscription, Rights.FD_READ, happened, waiter);
        case Subscription.FD_WRITE -> collect(subscription, Rights.FD_WRITE, happened, waiter);
        default -> throw Errno.INVAL.failure();
      }
    }
  }

  private void collect(
      Subscription subscription, long right, List<Event> happened, PollWaiter waiter) {
    try {
      Descriptor descriptor = table.get(subscription.source());
      descriptor.require(Rights.POLL_FD_READWRITE);
      boolean reads = right == Rights.FD_READ;
      Readiness ready = reads ? descriptor.readable(waiter) : descriptor.writable(waiter);
      if (ready != null) {
        happened.add(event(subscription, Errno.SUCCESS, ready.available(), ready.hangup()));
      }
    } catch (IOException e) {
      happened.add(event(subscription, HostErrors.errno(e), 0, false));
    }
  }

  private static Event event(
      Subscription subscription, Errno errno, long available, boolean hangup) {
    return new Event(subscription.userData(), errno, subscription.type(), available, hangup);
  }
}

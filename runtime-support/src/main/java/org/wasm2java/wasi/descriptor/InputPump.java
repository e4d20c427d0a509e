package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.io.InputStream;
import org.wasm2java.wasi.memory.GuestMemory;

/**
 * Reads a stream on a thread of its own, one buffer ahead and only on demand: Java's streams offer
 * no way to wait for input with a timeout or to interrupt a read.
 */
final class InputPump implements Runnable {
  private static final int BUFFER_SIZE = 65536;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER_SIZE];

  // All guarded by this.
  private Thread thread;
  private PollWaiter waiter;
  private IOException failure;
  private int start;
  private int end;
  private boolean endOfInput;
  private boolean wanted;
  private boolean stopped;

  InputPump(InputStream stream) {
    this.stream = stream;
  }

  /** Waits for input and returns some of it; 0 at the end of the input. */
  synchronized int read(GuestMemory memory, int address, int length)
      throws IOException, InterruptedException {
    while (!hasOutcome()) {
      demand();
      wait();
    }
    if (failure != null) {
      IOException reported = failure;
      failure = null;
      throw reported;
    }
    if (endOfInput) {
      endOfInput = false; // a terminal goes on after an end of input, so the next read asks again
      return 0;
    }
    int count = Math.min(length, end - start);
    memory.write(address, buffer, start, count);
    start += count;
    return count;
  }

  /** Returns whether a read would return at once; if not, starts reading and wakes the waiter. */
  synchronized boolean isReady(PollWaiter newWaiter) {
    waiter = newWaiter;
    if (!hasOutcome()) {
      demand();
    }
    return hasOutcome();
  }

  /** Returns whether nothing has been read ahead and nothing is being read. */
  synchronized boolean isIdle() {
    return !wanted && !hasOutcome();
  }

  synchronized int available() {
    return end - start;
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  private boolean hasOutcome() {
    return start < end || endOfInput || failure != null;
  }

  private void demand() {
    wanted = true;
    if (thread == null) {
      thread = new Thread(this, "wasi-stdin");
      thread.setDaemon(true);
      thread.start();
    }
    notifyAll();
  }

  @Override
  public void run() {
    while (awaitDemand()) {
      int count = -1;
      IOException problem = null;
      try {
        count = stream.read(buffer, 0, BUFFER_SIZE);
      } catch (IOException e) {
        problem = e;
      } catch (RuntimeException e) {
        problem = new IOException(e);
      }
      deliver(count, problem);
    }
  }

  private synchronized boolean awaitDemand() {
    while (!wanted && !stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        return false; // only somebody who wants this thread to end interrupts it
      }
    }
    return !stopped;
  }

  private synchronized void deliver(int count, IOException problem) {
    wanted = false;
    start = 0;
    end = Math.max(0, count);
    endOfInput = count < 0 && problem == null;
    failure = problem;
    notifyAll();
    if (waiter != null) {
      waiter.wakeUp();
    }
  }
}

package org.wasm2java.runtime;

import java.time.Duration;
import java.util.concurrent.Future;

/**
 * A time limit for the code of an instance, from {@link Execution#deadline} until it is closed.
 * Code that runs longer traps with {@link TrapKind#INTERRUPTED}.
 *
 * <pre>{@code
 * try (Deadline deadline = instance.execution().deadline(Duration.ofMillis(50))) {
 *   instance.evaluate(script);
 * }
 * }</pre>
 */
public final class Deadline implements AutoCloseable {
  private final Execution execution;
  private final TimeLimit limit;
  private final Deadline outer;
  private volatile boolean closed;
  private Future<?> alarm;

  Deadline(Execution execution, Duration time, Deadline outer) {
    this.execution = execution;
    this.limit = TimeLimit.of(time);
    this.outer = outer;
  }

  Deadline outer() {
    return outer;
  }

  boolean isClosed() {
    return closed;
  }

  void start() {
    alarm = Timer.when(limit, execution::update);
    execution.update(); // a limit of no time has passed already
  }

  /** Returns the limit of this or an outer deadline that has passed, or {@code null}. */
  TimeLimit passed() {
    for (Deadline each = this; each != null; each = each.outer) {
      if (!each.closed && each.limit.hasPassed()) {
        return each.limit;
      }
    }
    return null;
  }

  /** Ends the time limit; the outer one, if there is one, holds again. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      alarm.cancel(false);
      execution.endDeadline();
    }
  }
}

package org.wasm2java.runtime;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Future;

/**
 * Cancels running code from any thread: all code of the instances that it was given to. Once
 * cancelled it stays so; an instance gets another handle, or none, to run again.
 *
 * <pre>{@code
 * CancelHandle handle = CancelHandle.create();
 * instance.execution().setCancelHandle(handle);
 * onCloseOfWindow(handle::cancel);
 * instance.render(); // throws a Trap of kind INTERRUPTED if the window is closed
 * }</pre>
 */
public final class CancelHandle {
  private static final String CANCELLED = "(cancelled)";

  private final TimeLimit limit;
  private final Set<Execution> executions = Collections.newSetFromMap(new WeakHashMap<>());
  private volatile boolean cancelled;
  private Future<?> alarm;

  private CancelHandle(TimeLimit limit) {
    this.limit = limit;
  }

  /** Returns a handle that {@link #cancel} cancels. */
  public static CancelHandle create() {
    return new CancelHandle(null);
  }

  /** Returns a handle that cancels itself when a time from now has passed, or earlier. */
  public static CancelHandle after(Duration time) {
    TimeLimit limit = TimeLimit.of(time);
    CancelHandle handle = new CancelHandle(limit);
    handle.alarm = Timer.when(limit, updating(new WeakReference<>(handle)));
    return handle;
  }

  /** A handle that nobody has any more is not kept until its time has passed. */
  private static Runnable updating(WeakReference<CancelHandle> reference) {
    return () -> {
      CancelHandle handle = reference.get();
      if (handle != null) {
        handle.update();
      }
    };
  }

  /** Cancels. Code notices at once, unless a host function is busy. */
  public void cancel() {
    cancelled = true;
    if (alarm != null) {
      alarm.cancel(false);
    }
    update();
  }

  /** Stops an execution, now or later. */
  void stops(Execution execution) {
    synchronized (executions) {
      executions.add(execution);
    }
  }

  private void update() {
    List<Execution> stopped;
    synchronized (executions) {
      stopped = List.copyOf(executions);
    }
    stopped.forEach(Execution::update);
  }

  /** Returns whether the handle was cancelled, or its time has passed. */
  public boolean isCancelled() {
    return cancelled || (limit != null && limit.hasPassed());
  }

  String reason() {
    return cancelled || limit == null ? CANCELLED : limit.reason();
  }
}

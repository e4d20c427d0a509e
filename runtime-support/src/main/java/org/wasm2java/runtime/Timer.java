package org.wasm2java.runtime;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread for all time limits; a daemon that ends when there are none. */
final class Timer {
  private static final ScheduledThreadPoolExecutor THREAD = thread();

  private Timer() {}

  private static ScheduledThreadPoolExecutor thread() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(null, task, "wasm2java-timer", 0, false);
              thread.setContextClassLoader(null);
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(1, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Runs a task when a time limit has passed. */
  static Future<?> when(TimeLimit limit, Runnable task) {
    return THREAD.schedule(task, limit.nanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
  }
}

package org.wasm2java.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Stops, limits and watches the code of one instance. What is possible was decided when the module
 * was translated: stopping needs the option {@code interruptible}, fuel needs {@code fuel}, and a
 * listener hears of the functions that {@code listen} names. Without an option its methods throw
 * {@link UnsupportedOperationException}, as the code has nothing in it to obey them.
 *
 * <pre>{@code
 * Execution execution = instance.execution();
 * execution.setFuel(1_000_000);
 * try (Deadline deadline = execution.deadline(Duration.ofMillis(50))) {
 *   instance.evaluate(script);
 * } catch (Trap trap) {
 *   // INTERRUPTED after 50 ms, OUT_OF_FUEL after a million instructions; the instance is usable
 * }
 * }</pre>
 */
public final class Execution {
  private final Instance instance;
  private CancelHandle cancelHandle;
  private Deadline deadline;
  private Supplier<? extends RuntimeException> ending;

  Execution(Instance instance) {
    this.instance = instance;
  }

  /**
   * Returns how much fuel is left. An instance starts with {@link Long#MAX_VALUE}, which nothing
   * uses up.
   *
   * @throws UnsupportedOperationException if the module was translated without fuel
   */
  public long fuel() {
    return instance.fuelLeft();
  }

  /**
   * Sets how much fuel is left. Code that needs more than there is traps with {@link
   * TrapKind#OUT_OF_FUEL} and leaves none.
   *
   * @throws UnsupportedOperationException if the module was translated without fuel
   * @throws IllegalArgumentException if the amount is negative
   */
  public void setFuel(long amount) {
    instance.fuelLeft(notNegative(amount));
  }

  /**
   * Adds to the fuel that is left, up to {@link Long#MAX_VALUE}.
   *
   * @throws UnsupportedOperationException if the module was translated without fuel
   * @throws IllegalArgumentException if the amount is negative
   */
  public void addFuel(long amount) {
    long sum = instance.fuelLeft() + notNegative(amount);
    instance.fuelLeft(sum < 0 ? Long.MAX_VALUE : sum);
  }

  private static long notNegative(long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("an amount of fuel is not negative: " + amount);
    }
    return amount;
  }

  /**
   * Sets what can cancel running code from other threads; {@code null} takes it away. Code that
   * notices a cancelled handle traps with {@link TrapKind#INTERRUPTED}.
   *
   * @throws UnsupportedOperationException if the module was translated without interruptible
   */
  public void setCancelHandle(CancelHandle handle) {
    requireInterruptible();
    synchronized (this) {
      cancelHandle = handle;
    }
    if (handle != null) {
      handle.stops(this);
    }
    update();
  }

  /**
   * Gives all code of the instance a time limit until the deadline is closed. Deadlines nest; none
   * extends an outer one.
   *
   * @throws UnsupportedOperationException if the module was translated without interruptible
   */
  public Deadline deadline(Duration time) {
    requireInterruptible();
    Deadline inner;
    synchronized (this) {
      inner = new Deadline(this, time, deadline);
      deadline = inner;
    }
    inner.start();
    return inner;
  }

  /** Goes back to the innermost deadline that holds; they may be closed in any order. */
  void endDeadline() {
    synchronized (this) {
      while (deadline != null && deadline.isClosed()) {
        deadline = deadline.outer();
      }
    }
    update();
  }

  /**
   * Sets who is told of calls; {@code null} for nobody.
   *
   * @throws UnsupportedOperationException if the module was translated without listen
   */
  public void setListener(FunctionListener listener) {
    instance.listener(listener);
  }

  /**
   * Makes running code end with an exception, and all code that runs later: for closing an instance
   * from another thread. Only for code that is interruptible.
   */
  void stopWith(Supplier<? extends RuntimeException> exception) {
    synchronized (this) {
      ending = Objects.requireNonNull(exception, "exception");
    }
    update();
  }

  /** Tells the code whether there is a reason to stop. */
  synchronized void update() {
    instance.mustStop(stopReason() != null);
  }

  /** Returns what the code ends with when it next looks, or {@code null} while it may run on. */
  public synchronized RuntimeException stopReason() {
    if (ending != null) {
      return ending.get();
    }
    if (cancelHandle != null && cancelHandle.isCancelled()) {
      return Trap.of(TrapKind.INTERRUPTED, cancelHandle.reason());
    }
    TimeLimit passed = deadline == null ? null : deadline.passed();
    return passed == null ? null : Trap.of(TrapKind.INTERRUPTED, passed.reason());
  }

  private void requireInterruptible() {
    if (!instance.isInterruptible()) {
      throw lacks("interruptible");
    }
  }

  static UnsupportedOperationException lacks(String option) {
    return new UnsupportedOperationException(
        "the module was translated without the option "
            + option
            + ": translate it with "
            + switch (option) {
              case "listen" -> "TranslationOptions.Builder.listen(\"*\") or --listen '*'";
              default -> "TranslationOptions.Builder." + option + "(true) or --" + option;
            });
  }
}

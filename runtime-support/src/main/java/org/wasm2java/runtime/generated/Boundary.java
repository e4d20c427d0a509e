package org.wasm2java.runtime.generated;

import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.ResourceLimitException;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.internal.Rethrow;

/**
 * What generated code does with exceptions where calls enter and leave WebAssembly. Generated
 * bodies let the JVM's own checks trap (array bounds, division by zero, the stack); the export that
 * entered them turns these exceptions into a {@link Trap} once. An exception of the same class that
 * a host function threw is not a trap: it is carried past the export in a {@link HostFailure}.
 *
 * <pre>{@code
 * public double check(int p0) { // in generated code
 *   try {
 *     return this.f3_check(p0);
 *   } catch (RuntimeException | StackOverflowError e) {
 *     throw Boundary.leave(e);
 *   }
 * }
 * }</pre>
 */
public final class Boundary {
  private Boundary() {}

  /**
   * Returns what an export throws for what a body threw: a trap for the JVM's implicit exceptions,
   * the host's own exception where a host function failed, everything else unchanged.
   */
  public static RuntimeException leave(Throwable thrown) {
    return leave(thrown, false);
  }

  /**
   * As {@link #leave(Throwable)} for a module that may have arrays of its own: the exception of a
   * Java array is the trap of these, as such a module checks single bytes of its memories
   * otherwise.
   */
  static RuntimeException leave(Throwable thrown, boolean hasArrays) {
    if (hasArrays && thrown instanceof ArrayIndexOutOfBoundsException && !isOfView(thrown)) {
      return Trap.of(TrapKind.OUT_OF_BOUNDS_ARRAY_ACCESS, thrown);
    }
    if (thrown instanceof HostFailure failure) {
      throw Rethrow.unchecked(failure.getCause());
    }
    if (thrown instanceof WasmException exception && exception.isHost()) {
      throw Rethrow.unchecked(exception.getCause());
    }
    if (thrown instanceof IndexOutOfBoundsException) {
      return Trap.of(TrapKind.OUT_OF_BOUNDS_MEMORY_ACCESS, thrown);
    }
    if (thrown instanceof ArithmeticException) {
      return Trap.of(TrapKind.INTEGER_DIVIDE_BY_ZERO, thrown);
    }
    if (thrown instanceof NullPointerException) {
      return Trap.of(TrapKind.NULL_REFERENCE, thrown);
    }
    if (thrown instanceof ClassCastException) {
      return Trap.of(TrapKind.CAST_FAILURE, thrown);
    }
    if (thrown instanceof StackOverflowError) {
      return Trap.of(TrapKind.CALL_STACK_EXHAUSTED, thrown);
    }
    throw Rethrow.unchecked(thrown);
  }

  /**
   * Returns whether bytes were accessed by a view, as those of memories are. Views throw the class
   * of arrays, too, but by code of Java's own, so that the stack is always there, where the JVM's
   * checks may leave it out.
   */
  private static boolean isOfView(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length > 0
        && trace[0].getClassName().startsWith("jdk.internal.util.Preconditions");
  }

  /**
   * Returns what a function of another module throws into the calling one: a trap for the JVM's
   * implicit exceptions, everything else unchanged; what marks a failure of the host stays.
   */
  public static RuntimeException cross(Throwable thrown) {
    return cross(thrown, false);
  }

  /** As {@link #cross(Throwable)} for a module that may have arrays of its own. */
  static RuntimeException cross(Throwable thrown, boolean hasArrays) {
    if (thrown instanceof HostFailure failure) {
      return failure;
    }
    if (thrown instanceof WasmException exception) {
      return exception;
    }
    return leave(thrown, hasArrays);
  }

  /**
   * Returns what an imported function throws into WebAssembly for what the host threw: itself,
   * unless {@link #leave} would take it for a trap. A stack that WebAssembly had used up when it
   * called the host is a trap.
   */
  public static RuntimeException enter(Throwable thrown) {
    if (thrown instanceof StackOverflowError overflow && HostOverflow.isOfCaller(overflow)) {
      throw Rethrow.unchecked(thrown);
    }
    if (thrown instanceof IndexOutOfBoundsException
        || thrown instanceof ArithmeticException
        || thrown instanceof NullPointerException
        || thrown instanceof ClassCastException
        || thrown instanceof StackOverflowError) {
      return new HostFailure(thrown);
    }
    throw Rethrow.unchecked(thrown);
  }

  /**
   * As {@link #enter}, into a module that handles exceptions: those of the host are foreign ones to
   * it, which {@code catch_all} catches. What ends the execution is none of them: traps, exits and
   * limits.
   */
  public static RuntimeException foreign(Throwable thrown) {
    Throwable failure = thrown instanceof HostFailure ? thrown.getCause() : thrown;
    boolean ends =
        failure instanceof Trap
            || failure instanceof ExitException
            || failure instanceof ResourceLimitException;
    if (failure instanceof Exception && !(failure instanceof WasmException) && !ends) {
      return WasmException.ofHost(failure);
    }
    return enter(thrown);
  }

  /**
   * Returns the exception that {@code throw_ref} throws.
   *
   * @throws Trap if there is none
   */
  public static WasmException thrown(WasmException reference) {
    if (reference == null) {
      throw Trap.of(TrapKind.NULL_EXCEPTION_REFERENCE);
    }
    return reference;
  }

  /** Returns what the caller of an export will get for what a body threw. */
  static Throwable seenOutside(Throwable thrown, boolean hasArrays) {
    try {
      return leave(thrown, hasArrays);
    } catch (Throwable unchanged) {
      return unchanged;
    }
  }
}

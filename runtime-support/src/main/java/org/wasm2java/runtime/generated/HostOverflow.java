package org.wasm2java.runtime.generated;

/**
 * Tells whose fault an overflow of the stack inside a host function is. The JVM notes the innermost
 * frames of an overflow, a thousand or so. If the call from WebAssembly is among them, the host had
 * little of the stack, and what had filled it is the recursion below. If it is not, the host
 * function has that many frames of its own: the recursion is the host's.
 *
 * <p>Runs where the stack may be nearly full. If it overflows again, that overflow goes on to the
 * WebAssembly code, which had filled the stack in this case.
 */
final class HostOverflow {
  /** What the JVM notes ({@code MaxJavaStackTraceDepth}), unless it is told to note more. */
  private static final int NOTED_FRAMES = 1024;

  /** How HotSpot's messages start, where it gives one; others are of errors that a host made. */
  private static final String DELAYED = "Delayed StackOverflowError";

  private static final String RUNTIME = "org.wasm2java.runtime.";

  private HostOverflow() {}

  /**
   * Returns whether the stack was full of what the generated code that calls this was called by.
   */
  static boolean isOfCaller(StackOverflowError overflow) {
    String message = overflow.getMessage();
    if (message != null && !message.startsWith(DELAYED)) {
      return false;
    }
    StackTraceElement[] noted = overflow.getStackTrace();
    StackTraceElement caller = caller(new Throwable().getStackTrace());
    for (int i = 0; i < noted.length && i < NOTED_FRAMES; i++) {
      if (noted[i].getMethodName().equals(caller.getMethodName())
          && noted[i].getClassName().equals(caller.getClassName())) {
        return true;
      }
    }
    return false;
  }

  private static StackTraceElement caller(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (!frame.getClassName().startsWith(RUNTIME)) {
        return frame;
      }
    }
    throw new IllegalStateException("not called by generated code");
  }
}

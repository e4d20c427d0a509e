package org.wasm2java.runtime.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.runtime.format.FrameKey;
import org.wasm2java.runtime.format.FunctionMethodName;

/**
 * The WebAssembly frames of a Java stack trace. Lines that have several instructions are told apart
 * by what was thrown and by the frame above: the method that the instruction had called.
 *
 * <pre>{@code
 * List<WasmFrame> frames = StackFrames.of(thrown); // what WasmFrames.of gives, but for traps
 * }</pre>
 */
public final class StackFrames {
  /** The key of no instruction. */
  static final String NOWHERE = "nowhere";

  /** The key that is asked for where nothing is known but the line. */
  static final String ANY = "";

  private StackFrames() {}

  /** Returns the WebAssembly frame that a frame of the Java stack is or is a part of. */
  public static Optional<WasmFrame> of(StackTraceElement element) {
    try {
      FrameTable.Method method = FrameTable.methodOf(element);
      return method == null ? Optional.empty() : Optional.of(method.frame(ANY));
    } catch (RuntimeException e) {
      return Optional.empty(); // a broken table is no frame and no failure
    }
  }

  /** Returns the frames, innermost first. */
  public static List<WasmFrame> of(Throwable thrown) {
    try {
      return of(thrown, thrown.getStackTrace());
    } catch (RuntimeException e) {
      return List.of(); // a broken table must not hide what was thrown
    }
  }

  private static List<WasmFrame> of(Throwable thrown, StackTraceElement[] stack) {
    List<WasmFrame> frames = new ArrayList<>();
    FrameTable.Method inner = null;
    for (int i = 0; i < stack.length; i++) {
      FrameTable.Method method = FrameTable.methodOf(stack[i]);
      boolean sameActivation =
          inner != null
              && method != null
              && inner.part()
              && inner.table() == method.table()
              && inner.functionIndex() == method.functionIndex();
      if (method != null && !sameActivation) {
        frames.add(method.frame(i == 0 ? key(thrown) : key(stack[i - 1])));
      }
      inner = method;
    }
    return List.copyOf(frames);
  }

  /** Returns the key of an instruction that threw itself. */
  private static String key(Throwable thrown) {
    if (thrown instanceof ArithmeticException) {
      return FrameKey.DIVISION.text();
    }
    if (thrown instanceof NullPointerException || thrown instanceof ClassCastException) {
      return FrameKey.REFERENCE.text();
    }
    // The stack ends where the function is entered, before any of its instructions.
    return thrown instanceof StackOverflowError ? NOWHERE : FrameKey.ARRAY.text();
  }

  /** Returns the key of an instruction that called a method. */
  private static String key(StackTraceElement called) {
    String owner = called.getClassName();
    if (owner.startsWith("java.lang.invoke.") || owner.startsWith("jdk.internal.")) {
      return FrameKey.ofView(called.getMethodName());
    }
    if (owner.startsWith("org.wasm2java.runtime.") || owner.startsWith("java.")) {
      String simpleName = owner.substring(owner.lastIndexOf('.') + 1);
      return FrameKey.ofMethod(simpleName, called.getMethodName());
    }
    FunctionMethodName function = FunctionMethodName.parse(called.getMethodName()).orElse(null);
    return function == null
        ? FrameKey.INDIRECT.text()
        : FrameKey.ofFunction(function.functionIndex());
  }
}

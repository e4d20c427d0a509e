package org.wasm2java.runtime;

import java.util.List;
import java.util.Optional;
import org.wasm2java.runtime.frame.StackFrames;
import org.wasm2java.runtime.frame.WasmFrame;

/**
 * Tells which WebAssembly function and instruction a frame of the Java stack is of. Nothing of it
 * is computed, and no table read, before someone asks.
 *
 * <pre>{@code
 * try {
 *   guest.run();
 * } catch (IllegalStateException ofHostFunction) {
 *   WasmFrames.of(ofHostFunction).forEach(frame -> System.err.println("  at " + frame));
 * }
 * }</pre>
 *
 * <p>A {@link StackTraceElement} names a class but not its loader. Where several loaders have
 * modules of the same class name, the one that was initialized last is meant.
 */
public final class WasmFrames {
  private WasmFrames() {}

  /** Returns the WebAssembly frame that a frame of the Java stack is or is a part of. */
  public static Optional<WasmFrame> of(StackTraceElement element) {
    return StackFrames.of(element);
  }

  /**
   * Returns the WebAssembly frames of the stack on which something was thrown, innermost first. Of
   * modules that call each other it has the frames of all; of a trap those of {@link Trap#frames}.
   */
  public static List<WasmFrame> of(Throwable thrown) {
    return thrown instanceof Trap trap ? trap.frames() : StackFrames.of(thrown);
  }
}

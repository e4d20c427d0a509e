package org.wasm2java.runtime;

import java.util.List;
import org.wasm2java.runtime.frame.StackFrames;
import org.wasm2java.runtime.frame.WasmFrame;

/**
 * The abrupt end of a WebAssembly execution that the specification calls a trap. The instance stays
 * usable; everything that was written before the trap stays written.
 *
 * <pre>{@code
 * try {
 *   math.divide(1, 0);
 * } catch (Trap trap) {
 *   System.out.println(trap.kind()); // INTEGER_DIVIDE_BY_ZERO
 *   System.out.println(trap.frames().get(0)); // divide (module math, offset 0x1a4)
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/runtime.html#administrative-instructions">Traps</a>
 */
public final class Trap extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int SHOWN_FRAMES = 16;

  private final TrapKind kind;

  /** What the JVM threw where WebAssembly traps; its stack has the frames. */
  private final transient Throwable origin;

  private transient volatile List<WasmFrame> frames;

  private Trap(TrapKind kind, String text, Throwable cause, Throwable origin) {
    super(text, cause);
    this.kind = kind;
    this.origin = origin;
  }

  /** Returns a new trap of this kind, whose text is the specification's phrase. */
  public static Trap of(TrapKind kind) {
    return new Trap(kind, kind.text(), null, null);
  }

  /** Returns a new trap of this kind with a detail behind the phrase, such as {@code 7 of 4}. */
  public static Trap of(TrapKind kind, String detail) {
    return new Trap(kind, kind.text().concat(" ").concat(detail), null, null);
  }

  /** Returns a new trap for what the JVM threw; an overflow's thousand frames are not its cause. */
  public static Trap of(TrapKind kind, Throwable thrown) {
    Throwable cause = thrown instanceof StackOverflowError ? null : thrown;
    return new Trap(kind, kind.text(), cause, thrown);
  }

  /** Returns why the execution trapped. */
  public TrapKind kind() {
    return kind;
  }

  /** Returns the specification's phrase, with a detail behind it if there is one. */
  public String text() {
    return super.getMessage();
  }

  /**
   * Returns the WebAssembly functions that were running, innermost first; the first is the one that
   * trapped. They are computed from the Java stack when first asked for. There are none if the JVM
   * left the stack out, as HotSpot does with an exception that one place throws very often.
   */
  public List<WasmFrame> frames() {
    List<WasmFrame> known = frames;
    if (known == null) {
      known = origin == null ? List.of() : StackFrames.of(origin);
      known = known.isEmpty() ? StackFrames.of(this) : known;
      frames = known;
    }
    return known;
  }

  /** Returns {@link #text} and a line for each of the innermost frames. */
  @Override
  public String getMessage() {
    StringBuilder message = new StringBuilder(text());
    List<WasmFrame> all = frames();
    for (WasmFrame frame : all.subList(0, Math.min(all.size(), SHOWN_FRAMES))) {
      message.append("\n    at ").append(frame);
    }
    int more = all.size() - SHOWN_FRAMES;
    return more > 0
        ? message.append("\n    ... ").append(more).append(" more").toString()
        : message.toString();
  }
}

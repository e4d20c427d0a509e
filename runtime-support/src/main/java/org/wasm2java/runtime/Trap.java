package org.wasm2java.runtime;

/**
 * The abrupt end of a WebAssembly execution that the specification calls a trap. The instance stays
 * usable; everything that was written before the trap stays written.
 *
 * <pre>{@code
 * try {
 *   math.divide(1, 0);
 * } catch (Trap trap) {
 *   System.out.println(trap.kind()); // INTEGER_DIVIDE_BY_ZERO
 * }
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/runtime.html#administrative-instructions">Traps</a>
 */
public final class Trap extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TrapKind kind;

  private Trap(TrapKind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Returns a new trap of this kind, whose message is the specification's phrase. */
  public static Trap of(TrapKind kind) {
    return new Trap(kind, kind.text(), null);
  }

  /** Returns a new trap of this kind with a detail behind the phrase, such as {@code 7 of 4}. */
  public static Trap of(TrapKind kind, String detail) {
    return new Trap(kind, kind.text() + " " + detail, null);
  }

  static Trap of(TrapKind kind, Throwable cause) {
    return new Trap(kind, kind.text(), cause);
  }

  /** Returns why the execution trapped. */
  public TrapKind kind() {
    return kind;
  }
}

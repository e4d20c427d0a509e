package org.wasm2java.aot.diagnostic;

/**
 * A module that cannot be translated. The message is complete for users: the broken rule by the
 * specification's phrase, what was expected and found, and the place.
 */
public abstract sealed class WasmModuleException extends RuntimeException
    permits MalformedException, InvalidException, UnsupportedException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final transient Location location;

  WasmModuleException(Failure failure, Location location, String detail) {
    super(failure.phrase() + (detail.isEmpty() ? "" : ": " + detail) + "\n  " + location.text());
    this.failure = failure;
    this.location = location;
  }

  /** Returns the rule that was broken. */
  public Failure failure() {
    return failure;
  }

  /** Returns where. */
  public Location location() {
    return location;
  }
}

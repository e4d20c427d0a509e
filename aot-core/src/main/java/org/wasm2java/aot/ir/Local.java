package org.wasm2java.aot.ir;

/**
 * A variable of a function: a parameter, a declared local, a temporary, or the array of a memory.
 * Two locals are the same only if they are the same object.
 */
public final class Local {
  /** Where a local comes from. */
  public enum Role {
    /** A parameter of the function. */
    PARAMETER,
    /** A declared local, zero at the start. */
    DECLARED,
    /** A value that lowering had to name. */
    TEMPORARY,
    /** The array of a linear memory. */
    MEMORY,
    /**
     * A variable in the frame object of an activation, which all methods of a function share. It is
     * in no set of live locals, as nothing has to carry it.
     */
    FRAME
  }

  private final int index;
  private final Kind kind;
  private final Role role;
  private final String name;

  /**
   * A local.
   *
   * @param index dense per function: parameters and declared locals as in wasm, then the others
   * @param kind not {@link Kind#VOID}
   * @param name from the name section, or empty
   * @throws IllegalArgumentException if the kind has no values
   */
  public Local(int index, Kind kind, Role role, String name) {
    if (kind == Kind.VOID) {
      throw new IllegalArgumentException("local " + index + " would hold no value");
    }
    this.index = index;
    this.kind = kind;
    this.role = role;
    this.name = name;
  }

  /** Returns the dense index within the function. */
  public int index() {
    return index;
  }

  /** Returns how Java carries the value. */
  public Kind kind() {
    return kind;
  }

  /** Returns where the local comes from. */
  public Role role() {
    return role;
  }

  /** Returns the name of the name section, or the empty string. */
  public String name() {
    return name;
  }

  /** Returns a name for dumps. */
  @Override
  public String toString() {
    return switch (role) {
      case PARAMETER -> "p" + index;
      case DECLARED -> "l" + index;
      case TEMPORARY -> "t" + index;
      case MEMORY -> "m" + index;
      case FRAME -> "f" + index;
    };
  }
}

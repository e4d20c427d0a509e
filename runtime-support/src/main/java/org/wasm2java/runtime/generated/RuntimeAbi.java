package org.wasm2java.runtime.generated;

/**
 * The version of what generated code expects of this library. Generated classes check it before
 * anything else, so a mismatch is one clear message and never a {@code NoSuchMethodError}.
 *
 * <pre>{@code
 * static {
 *   RuntimeAbi.require(5, "com.acme.Sha256"); // in generated code
 * }
 * }</pre>
 */
public final class RuntimeAbi {
  /** The version that this library implements. */
  public static final int VERSION = 5;

  private RuntimeAbi() {}

  /**
   * Checks that this library can run code that was generated for a version.
   *
   * @throws IncompatibleRuntimeError if it cannot; the message says what to update
   */
  public static void require(int version, String generatedClass) {
    if (version != VERSION) {
      throw IncompatibleRuntimeError.of(
          generatedClass
              + " was generated for runtime version "
              + version
              + ", but wasm2java-runtime on the class path has version "
              + VERSION
              + ": "
              + (version > VERSION
                  ? "use a newer wasm2java-runtime"
                  : "translate the module again with this version"));
    }
  }
}

package org.wasm2java.aot.split;

/** Every limit of the class file format and of HotSpot that decides how generated code is cut. */
public final class JvmLimits {
  /**
   * The most bytes of bytecode in a method that HotSpot compiles ({@code HugeMethodLimit} is 8000);
   * the generated limit keeps a margin. Beyond it a method runs in the JVM's interpreter for ever.
   */
  public static final int HARD_METHOD_BYTES = 7500;

  /**
   * What a method aims at: small enough that C1 has registers for its accesses and C2 nodes for its
   * inlining, large enough that hot loops stay whole.
   */
  public static final int TARGET_METHOD_BYTES = 4000;

  /** The most slots of parameters a method takes (JVMS 4.3.3), less {@code this}. */
  public static final int PARAMETER_SLOTS = 254;

  /**
   * The most bytes of WebAssembly code whose methods share a class: keeps its constant pool small.
   */
  public static final int CLASS_CODE_BYTES = 60_000;

  /** The most functions whose methods share a class. */
  public static final int CLASS_FUNCTIONS = 400;

  /** Modules with no more code than this keep their functions in the module's own class. */
  public static final int SINGLE_CLASS_CODE_BYTES = 60_000;

  private JvmLimits() {}
}

package org.wasm2java.aot.split;

import org.wasm2java.aot.ir.JvmLimits;

/**
 * What a class or a method takes at most before a module is laid out in more of them. Tests lower
 * all of it, so that small modules reach what otherwise only large ones do.
 *
 * @param singleClassBytes see {@link JvmLimits#SINGLE_CLASS_CODE_BYTES}
 * @param classBytes see {@link JvmLimits#CLASS_CODE_BYTES}
 * @param classFunctions see {@link JvmLimits#CLASS_FUNCTIONS}
 * @param partBytes see {@link JvmLimits#CLASS_PART_BYTES}
 * @param methodCases see {@link JvmLimits#METHOD_CASES}
 * @param methodResults see {@link JvmLimits#METHOD_RESULTS}
 * @param stringCharacters see {@link JvmLimits#STRING_CHARACTERS}
 */
public record LayoutLimits(
    int singleClassBytes,
    int classBytes,
    int classFunctions,
    int partBytes,
    int methodCases,
    int methodResults,
    int stringCharacters) {
  /** The limits of the JVM. */
  public static final LayoutLimits STANDARD =
      new LayoutLimits(
          JvmLimits.SINGLE_CLASS_CODE_BYTES,
          JvmLimits.CLASS_CODE_BYTES,
          JvmLimits.CLASS_FUNCTIONS,
          JvmLimits.CLASS_PART_BYTES,
          JvmLimits.METHOD_CASES,
          JvmLimits.METHOD_RESULTS,
          JvmLimits.STRING_CHARACTERS);

  /** The lowest with which a module can be laid out: no single class, two of everything. */
  public static final LayoutLimits SMALLEST = new LayoutLimits(-1, 1_000_000, 2, 1, 2, 2, 2);
}

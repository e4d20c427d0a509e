package org.wasm2java.aot.split;

import org.wasm2java.aot.ir.JvmLimits;

/**
 * What a class or a method takes at most before a module is laid out in more of them, and what is
 * written out before it is packed as data. Tests lower all of it, so that small modules reach what
 * otherwise only large ones do.
 *
 * @param singleClassBytes see {@link JvmLimits#SINGLE_CLASS_CODE_BYTES}
 * @param classBytes see {@link JvmLimits#CLASS_CODE_BYTES}
 * @param classFunctions see {@link JvmLimits#CLASS_FUNCTIONS}
 * @param partBytes see {@link JvmLimits#CLASS_PART_BYTES}
 * @param fields see {@link JvmLimits#CLASS_FIELDS}
 * @param statements see {@link JvmLimits#CLASS_STATEMENTS}
 * @param methodStatements see {@link JvmLimits#METHOD_STATEMENTS}
 * @param exports see {@link JvmLimits#CLASS_EXPORTS}
 * @param exportsInCode see {@link JvmLimits#EXPORTS_IN_CODE}
 * @param imports see {@link JvmLimits#CLASS_IMPORTS}
 * @param importInterfaces see {@link JvmLimits#IMPORT_INTERFACES}
 * @param records see {@link JvmLimits#CLASS_RECORDS}
 * @param references see {@link JvmLimits#CLASS_REFERENCES}
 * @param segmentsWrittenOut see {@link JvmLimits#SEGMENTS_WRITTEN_OUT}
 * @param elementsWrittenOut see {@link JvmLimits#ELEMENTS_WRITTEN_OUT}
 * @param methodCases see {@link JvmLimits#METHOD_CASES}
 * @param methodResults see {@link JvmLimits#METHOD_RESULTS}
 * @param stringCharacters see {@link JvmLimits#STRING_CHARACTERS}
 * @param batchCharacters see {@link JvmLimits#BATCH_CHARACTERS}
 */
public record LayoutLimits(
    int singleClassBytes,
    int classBytes,
    int classFunctions,
    int partBytes,
    int fields,
    int statements,
    int methodStatements,
    int exports,
    int exportsInCode,
    int imports,
    int importInterfaces,
    int records,
    int references,
    int segmentsWrittenOut,
    int elementsWrittenOut,
    int methodCases,
    int methodResults,
    int stringCharacters,
    int batchCharacters) {
  /** The limits of the JVM. */
  public static final LayoutLimits STANDARD =
      new LayoutLimits(
          JvmLimits.SINGLE_CLASS_CODE_BYTES,
          JvmLimits.CLASS_CODE_BYTES,
          JvmLimits.CLASS_FUNCTIONS,
          JvmLimits.CLASS_PART_BYTES,
          JvmLimits.CLASS_FIELDS,
          JvmLimits.CLASS_STATEMENTS,
          JvmLimits.METHOD_STATEMENTS,
          JvmLimits.CLASS_EXPORTS,
          JvmLimits.EXPORTS_IN_CODE,
          JvmLimits.CLASS_IMPORTS,
          JvmLimits.IMPORT_INTERFACES,
          JvmLimits.CLASS_RECORDS,
          JvmLimits.CLASS_REFERENCES,
          JvmLimits.SEGMENTS_WRITTEN_OUT,
          JvmLimits.ELEMENTS_WRITTEN_OUT,
          JvmLimits.METHOD_CASES,
          JvmLimits.METHOD_RESULTS,
          JvmLimits.STRING_CHARACTERS,
          JvmLimits.BATCH_CHARACTERS);

  /**
   * The lowest with which a module can be laid out: no single class, two of everything, but strings
   * so long that a table of them fits a method, and several classes compiled together.
   */
  public static final LayoutLimits SMALLEST =
      new LayoutLimits(-1, 1_000_000, 2, 1, 2, 2, 2, 2, 0, 2, 1, 2, 2, 1, 1, 2, 2, 128, 5_000);
}

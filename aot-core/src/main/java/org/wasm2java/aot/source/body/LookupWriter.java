package org.wasm2java.aot.source.body;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.runtime.ops.I8x16Ops;
import org.wasm2java.runtime.ops.Lookup;

/** Writes constant tables as strings, one character for an entry. */
final class LookupWriter {
  private static final int DIGIT_BITS = 15;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

  private final ExpressionWriter expressions;
  private final RuntimeTypes types;
  private final int mostCharacters;

  LookupWriter(ExpressionWriter expressions, RuntimeTypes types, LayoutLimits limits) {
    this.expressions = expressions;
    this.types = types;
    this.mostCharacters = limits.stringCharacters();
  }

  /** Returns the expression for an entry; its index is evaluated once for each string. */
  String write(Expr.Lookup lookup) {
    String low = digits(lookup, entry -> entry & DIGIT_MASK);
    int most = Math.max(lookup.otherwise(), Arrays.stream(lookup.table()).max().orElse(0));
    if (most <= DIGIT_MASK) {
      return low;
    }
    return "("
        + digits(lookup, entry -> entry >>> DIGIT_BITS)
        + " << "
        + DIGIT_BITS
        + " | "
        + low
        + ")";
  }

  /**
   * Returns the expression for eight entries of a table of bytes.
   *
   * @param mark stands behind the name of the method
   */
  String writeBytes(Expr.Lookup lookup, ByteTables tables, String mark) {
    String table = tables.reference(lookup);
    return types.member(I8x16Ops.class, "lookup")
        + mark
        + "("
        + table
        + ", "
        + expressions.value(lookup.index())
        + ")";
  }

  private String digits(Expr.Lookup lookup, IntUnaryOperator digit) {
    int strings = Math.max(1, (lookup.table().length + mostCharacters - 1) / mostCharacters);
    return digits(lookup, digit, 0, strings);
  }

  /**
   * Returns the expression for an entry of some of the strings. Halves are chosen between: of calls
   * in each other's arguments a Java compiler copies each as often as others are around it.
   */
  private String digits(Expr.Lookup lookup, IntUnaryOperator digit, int first, int end) {
    if (end - first == 1) {
      return digits(lookup, digit, first * mostCharacters);
    }
    int middle = (first + end) >>> 1;
    String index = expressions.value(lookup.index(), Precedence.RELATIONAL);
    return "(%s < %s ? %s : %s)"
        .formatted(
            index,
            middle * mostCharacters,
            digits(lookup, digit, first, middle),
            digits(lookup, digit, middle, end));
  }

  /** Returns the expression for an entry of the string that begins with one of them. */
  private String digits(Expr.Lookup lookup, IntUnaryOperator digit, int start) {
    int[] table = lookup.table();
    StringBuilder characters = new StringBuilder();
    for (int entry = start; entry < Math.min(table.length, start + mostCharacters); entry++) {
      characters.append((char) digit.applyAsInt(table[entry]));
    }
    String index =
        start == 0
            ? expressions.value(lookup.index())
            : expressions.value(lookup.index(), Precedence.of("-")) + " - " + start;
    return "%s(%s, %s, %s)"
        .formatted(
            types.member(Lookup.class, "in"),
            JavaLiterals.string(characters.toString()),
            index,
            digit.applyAsInt(lookup.otherwise()));
  }
}

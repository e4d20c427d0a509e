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
    int[] table = lookup.table();
    String otherwise = Integer.toString(digit.applyAsInt(lookup.otherwise()));
    int last = Math.max(0, (table.length - 1) / mostCharacters);
    for (int i = last; i >= 0; i--) {
      int start = i * mostCharacters;
      StringBuilder characters = new StringBuilder();
      for (int entry = start; entry < Math.min(table.length, start + mostCharacters); entry++) {
        characters.append((char) digit.applyAsInt(table[entry]));
      }
      String index =
          start == 0
              ? expressions.value(lookup.index())
              : expressions.value(lookup.index(), Precedence.of("-")) + " - " + start;
      otherwise =
          types.member(Lookup.class, "in")
              + "("
              + JavaLiterals.string(characters.toString())
              + ", "
              + index
              + ", "
              + otherwise
              + ")";
    }
    return otherwise;
  }
}

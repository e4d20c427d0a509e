package org.wasm2java.aot.source;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.runtime.ops.Lookup;

/** Writes constant tables as strings, one character for an entry. */
final class LookupWriter {
  /** A string constant has at most 65,535 bytes; a character takes at most three. */
  private static final int MOST_CHARACTERS = 20_000;

  private static final int DIGIT_BITS = 15;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

  private final ExpressionWriter expressions;
  private final RuntimeTypes types;

  LookupWriter(ExpressionWriter expressions, RuntimeTypes types) {
    this.expressions = expressions;
    this.types = types;
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

  private String digits(Expr.Lookup lookup, IntUnaryOperator digit) {
    int[] table = lookup.table();
    String otherwise = Integer.toString(digit.applyAsInt(lookup.otherwise()));
    int last = Math.max(0, (table.length - 1) / MOST_CHARACTERS);
    for (int i = last; i >= 0; i--) {
      int start = i * MOST_CHARACTERS;
      StringBuilder characters = new StringBuilder();
      for (int entry = start; entry < Math.min(table.length, start + MOST_CHARACTERS); entry++) {
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

package org.wasm2java.aot.source.body;

/**
 * How tightly Java's operators bind, loosest first; an operand needs parentheses where it binds
 * looser than its place asks for.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-15.html">JLS 15</a>
 */
enum Precedence {
  ASSIGNMENT,
  CONDITIONAL,
  OR_ELSE,
  OR,
  XOR,
  AND,
  EQUALITY,
  RELATIONAL,
  SHIFT,
  ADDITIVE,
  MULTIPLICATIVE,
  UNARY,
  PRIMARY;

  /** Returns the precedence of a binary operator. */
  static Precedence of(String operator) {
    return switch (operator) {
      case "|" -> OR;
      case "^" -> XOR;
      case "&" -> AND;
      case "==", "!=" -> EQUALITY;
      case "<", "<=", ">", ">=" -> RELATIONAL;
      case "<<", ">>", ">>>" -> SHIFT;
      case "+", "-" -> ADDITIVE;
      case "*", "/", "%" -> MULTIPLICATIVE;
      default -> throw new IllegalArgumentException("not a binary operator: " + operator);
    };
  }

  /** Returns the next tighter precedence, which a right operand needs. */
  Precedence tighter() {
    return values()[ordinal() + 1];
  }

  boolean looserThan(Precedence other) {
    return compareTo(other) < 0;
  }
}

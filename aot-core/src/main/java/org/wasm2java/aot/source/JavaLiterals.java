package org.wasm2java.aot.source;

import java.util.Locale;
import org.wasm2java.aot.ir.Expr.Constant;

/** Constants as Java expressions with exactly the same bits, in every locale. */
final class JavaLiterals {
  private JavaLiterals() {}

  /** Returns the expression for a constant. */
  static String of(Constant constant) {
    return switch (constant.kind()) {
      case INT -> Integer.toString((int) constant.bits());
      case LONG -> constant.bits() + "L";
      case FLOAT -> ofFloat((int) constant.bits());
      case DOUBLE -> ofDouble(constant.bits());
      case FUNCTION, EXTERN, BYTES, LONGS, OBJECTS -> "null";
      case VOID -> throw new IllegalArgumentException("no constant of " + constant.kind());
    };
  }

  /** Returns how tightly the expression binds. */
  static Precedence precedence(Constant constant) {
    return of(constant).startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
  }

  private static String ofFloat(int bits) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isFinite(value)) {
      return value + "f";
    }
    if (value == Float.POSITIVE_INFINITY) {
      return "Float.POSITIVE_INFINITY";
    }
    return value == Float.NEGATIVE_INFINITY
        ? "Float.NEGATIVE_INFINITY"
        : "Float.intBitsToFloat(" + hex(Integer.toUnsignedLong(bits)) + ")";
  }

  private static String ofDouble(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Double.POSITIVE_INFINITY) {
      return "Double.POSITIVE_INFINITY";
    }
    return value == Double.NEGATIVE_INFINITY
        ? "Double.NEGATIVE_INFINITY"
        : "Double.longBitsToDouble(" + hex(bits) + "L)";
  }

  private static String hex(long bits) {
    return "0x" + Long.toHexString(bits).toLowerCase(Locale.ROOT);
  }

  /** Returns a string literal for any text, in ASCII. */
  static String string(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        case '\t' -> literal.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            literal.append(c);
          } else {
            literal.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
              literal.append(Character.forDigit(c >>> shift & 0xF, 16));
            }
          }
        }
      }
    }
    return literal.append('"').toString();
  }
}

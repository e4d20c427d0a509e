package org.wasm2java.aot.source.body;

import java.util.Locale;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.AsciiText;

/** Constants as Java expressions with exactly the same bits, in every locale. */
public final class JavaLiterals {
  private JavaLiterals() {}

  /** Returns the expression for a constant. */
  public static String of(Constant constant, RuntimeTypes types) {
    if (!(constant.carrier() instanceof Carrier.Primitive primitive)) {
      return "null";
    }
    return switch (primitive) {
      case INT -> Integer.toString((int) constant.bits());
      case LONG -> constant.bits() + "L";
      case FLOAT -> ofFloat((int) constant.bits(), types);
      case DOUBLE -> ofDouble(constant.bits(), types);
    };
  }

  /** Returns how tightly the expression for a constant binds. */
  static Precedence precedence(String literal) {
    return literal.startsWith("-") ? Precedence.UNARY : Precedence.PRIMARY;
  }

  private static String ofFloat(int bits, RuntimeTypes types) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isFinite(value)) {
      return value + "f";
    }
    if (value == Float.POSITIVE_INFINITY) {
      return types.member(Float.class, "POSITIVE_INFINITY");
    }
    return value == Float.NEGATIVE_INFINITY
        ? types.member(Float.class, "NEGATIVE_INFINITY")
        : types.member(Float.class, "intBitsToFloat(") + hex(Integer.toUnsignedLong(bits)) + ")";
  }

  private static String ofDouble(long bits, RuntimeTypes types) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Double.POSITIVE_INFINITY) {
      return types.member(Double.class, "POSITIVE_INFINITY");
    }
    return value == Double.NEGATIVE_INFINITY
        ? types.member(Double.class, "NEGATIVE_INFINITY")
        : types.member(Double.class, "longBitsToDouble(") + hex(bits) + "L)";
  }

  private static String hex(long bits) {
    return "0x" + Long.toHexString(bits).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the expression for any text, in ASCII: a literal, or a call that joins several where
   * the text is too long for one.
   */
  public static String string(String text) {
    if (JvmLimits.isConstantString(text)) {
      return literal(text);
    }
    int most = JvmLimits.STRING_CHARACTERS;
    StringBuilder joined = new StringBuilder();
    for (int start = 0; start < text.length(); start += most) {
      String part = literal(text.substring(start, Math.min(start + most, text.length())));
      joined.append(start == 0 ? part : ".concat(" + part + ")");
    }
    return joined.toString();
  }

  private static String literal(String text) {
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
            AsciiText.escape(literal, c);
          }
        }
      }
    }
    return literal.append('"').toString();
  }
}

package org.wasm2java.aot.source;

import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.Entity;
import org.wasm2java.aot.ir.Expr.Operation;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.source.ExpressionWriter.Text;

/**
 * Writes the integers 0 and 1 as Java booleans. Unsigned orders are written without the library's
 * {@code compareUnsigned}, which JDK 17 can miscompile (JDK-8376400).
 */
final class ConditionWriter {
  private static final String MASK = "0xFFFFFFFFL";

  private final ExpressionWriter expressions;

  ConditionWriter(ExpressionWriter expressions) {
    this.expressions = expressions;
  }

  /** Returns whether the expression can only be 0 or 1 because Java has it as a boolean. */
  boolean isCondition(Expr expr) {
    if (expr instanceof Operation operation) {
      JavaForm form = operation.opcode().javaForm();
      return form instanceof JavaForm.Comparison
          || form instanceof JavaForm.UnsignedComparison
          || form instanceof JavaForm.ZeroTest
          || (isLogical(form)
              && isCondition(operation.operands().get(0))
              && isCondition(operation.operands().get(1)));
    }
    return ExpressionWriter.isTest(expr);
  }

  /** Whether the operator means the same for the integers 0 and 1 and for Java's booleans. */
  private static boolean isLogical(JavaForm form) {
    return form instanceof JavaForm.Infix infix
        && (infix.operator().equals("&")
            || infix.operator().equals("|")
            || infix.operator().equals("^"));
  }

  /** Returns whether the value is not zero. */
  Text of(Expr expr) {
    if (!isCondition(expr)) {
      return relation(expressions.value(expr, Precedence.EQUALITY), "!=", zero(expr));
    }
    if (expr instanceof Entity entity) {
      String operand = expressions.value(entity.operands().get(0), Precedence.EQUALITY);
      return entity.operation() == EntityOperation.REF_IS_NULL
          ? relation(operand, "==", "null")
          : expressions.entities().moved(entity.first(), operand);
    }
    Operation operation = (Operation) expr;
    JavaForm form = operation.opcode().javaForm();
    Expr left = operation.operands().get(0);
    if (form instanceof JavaForm.ZeroTest) {
      return not(left);
    }
    Expr right = operation.operands().get(1);
    if (form instanceof JavaForm.Comparison comparison) {
      return signed(left, comparison.operator(), right);
    }
    if (form instanceof JavaForm.UnsignedComparison comparison) {
      return unsigned(left, comparison.operator(), right);
    }
    JavaForm.Infix infix = (JavaForm.Infix) form;
    Precedence precedence = Precedence.of(infix.operator());
    String text =
        of(left).in(precedence) + " " + infix.operator() + " " + of(right).in(precedence.tighter());
    return new Text(text, precedence);
  }

  private Text signed(Expr left, String operator, Expr right) {
    Precedence precedence = Precedence.of(operator);
    return relation(
        expressions.value(left, precedence),
        operator,
        expressions.value(right, precedence.tighter()));
  }

  private static Text relation(String left, String operator, String right) {
    return new Text(left + " " + operator + " " + right, Precedence.of(operator));
  }

  private static String zero(Expr expr) {
    return expr.kind() == Kind.LONG ? "0L" : "0";
  }

  /** Returns whether the value is zero. */
  Text not(Expr expr) {
    if (!isCondition(expr)) {
      return relation(expressions.value(expr, Precedence.EQUALITY), "==", zero(expr));
    }
    if (expr instanceof Operation operation) {
      JavaForm form = operation.opcode().javaForm();
      if (form instanceof JavaForm.ZeroTest) {
        return of(operation.operands().get(0));
      }
      boolean integers = !isFloat(operation.operands().get(0));
      if (form instanceof JavaForm.Comparison comparison && integers) {
        String opposite = opposite(comparison.operator());
        return signed(operation.operands().get(0), opposite, operation.operands().get(1));
      }
      if (form instanceof JavaForm.UnsignedComparison comparison) {
        String opposite = opposite(comparison.operator());
        return unsigned(operation.operands().get(0), opposite, operation.operands().get(1));
      }
    }
    if (expr instanceof Entity entity) {
      String operand = expressions.value(entity.operands().get(0), Precedence.EQUALITY);
      return relation(operand, "!=", "null");
    }
    return new Text("!" + of(expr).in(Precedence.UNARY), Precedence.UNARY);
  }

  private static boolean isFloat(Expr expr) {
    return expr.kind() == Kind.FLOAT || expr.kind() == Kind.DOUBLE;
  }

  private static String opposite(String operator) {
    return switch (operator) {
      case "==" -> "!=";
      case "!=" -> "==";
      case "<" -> ">=";
      case ">=" -> "<";
      case ">" -> "<=";
      case "<=" -> ">";
      default -> throw new IllegalArgumentException("not a relation: " + operator);
    };
  }

  private Text unsigned(Expr left, String operator, Expr right) {
    return ExpressionWriter.isLong(left)
        ? relation(flipped(left), operator, flipped(right))
        : relation(widened(left), operator, widened(right));
  }

  /** An i32 as the long of its unsigned value. */
  private String widened(Expr expr) {
    if (expr instanceof Constant constant) {
      return (constant.bits() & 0xFFFFFFFFL) + "L";
    }
    return "(" + expressions.value(expr, Precedence.AND) + " & " + MASK + ")";
  }

  /** An i64 with its sign flipped: signed order of these is unsigned order. */
  private String flipped(Expr expr) {
    if (expr instanceof Constant constant) {
      long bits = constant.bits() ^ Long.MIN_VALUE;
      return bits == Long.MIN_VALUE ? smallest() : bits + "L";
    }
    return "(" + expressions.value(expr, Precedence.XOR) + " ^ " + smallest() + ")";
  }

  private String smallest() {
    return expressions.types().member(Long.class, "MIN_VALUE");
  }
}

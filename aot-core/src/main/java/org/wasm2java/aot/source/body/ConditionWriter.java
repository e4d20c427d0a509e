package org.wasm2java.aot.source.body;

import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Cast;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.Entity;
import org.wasm2java.aot.ir.Expr.Operation;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;

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

  /** A Java boolean that can be turned into its opposite without writing its operands again. */
  private sealed interface Condition {
    Text text();

    Condition negated();
  }

  /** A relation whose opposite is a relation: any but those that a NaN makes false. */
  private record Relation(String left, String operator, String right) implements Condition {
    @Override
    public Text text() {
      return new Text(left + " " + operator + " " + right, Precedence.of(operator));
    }

    @Override
    public Condition negated() {
      return new Relation(left, JavaForm.opposite(operator), right);
    }
  }

  /** Any other boolean. */
  private record Whole(Text positive, boolean isNegated) implements Condition {
    @Override
    public Text text() {
      return isNegated ? new Text("!" + positive.in(Precedence.UNARY), Precedence.UNARY) : positive;
    }

    @Override
    public Condition negated() {
      return new Whole(positive, !isNegated);
    }
  }

  /** Returns whether the value is not zero. */
  Text of(Expr expr) {
    return condition(expr).text();
  }

  /** Returns whether the value is zero. */
  Text not(Expr expr) {
    return condition(expr).negated().text();
  }

  private Condition condition(Expr expr) {
    if (!isCondition(expr)) {
      return new Relation(expressions.value(expr, Precedence.EQUALITY), "!=", zero(expr));
    }
    if (expr instanceof Aggregate aggregate) {
      return new Whole(expressions.aggregates().equal(aggregate), false);
    }
    if (expr instanceof Cast cast) {
      return new Whole(expressions.casts().test(cast), false);
    }
    return expr instanceof Entity entity ? test(entity) : condition((Operation) expr);
  }

  private Condition test(Entity entity) {
    if (entity.operation() == EntityOperation.EXCEPTION_IS) {
      String exception = expressions.value(entity.operands().get(0), Precedence.PRIMARY);
      return new Relation(exception + ".tag()", "==", expressions.tag(entity.first()));
    }
    String operand = expressions.value(entity.operands().get(0), Precedence.EQUALITY);
    return entity.operation() == EntityOperation.REF_IS_NULL
        ? new Relation(operand, "==", "null")
        : new Whole(expressions.entities().moved(entity.first(), operand), false);
  }

  private Condition condition(Operation operation) {
    JavaForm form = operation.opcode().javaForm();
    Expr left = operation.operands().get(0);
    if (form instanceof JavaForm.ZeroTest) {
      return condition(left).negated();
    }
    Expr right = operation.operands().get(1);
    if (form instanceof JavaForm.Comparison comparison) {
      return signed(left, comparison.operator(), right);
    }
    if (form instanceof JavaForm.UnsignedComparison comparison) {
      return unsigned(left, comparison.operator(), right);
    }
    return new Whole(logical(left, ((JavaForm.Infix) form).operator(), right), false);
  }

  private Text logical(Expr left, String operator, Expr right) {
    Precedence precedence = Precedence.of(operator);
    String text =
        of(left).in(precedence) + " " + operator + " " + of(right).in(precedence.tighter());
    return new Text(text, precedence);
  }

  private Condition signed(Expr left, String operator, Expr right) {
    Precedence precedence = Precedence.of(operator);
    Relation relation =
        new Relation(
            expressions.value(left, precedence),
            operator,
            expressions.value(right, precedence.tighter()));
    return isFloat(left) ? new Whole(relation.text(), false) : relation;
  }

  private static String zero(Expr expr) {
    return expr.carrier() == Carrier.LONG ? "0L" : "0";
  }

  private static boolean isFloat(Expr expr) {
    return expr.carrier() == Carrier.FLOAT || expr.carrier() == Carrier.DOUBLE;
  }

  private Condition unsigned(Expr left, String operator, Expr right) {
    return ExpressionWriter.isLong(left)
        ? new Relation(flipped(left), operator, flipped(right))
        : new Relation(widened(left), operator, widened(right));
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

package org.wasm2java.aot.source.body;

import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Cast;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.HeapType;
import org.wasm2java.runtime.format.FrameKey;
import org.wasm2java.runtime.ops.GcOps;

/** Writes tests and casts of references: of functions as calls, of others as Java has them. */
final class CastWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final PlaceMarks marks;

  CastWriter(
      ExpressionWriter expressions, MethodNames names, RuntimeTypes types, PlaceMarks marks) {
    this.expressions = expressions;
    this.names = names;
    this.types = types;
    this.marks = marks;
  }

  private static boolean isFunction(HeapType type) {
    return type instanceof ConcreteHeapType concrete
        && concrete.definition().orElseThrow().kind() == AbstractHeapType.FUNC;
  }

  private String functionType(Cast cast) {
    return names.typeClass(((ConcreteHeapType) cast.target().heapType()).typeIndex());
  }

  /** Returns whether a reference is of the type, as a Java boolean. */
  Text test(Cast cast) {
    Precedence place = Precedence.RELATIONAL;
    String operand = expressions.value(cast.operand());
    Text test =
        isFunction(cast.target().heapType())
            ? Text.primary(functionType(cast) + ".is" + marks.line() + "(" + operand + ")")
            : new Text(
                general(cast) + expressions.value(cast.operand(), place) + instance(cast), place);
    if (!cast.target().nullable()) {
      return test;
    }
    String isNull = expressions.value(cast.operand(), Precedence.EQUALITY) + " == null || ";
    return new Text(isNull + test.in(Precedence.EQUALITY), Precedence.OR_ELSE);
  }

  private String instance(Cast cast) {
    return " instanceof " + types.name(Carrier.single(cast.target()).javaType());
  }

  /** Java refuses casts between classes that it knows to have no common objects. */
  private String general(Cast cast) {
    Carrier target = Carrier.single(cast.target());
    return isCastable(cast.operand(), target) ? "" : "(" + types.name(Object.class) + ") ";
  }

  /** Returns whether Java casts the text of a reference, whose class may be below its carrier's. */
  private boolean isCastable(Expr reference, Carrier target) {
    if (reference instanceof Expr.Constant) {
      return true;
    }
    if (reference instanceof Expr.Select select) {
      return isCastable(select.ifTrue(), target) && isCastable(select.ifFalse(), target);
    }
    if (reference instanceof Cast inner && isOmitted(inner)) {
      return isCastable(inner.operand(), target);
    }
    Carrier from = reference.carrier();
    return from.equals(Carrier.EXTERN) || from.equals(Carrier.EQ) || names.related(from, target);
  }

  /** Returns whether the text is that of the operand alone. */
  private boolean isOmitted(Cast cast) {
    return cast.form() == Cast.Form.KNOWN
        && names.isBelow(cast.operand().carrier(), cast.carrier());
  }

  Text write(Cast cast) {
    return switch (cast.form()) {
      case TEST -> throw new IllegalStateException("a test is a condition");
      case KNOWN ->
          isOmitted(cast)
              ? expressions.text(cast.operand())
              : cast(cast, expressions.value(cast.operand(), Precedence.UNARY), false);
      case CHECKED -> checked(cast);
    };
  }

  private Text checked(Cast cast) {
    String operand = expressions.value(cast.operand());
    HeapType target = cast.target().heapType();
    if (isFunction(target)) {
      String mark = marks.call(FrameKey.INDIRECT.text(), cast.at());
      String method = cast.target().nullable() ? ".castNull" : ".cast";
      return Text.primary(functionType(cast) + method + mark + "(" + operand + ")");
    }
    if (cast.carrier().equals(Carrier.NULL)) {
      operand = called("nullOnly", operand, cast.at());
    }
    if (!cast.target().nullable()) {
      operand = called("castable", operand, cast.at());
    } else if (!cast.carrier().equals(Carrier.NULL)) {
      operand = expressions.value(cast.operand(), Precedence.UNARY);
    }
    return cast(cast, operand, true);
  }

  private String called(String method, String operand, int at) {
    String mark = marks.call(GcOps.class, method, at);
    return types.member(GcOps.class, method) + mark + "(" + operand + ")";
  }

  private Text cast(Cast cast, String operand, boolean traps) {
    boolean erased = operand.endsWith(")") && operand.startsWith(types.name(GcOps.class) + ".");
    boolean same = cast.carrier().equals(cast.operand().carrier()) && !erased;
    if (same || !cast.carrier().needsCast()) {
      return cast.operand() instanceof Expr.Constant || operand.endsWith(")")
          ? Text.primary(operand)
          : new Text(operand, Precedence.UNARY);
    }
    if (traps) {
      marks.direct(FrameKey.REFERENCE.text(), cast.at());
    }
    String type = types.name(cast.carrier().javaType());
    String general = erased ? "" : general(cast);
    return new Text("(" + type + ") " + general + operand, Precedence.UNARY);
  }
}

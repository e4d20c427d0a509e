package org.wasm2java.aot.source.body;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Entity;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.generated.Boundary;

/**
 * Writes what makes exceptions and what reads them: numbers are kept as raw 64 bits, see {@link
 * WasmException}.
 */
final class ExceptionWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final PlaceMarks marks;

  ExceptionWriter(
      ExpressionWriter expressions, MethodNames names, RuntimeTypes types, PlaceMarks marks) {
    this.expressions = expressions;
    this.names = names;
    this.types = types;
    this.marks = marks;
  }

  Text write(Entity entity) {
    return switch (entity.operation()) {
      case EXCEPTION_NEW -> created(entity, payload(entity.operands()));
      case EXCEPTION_OF_ARRAYS -> created(entity, ", " + expressions.arguments(entity.operands()));
      case EXCEPTION_THROWN -> thrown(entity);
      case EXCEPTION_VALUE -> value(entity);
      default -> throw new IllegalArgumentException(entity.operation() + " is of no exception");
    };
  }

  private Text created(Entity entity, String payload) {
    String of = types.member(WasmException.class, "of");
    String created = of + marks.line() + "(" + names.tag(entity.first()) + payload + ")";
    if (names.tracesExceptions()) {
      created += ".traced" + marks.call(WasmException.class, "traced", entity.at()) + "()";
    }
    return Text.primary(created);
  }

  /** Returns the arguments behind the tag: two numbers, or all numbers and all references. */
  private String payload(List<Expr> operands) {
    List<String> numbers = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (Expr operand : operands) {
      String text = expressions.value(operand);
      if (operand.carrier().isReference()) {
        references.add(text);
      } else {
        numbers.add(RawCallWriter.toBits(operand.carrier().primitive(), text, types));
      }
    }
    if (references.isEmpty() && numbers.size() <= 2) {
      String first = numbers.isEmpty() ? "0L" : numbers.get(0);
      return ", " + first + ", " + (numbers.size() < 2 ? "0L" : numbers.get(1));
    }
    return ", new long[] {"
        + String.join(", ", numbers)
        + "}, new "
        + types.name(Object.class)
        + "[] {"
        + String.join(", ", references)
        + "}";
  }

  private Text thrown(Entity entity) {
    String mark = marks.call(Boundary.class, "thrown", entity.at());
    String reference = expressions.value(entity.operands().get(0));
    return Text.primary(types.member(Boundary.class, "thrown") + mark + "(" + reference + ")");
  }

  private Text value(Entity entity) {
    String exception = expressions.value(entity.operands().get(0), Precedence.PRIMARY);
    Carrier carrier = entity.carrier();
    if (!(carrier instanceof Carrier.Primitive primitive)) {
      String reference = exception + ".reference" + marks.line() + "(" + entity.first() + ")";
      return carrier.needsCast()
          ? new Text("(" + types.name(carrier.javaType()) + ") " + reference, Precedence.UNARY)
          : Text.primary(reference);
    }
    String bits = exception + ".number" + marks.line() + "(" + entity.first() + ")";
    String number = RawCallWriter.fromBits(primitive, bits, types);
    return new Text(number, primitive == Carrier.INT ? Precedence.UNARY : Precedence.PRIMARY);
  }
}

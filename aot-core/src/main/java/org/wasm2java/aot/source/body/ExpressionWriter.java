package org.wasm2java.aot.source.body;

import java.util.List;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.AggregateOperation;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Cast;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Call;
import org.wasm2java.aot.ir.Expr.CallIndirect;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.Entity;
import org.wasm2java.aot.ir.Expr.GetGlobal;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Expr.Load;
import org.wasm2java.aot.ir.Expr.Operation;
import org.wasm2java.aot.ir.Expr.Select;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.runtime.format.FrameKey;

/**
 * Writes expressions as Java text with no more parentheses than Java needs. Conditions are Java
 * booleans where WebAssembly has the integers 0 and 1.
 */
public final class ExpressionWriter implements Expr.Visitor<ExpressionWriter.Text> {
  /** Java text and how tightly it binds. */
  record Text(String text, Precedence precedence) {
    static Text primary(String text) {
      return new Text(text, Precedence.PRIMARY);
    }

    /** Returns the text as an operand in a place that asks for a precedence. */
    String in(Precedence place) {
      return precedence.looserThan(place) ? "(" + text + ")" : text;
    }
  }

  private final MethodNames names;
  private final RuntimeTypes types;
  private final PlaceMarks marks;
  private final ArrayAccessWriter arrays;
  private final EntityWriter entities;
  private final AggregateWriter aggregates;
  private final CastWriter casts;
  private final ConditionWriter conditions;

  public ExpressionWriter(MethodNames names, RuntimeTypes types, PlaceMarks marks) {
    this.names = names;
    this.types = types;
    this.marks = marks;
    this.arrays = new ArrayAccessWriter(this, names, types, marks);
    this.entities = new EntityWriter(this, names, types, marks);
    this.aggregates = new AggregateWriter(this, names, types, marks);
    this.casts = new CastWriter(this, names, types, marks);
    this.conditions = new ConditionWriter(this);
  }

  /** Returns the writer of accesses to the memory that a local holds. */
  AccessWriter accesses(Local memory) {
    return switch (names.memoryForm(memory.memoryIndex())) {
      case ARRAY -> arrays;
    };
  }

  EntityWriter entities() {
    return entities;
  }

  AggregateWriter aggregates() {
    return aggregates;
  }

  CastWriter casts() {
    return casts;
  }

  /** Returns the text of a value. */
  public String value(Expr expr) {
    return value(expr, Precedence.ASSIGNMENT);
  }

  String tag(int tagIndex) {
    return names.tag(tagIndex);
  }

  RuntimeTypes types() {
    return types;
  }

  /** Returns the text of a value for a place. */
  public String value(Expr expr, Precedence place) {
    return text(expr).in(place);
  }

  /** Returns the text of a Java boolean: whether the value is not zero. */
  String condition(Expr expr) {
    return conditions.of(expr).text();
  }

  /** Returns the text of a Java boolean: whether the value is zero. */
  String negated(Expr expr) {
    return conditions.not(expr).text();
  }

  /** Returns comma-separated values. */
  String arguments(List<Expr> exprs) {
    StringBuilder arguments = new StringBuilder();
    for (Expr expr : exprs) {
      arguments.append(arguments.length() == 0 ? "" : ", ").append(value(expr));
    }
    return arguments.toString();
  }

  Text text(Expr expr) {
    if (conditions.isCondition(expr)) {
      String start = marks.line();
      String condition = conditions.of(expr).in(Precedence.CONDITIONAL.tighter());
      return new Text(start + condition + " ? 1 : " + marks.line() + "0", Precedence.CONDITIONAL);
    }
    return expr.accept(this);
  }

  @Override
  public Text constant(Constant constant) {
    String literal = JavaLiterals.of(constant, types);
    return new Text(literal, JavaLiterals.precedence(literal));
  }

  @Override
  public Text getLocal(GetLocal getLocal) {
    return Text.primary(names.local(getLocal.local()));
  }

  @Override
  public Text operation(Operation operation) {
    JavaForm form = operation.opcode().javaForm();
    if (form instanceof JavaForm.Infix infix) {
      return infix(infix.operator(), operation);
    }
    if (form instanceof JavaForm.Call call) {
      return call(types.member(call.owner(), call.method()), call, operation);
    }
    return prefix(form, operation.operands().get(0), operation);
  }

  private Text call(String method, JavaForm.Call form, Operation operation) {
    String arguments = arguments(operation.operands());
    boolean traps = (operation.ownEffects() & Effects.TRAPS) != 0;
    String mark = traps ? marks.call(form.owner(), form.method(), operation.at()) : marks.line();
    return Text.primary(method + mark + "(" + arguments + ")");
  }

  private Text infix(String operator, Operation operation) {
    Precedence precedence = Precedence.of(operator);
    Expr left = operation.operands().get(0);
    Expr right = operation.operands().get(1);
    if (precedence == Precedence.XOR && isAllBits(right)) {
      return new Text("~" + value(left, Precedence.UNARY), Precedence.UNARY);
    }
    String leftText = value(left, precedence);
    String rightText =
        precedence == Precedence.SHIFT && right instanceof Constant distance
            ? Integer.toString(
                (int) distance.bits() & (isLong(left) ? Long.SIZE : Integer.SIZE) - 1)
            : value(right, precedence.tighter());
    if ((operation.ownEffects() & Effects.TRAPS) != 0) {
      marks.direct(FrameKey.DIVISION.text(), operation.at());
    }
    return new Text(leftText + " " + operator + " " + rightText, precedence);
  }

  private static boolean isAllBits(Expr expr) {
    return expr instanceof Constant constant
        && (isLong(expr) ? constant.bits() : (int) constant.bits()) == -1;
  }

  private Text prefix(JavaForm form, Expr operand, Operation operation) {
    if (form instanceof JavaForm.Cast cast) {
      String narrowest = cast.narrowest().isEmpty() ? "" : "(" + cast.narrowest() + ") ";
      return new Text(
          "(" + cast.javaType() + ") " + narrowest + value(operand, Precedence.UNARY),
          Precedence.UNARY);
    }
    throw new IllegalStateException("no Java form for " + operation.opcode().text());
  }

  @Override
  public Text vector(Expr.Vector vector) {
    throw new IllegalStateException(vector.opcode().text() + " has no lanes");
  }

  @Override
  public Text load(Load load) {
    return accesses(load.bytes()).load(load);
  }

  @Override
  public Text getGlobal(GetGlobal getGlobal) {
    String read = names.readGlobal(getGlobal.globalIndex(), getGlobal.part(), types);
    return Text.primary(marks.lastCall(read));
  }

  @Override
  public Text select(Select select) {
    Precedence tighter = Precedence.CONDITIONAL.tighter();
    String text =
        marks.line()
            + conditions.of(select.condition()).in(tighter)
            + " ? "
            + value(select.ifTrue(), tighter)
            + " : "
            + marks.line()
            + value(select.ifFalse(), tighter);
    return new Text(text, Precedence.CONDITIONAL);
  }

  @Override
  public Text lookup(Expr.Lookup lookup) {
    LookupWriter writer = new LookupWriter(this, types, names.limits());
    return Text.primary(
        isLong(lookup)
            ? writer.writeBytes(lookup, names.tables(), marks.line())
            : writer.write(lookup));
  }

  @Override
  public Text call(Call call) {
    String arguments = arguments(call.operands());
    String mark = marks.call(FrameKey.ofFunction(call.functionIndex()), call.at());
    return Text.primary(names.call(call.functionIndex(), mark, arguments));
  }

  @Override
  public Text callIndirect(CallIndirect call) {
    String elements = call.isOfReference() ? "" : marks.line();
    String index = value(call.index());
    String at = marks.call(FrameKey.INDIRECT.text(), call.at());
    String arguments = arguments(call.arguments());
    String invoke = marks.call(FrameKey.INDIRECT.text(), call.at());
    return Text.primary(
        names.callee(call, elements, at, index) + names.invocation(call, invoke, arguments));
  }

  @Override
  public Text entity(Entity entity) {
    return entities.write(entity);
  }

  @Override
  public Text aggregate(Aggregate aggregate) {
    return aggregates.write(aggregate);
  }

  @Override
  public Text cast(Cast cast) {
    return casts.write(cast);
  }

  /** Returns whether an expression is a Java boolean by nature. */
  static boolean isTest(Expr expr) {
    if (expr instanceof Aggregate aggregate) {
      return aggregate.operation() == AggregateOperation.REF_EQ;
    }
    if (expr instanceof Cast cast) {
      return cast.form() == Cast.Form.TEST;
    }
    return expr instanceof Entity entity
        && (entity.operation() == EntityOperation.REF_IS_NULL
            || entity.operation() == EntityOperation.MEMORY_MOVED
            || entity.operation() == EntityOperation.EXCEPTION_IS);
  }

  static boolean isLong(Expr expr) {
    return expr.carrier() == Carrier.LONG;
  }
}

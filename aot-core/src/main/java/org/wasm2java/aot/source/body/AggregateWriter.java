package org.wasm2java.aot.source.body;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Cast;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;
import org.wasm2java.aot.source.name.AggregateNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.PackedType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.runtime.format.FrameKey;
import org.wasm2java.runtime.gc.EqRef;
import org.wasm2java.runtime.gc.I31;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.ops.GcOps;

/**
 * Writes operations on structures, arrays and 31-bit integers. Java's own checks for null and for
 * the bounds of arrays are the traps.
 */
final class AggregateWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final AggregateNames aggregates;
  private final RuntimeTypes types;
  private final PlaceMarks marks;

  AggregateWriter(
      ExpressionWriter expressions, MethodNames names, RuntimeTypes types, PlaceMarks marks) {
    this.expressions = expressions;
    this.names = names;
    this.aggregates = names.aggregates();
    this.types = types;
    this.marks = marks;
  }

  Text write(Aggregate node) {
    return switch (node.operation()) {
      case STRUCT_NEW, STRUCT_NEW_DEFAULT -> structNew(node);
      case STRUCT_GET -> structGet(node, false);
      case STRUCT_GET_U -> structGet(node, true);
      case STRUCT_SET -> structSet(node);
      case ARRAY_NEW -> factory(node, "filled");
      case ARRAY_NEW_DEFAULT -> factory(node, "ofLength");
      case ARRAY_NEW_FIXED -> fixed(node);
      case ARRAY_NEW_DATA -> segmentFactory(node, "ofData", names.data(node.member()));
      case ARRAY_NEW_ELEM -> segmentFactory(node, "ofElements", names.elements(node.member()));
      case ARRAY_GET -> arrayGet(node, false);
      case ARRAY_GET_U -> arrayGet(node, true);
      case ARRAY_SET -> arraySet(node);
      case ARRAY_LEN -> length(node);
      case ARRAY_FILL -> range(node, "fill", elements(node, 0), 1);
      case ARRAY_COPY -> copy(node);
      case ARRAY_INIT_DATA -> init(node, names.data(node.member()));
      case ARRAY_INIT_ELEM -> init(node, names.elements(node.member()));
      case REF_I31 ->
          Text.primary(types.member(I31.class, "of") + marks.line() + "(" + operand(node, 0) + ")");
      case I31_GET_S -> number(node, "signed");
      case I31_GET_U -> number(node, "unsigned");
      case REF_EQ -> throw new IllegalStateException("a comparison is a condition");
    };
  }

  private String operand(Aggregate node, int position) {
    return expressions.value(node.operands().get(position));
  }

  /** Returns the text of what a member is taken of: of null, one of the given class. */
  private String object(Expr expr, String className) {
    return isNull(expr)
        ? "((" + className + ") " + expressions.value(expr, Precedence.UNARY) + ")"
        : expressions.value(expr, Precedence.PRIMARY);
  }

  /** Returns whether Java knows of no class of a text, which is null whatever decides. */
  private static boolean isNull(Expr expr) {
    if (expr instanceof Expr.Select select) {
      return isNull(select.ifTrue()) && isNull(select.ifFalse());
    }
    return expr instanceof Expr.Constant
        || (expr instanceof Cast cast && cast.form() == Cast.Form.KNOWN && isNull(cast.operand()));
  }

  private String className(int typeIndex) {
    return types.name(names.aggregateCarrier(typeIndex).javaType());
  }

  private Text structNew(Aggregate node) {
    String start = marks.line();
    String arguments = expressions.arguments(node.operands());
    return Text.primary("new " + className(node.typeIndex()) + start + "(" + arguments + ")");
  }

  private String field(Aggregate node) {
    return aggregates.fields(node.typeIndex()).get(node.member()).get(node.part());
  }

  private String accessed(Aggregate node) {
    return object(node.operands().get(0), className(node.typeIndex()));
  }

  private Text structGet(Aggregate node, boolean unsigned) {
    String text = accessed(node) + "." + field(node);
    direct(FrameKey.REFERENCE, node.at());
    int declaring = aggregates.declaring(node.typeIndex(), node.member());
    FieldType declared = aggregates.struct(declaring).fields().get(node.member());
    return read(node, text, declared.storage(), unsigned);
  }

  private void direct(FrameKey key, int at) {
    marks.direct(key.text(), at);
  }

  /** Returns what is read as the node's carrier, from a field or an element that is declared so. */
  private Text read(Aggregate node, String text, StorageType declared, boolean unsigned) {
    if (declared instanceof PackedType packed) {
      return unsigned
          ? new Text(text + (packed == PackedType.I8 ? " & 0xff" : " & 0xffff"), Precedence.AND)
          : new Text("(int) " + text, Precedence.UNARY);
    }
    Carrier carrier = Carrier.of(declared.unpacked()).get(node.part());
    return carrier.equals(node.carrier()) || !node.carrier().needsCast()
        ? Text.primary(text)
        : new Text("(" + types.name(node.carrier().javaType()) + ") " + text, Precedence.UNARY);
  }

  private Text structSet(Aggregate node) {
    String place = accessed(node) + "." + field(node);
    StorageType storage = aggregates.struct(node.typeIndex()).fields().get(node.member()).storage();
    String start = marks.start();
    String value = stored(storage, node.operands().get(1));
    direct(FrameKey.REFERENCE, node.at());
    return new Text(place + " " + start + "= " + value, Precedence.ASSIGNMENT);
  }

  private String stored(StorageType storage, Expr value) {
    return storage instanceof PackedType packed
        ? "(" + javaName(packed) + ") " + expressions.value(value, Precedence.UNARY)
        : expressions.value(value);
  }

  private static String javaName(PackedType type) {
    return type == PackedType.I8 ? "byte" : "short";
  }

  private Text factory(Aggregate node, String method) {
    String start = marks.call(FrameKey.INDIRECT.text(), node.at());
    String arguments = expressions.arguments(node.operands());
    return Text.primary(className(node.typeIndex()) + "." + method + start + "(" + arguments + ")");
  }

  private Text segmentFactory(Aggregate node, String method, String segment) {
    String arguments = expressions.arguments(node.operands());
    String mark = marks.call(FrameKey.INDIRECT.text(), node.at());
    return Text.primary(
        className(node.typeIndex()) + "." + method + mark + "(" + segment + ", " + arguments + ")");
  }

  private Text fixed(Aggregate node) {
    StorageType storage = aggregates.element(node.typeIndex()).storage();
    List<String> values = new ArrayList<>();
    node.operands().forEach(value -> values.add(stored(storage, value)));
    String element =
        storage instanceof PackedType packed
            ? javaName(packed)
            : types.name(Carrier.of(storage.unpacked()).get(0).javaType());
    String array = "new " + element + "[] {" + String.join(", ", values) + "}";
    return Text.primary("new " + className(node.typeIndex()) + marks.line() + "(" + array + ")");
  }

  private String elements(Aggregate node, int position) {
    Expr reference = node.operands().get(position);
    int type = position == 0 ? node.typeIndex() : names.canonical(node.member());
    String object = object(reference, className(type));
    direct(FrameKey.REFERENCE, node.at());
    return object + "." + AggregateNames.ELEMENTS;
  }

  private boolean isVector(Aggregate node) {
    return aggregates.element(node.typeIndex()).storage() instanceof VectorType;
  }

  private Text arrayGet(Aggregate node, boolean unsigned) {
    String elements = elements(node, 0);
    StorageType declared = aggregates.element(aggregates.root(node.typeIndex())).storage();
    String index = operand(node, 1);
    if (isVector(node)) {
      String mark = marks.call(GcOps.class, "half", node.at());
      index = types.member(GcOps.class, "half") + mark + "(" + elements + ", " + index + ")";
      index += node.part() == 0 ? "" : " + 1";
    }
    direct(FrameKey.REFERENCE, node.at());
    direct(FrameKey.ARRAY, node.at());
    return read(node, elements + "[" + index + "]", declared, unsigned);
  }

  private Text arraySet(Aggregate node) {
    String elements = elements(node, 0);
    if (isVector(node)) {
      return called(node, "set", elements + ", " + arguments(node, 1));
    }
    String index = operand(node, 1);
    String start = marks.start();
    StorageType storage = aggregates.element(node.typeIndex()).storage();
    String value = stored(storage, node.operands().get(2));
    direct(FrameKey.REFERENCE, node.at());
    direct(FrameKey.ARRAY, node.at());
    return new Text(elements + "[" + index + "] " + start + "= " + value, Precedence.ASSIGNMENT);
  }

  private String arguments(Aggregate node, int from) {
    return expressions.arguments(node.operands().subList(from, node.operands().size()));
  }

  private Text called(Aggregate node, String method, String arguments) {
    String mark = marks.call(GcOps.class, method, node.at());
    return Text.primary(types.member(GcOps.class, method) + mark + "(" + arguments + ")");
  }

  private Text range(Aggregate node, String method, String elements, int from) {
    return called(node, method, elements + ", " + arguments(node, from));
  }

  private Text copy(Aggregate node) {
    String to = elements(node, 0) + ", " + operand(node, 1);
    String from = elements(node, 2) + ", " + arguments(node, 3);
    return called(node, isVector(node) ? "copyVectors" : "copy", to + ", " + from);
  }

  private Text init(Aggregate node, String segment) {
    String to = elements(node, 0) + ", " + operand(node, 1);
    String method = isVector(node) ? "initVectors" : "init";
    return called(node, method, to + ", " + segment + ", " + arguments(node, 2));
  }

  private Text length(Aggregate node) {
    Expr reference = node.operands().get(0);
    String array = object(reference, types.name(WasmArray.class));
    String mark = marks.call(FrameKey.REFERENCE.text(), node.at());
    return Text.primary(array + ".length" + mark + "()");
  }

  private Text number(Aggregate node, String method) {
    String object = object(node.operands().get(0), types.name(I31.class));
    String mark = marks.call(FrameKey.REFERENCE.text(), node.at());
    return Text.primary(object + "." + method + mark + "()");
  }

  /** Returns whether two references are equal, as a Java boolean. */
  Text equal(Aggregate node) {
    Expr left = node.operands().get(0);
    Expr right = node.operands().get(1);
    if (mayBeNumber(left) && mayBeNumber(right)) {
      String mark = marks.line();
      return Text.primary(
          types.member(EqRef.class, "same")
              + (mark + "(" + operand(node, 0) + ", " + operand(node, 1) + ")"));
    }
    String cast =
        left.carrier().equals(right.carrier()) ? "" : "(" + types.name(Object.class) + ") ";
    Precedence place = cast.isEmpty() ? Precedence.EQUALITY : Precedence.UNARY;
    return new Text(
        cast
            + expressions.value(left, place)
            + " == "
            + expressions.value(right, Precedence.EQUALITY.tighter()),
        Precedence.EQUALITY);
  }

  private static boolean mayBeNumber(Expr reference) {
    Carrier carrier = reference.carrier();
    return carrier.equals(Carrier.EQ)
        || carrier.equals(Carrier.EXTERN)
        || carrier.equals(Carrier.I31);
  }
}

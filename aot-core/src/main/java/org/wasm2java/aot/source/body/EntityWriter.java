package org.wasm2java.aot.source.body;

import java.util.stream.IntStream;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Entity;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.format.FrameKey;
import org.wasm2java.runtime.generated.Checkpoint;
import org.wasm2java.runtime.generated.DataSegments;
import org.wasm2java.runtime.generated.ElementSegments;
import org.wasm2java.runtime.ops.ReferenceOps;
import org.wasm2java.runtime.ops.Rounds;

/**
 * Writes operations on memories, tables, segments and functions as calls on the runtime's types.
 */
final class EntityWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final PlaceMarks marks;
  private final ExceptionWriter exceptions;

  EntityWriter(
      ExpressionWriter expressions, MethodNames names, RuntimeTypes types, PlaceMarks marks) {
    this.expressions = expressions;
    this.names = names;
    this.types = types;
    this.marks = marks;
    this.exceptions = new ExceptionWriter(expressions, names, types, marks);
  }

  Text write(Entity entity) {
    String arguments = expressions.arguments(entity.operands());
    return switch (entity.operation()) {
      case MEMORY_BYTES ->
          Text.primary(names.fetched(entity.first(), mark(entity, Memory.class, "bytes")));
      case MEMORY_SIZE -> memory(entity, entity.first(), "size", "");
      case MEMORY_GROW -> memory(entity, entity.first(), "grow", arguments);
      case MEMORY_FILL -> memory(entity, entity.first(), "fill", arguments);
      case MEMORY_COPY ->
          memory(entity, entity.first(), "copy", names.memory(entity.second()) + ", " + arguments);
      case MEMORY_INIT ->
          memory(entity, entity.second(), "init", names.data(entity.first()) + ", " + arguments);
      case COPY_ROUNDS -> rounds("copy", arguments, entity.first());
      case FILL_ROUNDS -> rounds("fill", arguments, entity.first(), entity.second());
      case EQUAL_ROUNDS -> rounds("equal", arguments, entity.first());
      case SEARCH_ROUNDS -> rounds("search", arguments, entity.first());
      case SLIDE_ROUNDS -> rounds("slide", arguments, entity.first(), entity.second());
      case DATA_DROP -> drop(names.data(entity.first()), DataSegments.class);
      case TABLE_GET -> tableGet(entity, arguments);
      case TABLE_SET -> table(entity, entity.first(), "set", arguments);
      case TABLE_SIZE -> table(entity, entity.first(), "size", "");
      case TABLE_GROW -> table(entity, entity.first(), "grow", arguments);
      case TABLE_FILL -> table(entity, entity.first(), "fill", arguments);
      case TABLE_COPY ->
          table(entity, entity.first(), "copy", names.table(entity.second()) + ", " + arguments);
      case TABLE_INIT ->
          table(entity, entity.second(), "init", names.elements(entity.first()) + ", " + arguments);
      case ELEM_DROP -> drop(names.elements(entity.first()), ElementSegments.class);
      case REF_FUNC -> Text.primary(marks.lastCall(names.functionReference(entity.first())));
      case EXCEPTION_NEW, EXCEPTION_OF_ARRAYS, EXCEPTION_THROWN, EXCEPTION_VALUE ->
          exceptions.write(entity);
      case MEMORY_MOVED, REF_IS_NULL, EXCEPTION_IS ->
          throw new IllegalStateException("a test is a condition");
      case REF_AS_NON_NULL -> asNonNull(entity, arguments);
      case EXTRA_RESULT -> Text.primary(names.result(entity.carrier(), entity.first()));
      case SET_RESULT ->
          assignment(names.result(entity.operands().get(0).carrier(), entity.first()), arguments);
      case FUNCTION_AT -> functionAt(entity, arguments);
      case FUNCTION_OF -> functionOf(entity, arguments);
      case TAIL_ARGUMENT ->
          assignment(
              names.tailField(entity.operands().get(0).carrier(), entity.first()), arguments);
      case TAIL_CALL -> assignment(names.tail(), Integer.toString(entity.first() + 1));
      case TAIL_CALL_REF -> tailCall(entity);
      case TELL_TAIL_CALL -> Text.primary(names.tellTailCall(entity.first(), types));
      case FUEL -> Text.primary(names.fuel());
      case SET_FUEL -> assignment(names.fuel(), arguments);
      case OUT_OF_FUEL -> outOfFuel(entity);
      case ARRAY_NEW ->
          Text.primary("new %s[%d]".formatted(elementType(entity.carrier()), entity.first()));
      case ARRAY_GET -> arrayGet(entity);
      case ARRAY_SET -> arraySet(entity);
    };
  }

  private Text asNonNull(Entity entity, String reference) {
    String mark = marks.call(ReferenceOps.class, "asNonNull", entity.at());
    String method = types.member(ReferenceOps.class, "asNonNull") + mark;
    String text = method + "(" + reference + ")";
    return entity.carrier().needsCast() ? cast(entity.carrier(), text) : Text.primary(text);
  }

  private Text functionOf(Entity entity, String reference) {
    String mark = marks.call(FrameKey.INDIRECT.text(), entity.at());
    return Text.primary(names.typeClass(entity.first()) + ".of" + mark + "(" + reference + ")");
  }

  private Text functionAt(Entity entity, String index) {
    String elements = marks.line();
    String at = marks.call(FrameKey.INDIRECT.text(), entity.at());
    String table = names.elementsOf(entity.second(), elements);
    return Text.primary(
        names.typeClass(entity.first()) + ".at" + at + "(" + table + ", " + index + ")");
  }

  /** What finds the function gives it by its type, a local that holds it does not. */
  private Text tailCall(Entity entity) {
    Expr function = entity.operands().get(0);
    String callee = expressions.value(function);
    if (!(function instanceof Entity)) {
      callee = names.typeClass(entity.first()) + ".of" + marks.line() + "(" + callee + ")";
    }
    return Text.primary(callee + ".tailFor" + marks.line() + "(" + names.instance() + ")");
  }

  /** Returns the test whether a memory has another array than the given one. */
  Text moved(int memoryIndex, String bytes) {
    return new Text(names.moved(memoryIndex, bytes), Precedence.EQUALITY);
  }

  private static Text assignment(String target, String value) {
    return new Text(target + " = " + value, Precedence.ASSIGNMENT);
  }

  private String element(Entity entity) {
    return expressions.value(entity.operands().get(0)) + "[" + entity.first() + "]";
  }

  private Text arrayGet(Entity entity) {
    String element = element(entity);
    boolean boxed = entity.operands().get(0).carrier() == Carrier.OBJECTS;
    if (boxed || !(entity.carrier() instanceof Carrier.Primitive primitive)) {
      return entity.carrier().needsCast() ? cast(entity.carrier(), element) : Text.primary(element);
    }
    String number = RawCallWriter.fromBits(primitive, element, types);
    return new Text(number, primitive == Carrier.INT ? Precedence.UNARY : Precedence.PRIMARY);
  }

  private Text arraySet(Entity entity) {
    Expr value = entity.operands().get(1);
    String text = expressions.value(value);
    boolean boxed = entity.operands().get(0).carrier() == Carrier.OBJECTS;
    boolean number = !boxed && value.carrier() instanceof Carrier.Primitive;
    String carried = number ? RawCallWriter.toBits(value.carrier().primitive(), text, types) : text;
    return assignment(element(entity), carried);
  }

  private Text memory(Entity entity, int memoryIndex, String method, String arguments) {
    String mark = mark(entity, Memory.class, method);
    return Text.primary(names.memory(memoryIndex) + "." + method + mark + "(" + arguments + ")");
  }

  private Text rounds(String method, String arguments, int... constants) {
    StringBuilder all = new StringBuilder(arguments);
    IntStream.of(constants).forEach(constant -> all.append(", ").append(constant));
    return Text.primary(types.member(Rounds.class, method) + "(" + all + ")");
  }

  private Text table(Entity entity, int tableIndex, String method, String arguments) {
    String mark = mark(entity, Table.class, method);
    return Text.primary(names.table(tableIndex) + "." + method + mark + "(" + arguments + ")");
  }

  private String mark(Entity entity, Class<?> owner, String method) {
    boolean traps = (entity.ownEffects() & Effects.TRAPS) != 0;
    return traps ? marks.call(owner, method, entity.at()) : marks.line();
  }

  private Text tableGet(Entity entity, String arguments) {
    Text get = table(entity, entity.first(), "get", arguments);
    return entity.carrier().needsCast() ? cast(entity.carrier(), get.text()) : get;
  }

  private Text cast(Carrier carrier, String value) {
    return new Text("(" + types.name(carrier.javaType()) + ") " + value, Precedence.UNARY);
  }

  private String elementType(Carrier array) {
    return types.name(array.javaType().componentType());
  }

  private Text drop(String segment, Class<?> segments) {
    return assignment(segment, types.member(segments, "EMPTY"));
  }

  private Text outOfFuel(Entity entity) {
    String mark = marks.call(Checkpoint.class, "outOfFuel", entity.at());
    return Text.primary(names.outOfFuel(types, mark));
  }
}

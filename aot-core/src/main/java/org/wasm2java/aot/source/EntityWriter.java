package org.wasm2java.aot.source;

import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Entity;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.source.ExpressionWriter.Text;

/**
 * Writes operations on memories, tables, segments and functions as calls on the runtime's types.
 */
final class EntityWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final PlaceMarks marks;

  EntityWriter(ExpressionWriter expressions, MethodNames names, PlaceMarks marks) {
    this.expressions = expressions;
    this.names = names;
    this.marks = marks;
  }

  Text write(Entity entity) {
    String arguments = expressions.arguments(entity.operands());
    return switch (entity.operation()) {
      case MEMORY_BYTES -> memory(entity, entity.first(), "bytes", "");
      case MEMORY_SIZE -> memory(entity, entity.first(), "size", "");
      case MEMORY_GROW -> memory(entity, entity.first(), "grow", arguments);
      case MEMORY_FILL -> memory(entity, entity.first(), "fill", arguments);
      case MEMORY_COPY ->
          memory(entity, entity.first(), "copy", names.memory(entity.second()) + ", " + arguments);
      case MEMORY_INIT ->
          memory(entity, entity.second(), "init", names.data(entity.first()) + ", " + arguments);
      case DATA_DROP -> drop(names.data(entity.first()), "DataSegments.EMPTY");
      case TABLE_GET -> tableGet(entity, arguments);
      case TABLE_SET -> table(entity, entity.first(), "set", arguments);
      case TABLE_SIZE -> table(entity, entity.first(), "size", "");
      case TABLE_GROW -> table(entity, entity.first(), "grow", arguments);
      case TABLE_FILL -> table(entity, entity.first(), "fill", arguments);
      case TABLE_COPY ->
          table(entity, entity.first(), "copy", names.table(entity.second()) + ", " + arguments);
      case TABLE_INIT ->
          table(entity, entity.second(), "init", names.elements(entity.first()) + ", " + arguments);
      case ELEM_DROP -> drop(names.elements(entity.first()), "ElementSegments.EMPTY");
      case REF_FUNC -> Text.primary(marks.lastCall(names.functionReference(entity.first())));
      case MEMORY_MOVED, REF_IS_NULL -> throw new IllegalStateException("a test is a condition");
      case EXTRA_RESULT -> Text.primary(names.result(entity.kind(), entity.first()));
      case SET_RESULT ->
          assignment(names.result(entity.operands().get(0).kind(), entity.first()), arguments);
      case FUEL -> Text.primary(names.fuel());
      case SET_FUEL -> assignment(names.fuel(), arguments);
      case OUT_OF_FUEL -> outOfFuel(entity);
      case ARRAY_NEW ->
          Text.primary(
              (entity.kind() == Kind.LONGS ? "new long[" : "new Object[") + entity.first() + "]");
      case ARRAY_GET -> arrayGet(entity);
      case ARRAY_SET -> arraySet(entity);
    };
  }

  /** Returns the test whether a memory has another array than the given one. */
  Text moved(int memoryIndex, String bytes) {
    return new Text(MethodNames.moved(names.memory(memoryIndex), bytes), Precedence.EQUALITY);
  }

  private static Text assignment(String target, String value) {
    return new Text(target + " = " + value, Precedence.ASSIGNMENT);
  }

  private String element(Entity entity) {
    return expressions.value(entity.operands().get(0)) + "[" + entity.first() + "]";
  }

  private Text arrayGet(Entity entity) {
    String element = element(entity);
    boolean boxed = entity.operands().get(0).kind() == Kind.OBJECTS;
    return switch (entity.kind()) {
      case LONG -> boxed ? new Text("(long) " + element, Precedence.UNARY) : Text.primary(element);
      case FLOAT ->
          boxed
              ? new Text("(float) " + element, Precedence.UNARY)
              : Text.primary("Float.intBitsToFloat((int) " + element + ")");
      case DOUBLE ->
          boxed
              ? new Text("(double) " + element, Precedence.UNARY)
              : Text.primary("Double.longBitsToDouble(" + element + ")");
      case EXTERN -> Text.primary(element);
      case INT, FUNCTION, BYTES, LONGS, OBJECTS, VOID ->
          new Text("(" + entity.kind().javaType() + ") " + element, Precedence.UNARY);
    };
  }

  private Text arraySet(Entity entity) {
    Expr value = entity.operands().get(1);
    String text = expressions.value(value);
    boolean boxed = entity.operands().get(0).kind() == Kind.OBJECTS;
    String carried =
        switch (value.kind()) {
          case FLOAT -> boxed ? text : "Float.floatToRawIntBits(" + text + ")";
          case DOUBLE -> boxed ? text : "Double.doubleToRawLongBits(" + text + ")";
          case INT, LONG, FUNCTION, EXTERN, BYTES, LONGS, OBJECTS, VOID -> text;
        };
    return assignment(element(entity), carried);
  }

  private Text memory(Entity entity, int memoryIndex, String method, String arguments) {
    String mark = mark(entity, "Memory." + method);
    return Text.primary(names.memory(memoryIndex) + "." + method + mark + "(" + arguments + ")");
  }

  private Text table(Entity entity, int tableIndex, String method, String arguments) {
    String mark = mark(entity, "Table." + method);
    return Text.primary(names.table(tableIndex) + "." + method + mark + "(" + arguments + ")");
  }

  private String mark(Entity entity, String key) {
    boolean traps = (entity.ownEffects() & Effects.TRAPS) != 0;
    return traps ? marks.call(key, entity.at()) : marks.line();
  }

  private Text tableGet(Entity entity, String arguments) {
    Text get = table(entity, entity.first(), "get", arguments);
    return entity.kind() == Kind.FUNCTION
        ? new Text("(WasmFunction) " + get.text(), Precedence.UNARY)
        : get;
  }

  private static Text drop(String segment, String empty) {
    return new Text(segment + " = " + empty, Precedence.ASSIGNMENT);
  }

  private Text outOfFuel(Entity entity) {
    String mark = marks.call("Execution.outOfFuel", entity.at());
    return Text.primary(names.outOfFuel(expressions.types(), mark));
  }
}

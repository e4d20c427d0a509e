package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.AggregateOperation;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/** Lowers instructions on arrays. */
final class ArrayLowering {
  /** One expression of more elements would take too much of a method. */
  private static final int MOST_ELEMENTS = 100;

  private static final int CHANGES = Effects.TRAPS | Effects.WRITES_HEAP;

  private final ValidModule module;
  private final ValueStack stack;
  private final Locals locals;

  ArrayLowering(ValidModule module, ValueStack stack, Locals locals) {
    this.module = module;
    this.stack = stack;
    this.locals = locals;
  }

  Flow lower(AggregateOpcode opcode, Instruction instruction, int at) {
    return switch (opcode) {
      case ARRAY_NEW -> create(index(instruction), at);
      case ARRAY_NEW_DEFAULT ->
          created(AggregateOperation.ARRAY_NEW_DEFAULT, index(instruction), -1, 1, at);
      case ARRAY_NEW_FIXED -> createFixed((Instruction.DoublyIndexed) instruction, at);
      case ARRAY_NEW_DATA ->
          created(
              AggregateOperation.ARRAY_NEW_DATA, first(instruction), second(instruction), 2, at);
      case ARRAY_NEW_ELEM ->
          created(
              AggregateOperation.ARRAY_NEW_ELEM, first(instruction), second(instruction), 2, at);
      case ARRAY_GET, ARRAY_GET_S -> get(AggregateOperation.ARRAY_GET, index(instruction), at);
      case ARRAY_GET_U -> get(AggregateOperation.ARRAY_GET_U, index(instruction), at);
      case ARRAY_SET -> set(index(instruction), at);
      case ARRAY_LEN -> length(at);
      case ARRAY_FILL -> fill(index(instruction), at);
      case ARRAY_COPY ->
          change(AggregateOperation.ARRAY_COPY, first(instruction), second(instruction), 5, at);
      case ARRAY_INIT_DATA ->
          change(
              AggregateOperation.ARRAY_INIT_DATA, first(instruction), second(instruction), 4, at);
      case ARRAY_INIT_ELEM ->
          change(
              AggregateOperation.ARRAY_INIT_ELEM, first(instruction), second(instruction), 4, at);
      default -> throw new IllegalArgumentException(opcode.text() + " is not on arrays");
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  private static int first(Instruction instruction) {
    return ((Instruction.DoublyIndexed) instruction).first();
  }

  private static int second(Instruction instruction) {
    return ((Instruction.DoublyIndexed) instruction).second();
  }

  /** Returns the carrier of a structure or array type. */
  Carrier carrier(int typeIndex) {
    return Carrier.defined(module.definedTypes().get(typeIndex));
  }

  private FieldType element(int typeIndex) {
    return ((ArrayType) module.spaces().type(typeIndex).composite()).element();
  }

  private ValueType value(int typeIndex) {
    return element(typeIndex).storage().unpacked();
  }

  private Aggregate node(
      AggregateOperation operation,
      int typeIndex,
      int member,
      List<PendingValue> operands,
      int at) {
    boolean creates = operation.allocates();
    int created =
        operation == AggregateOperation.ARRAY_NEW_FIXED
            ? Effects.ALLOCATES
            : Effects.TRAPS | Effects.ALLOCATES;
    return new Aggregate(
        operation,
        creates ? carrier(typeIndex) : Carrier.VOID,
        module.canonicalType(typeIndex),
        member,
        -1,
        PendingValue.exprs(operands),
        creates ? created : CHANGES,
        at);
  }

  /** Creates from a value and a length. */
  private Flow create(int typeIndex, int at) {
    int count = stack.spread(List.of(value(typeIndex)), 1);
    List<PendingValue> operands = stack.pop(count + 1);
    stack.pushNode(node(AggregateOperation.ARRAY_NEW, typeIndex, -1, operands, at), operands);
    return Flow.NEXT;
  }

  private Flow created(AggregateOperation operation, int typeIndex, int member, int count, int at) {
    List<PendingValue> operands = stack.pop(count);
    Aggregate node = node(operation, typeIndex, member, operands, at);
    boolean reads = operation != AggregateOperation.ARRAY_NEW_DEFAULT;
    int effects = reads ? Effects.READS_MEMORY | Effects.READS_TABLE : Effects.NONE;
    stack.pushNode(node.withEffects(effects), operands);
    return Flow.NEXT;
  }

  /** Many elements are set one by one, so that the statements can be spread over methods. */
  private Flow createFixed(Instruction.DoublyIndexed instruction, int at) {
    int typeIndex = instruction.first();
    int length = instruction.second();
    List<ValueType> types = Collections.nCopies(length, value(typeIndex));
    int count = stack.spread(types, 0);
    if (length <= MOST_ELEMENTS) {
      stack.boundArguments(count);
      List<PendingValue> operands = stack.pop(count);
      Aggregate node = node(AggregateOperation.ARRAY_NEW_FIXED, typeIndex, -1, operands, at);
      stack.pushNode(node, operands);
      return Flow.NEXT;
    }
    stack.nameTop(count);
    List<PendingValue> values = stack.pop(count);
    Local created = locals.temporary(carrier(typeIndex));
    List<PendingValue> lengthOnly =
        List.of(PendingValue.leaf(new Expr.Constant(Carrier.INT, length)));
    Aggregate empty = node(AggregateOperation.ARRAY_NEW_DEFAULT, typeIndex, -1, lengthOnly, at);
    stack.assign(created, PendingValue.node(empty, lengthOnly));
    int width = length == 0 ? 1 : count / length;
    for (int i = 0; i < length; i++) {
      List<PendingValue> operands = new ArrayList<>();
      operands.add(PendingValue.leaf(new Expr.GetLocal(created)));
      operands.add(PendingValue.leaf(new Expr.Constant(Carrier.INT, i)));
      operands.addAll(values.subList(i * width, (i + 1) * width));
      stack.perform(node(AggregateOperation.ARRAY_SET, typeIndex, -1, operands, at), operands);
    }
    stack.push(new Expr.GetLocal(created));
    return Flow.NEXT;
  }

  private Flow get(AggregateOperation operation, int typeIndex, int at) {
    FieldType element = element(typeIndex);
    List<Carrier> carriers = Carrier.of(element.storage().unpacked());
    int effects = Effects.TRAPS | (element.mutable() ? Effects.READS_HEAP : Effects.NONE);
    if (carriers.size() > 1) {
      stack.nameTop(2);
    }
    nameLater(2);
    List<PendingValue> operands = stack.pop(2);
    List<Expr> exprs = PendingValue.exprs(operands);
    List<PendingValue> parts = new ArrayList<>();
    for (int part = 0; part < carriers.size(); part++) {
      Expr get =
          new Aggregate(
              operation,
              carriers.get(part),
              module.canonicalType(typeIndex),
              -1,
              part,
              exprs,
              effects,
              at);
      parts.add(PendingValue.node(get, operands));
    }
    if (parts.size() == 1) {
      stack.pushNode(parts.get(0).expr(), operands);
    } else {
      stack.pushNode(Vectors.ofHalves(parts.get(0).expr(), parts.get(1).expr()), parts);
    }
    return Flow.NEXT;
  }

  private Flow set(int typeIndex, int at) {
    int count = stack.spread(List.of(value(typeIndex)), 0);
    return change(AggregateOperation.ARRAY_SET, typeIndex, -1, 2 + count, at);
  }

  private Flow fill(int typeIndex, int at) {
    int count = stack.spread(List.of(value(typeIndex)), 1);
    return change(AggregateOperation.ARRAY_FILL, typeIndex, -1, 3 + count, at);
  }

  private Flow change(AggregateOperation operation, int typeIndex, int member, int count, int at) {
    nameLater(count);
    List<PendingValue> operands = stack.pop(count);
    int reads =
        operation == AggregateOperation.ARRAY_SET || operation == AggregateOperation.ARRAY_FILL
            ? Effects.NONE
            : Effects.READS_HEAP | Effects.READS_MEMORY | Effects.READS_TABLE;
    Aggregate node = node(operation, typeIndex, member, operands, at);
    stack.perform(node.withEffects(reads), operands);
    return Flow.NEXT;
  }

  /**
   * Java takes the elements of an array, which may be null, before it evaluates what is behind:
   * that must not notice.
   */
  private void nameLater(int count) {
    stack.nameAny(count - 1, Effects.TRAPS | Effects.WRITES);
  }

  private Flow length(int at) {
    PendingValue array = stack.pop();
    Expr length =
        Aggregate.untyped(
            AggregateOperation.ARRAY_LEN, Carrier.INT, List.of(array.expr()), Effects.TRAPS, at);
    stack.pushNode(length, List.of(array));
    return Flow.NEXT;
  }
}

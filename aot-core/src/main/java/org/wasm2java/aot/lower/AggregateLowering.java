package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.AggregateOperation;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Lowers instructions on structures, 31-bit integers and references of the host.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#aggregate-reference-instructions">Aggregate
 *     instructions</a>
 */
final class AggregateLowering {
  private final ValidModule module;
  private final ValueStack stack;
  private final Locals locals;
  private final ArrayLowering arrays;

  AggregateLowering(ValidModule module, ValueStack stack, Locals locals) {
    this.module = module;
    this.stack = stack;
    this.locals = locals;
    this.arrays = new ArrayLowering(module, stack, locals);
  }

  /** Lowers an instruction; says whether control comes to the next one. */
  Flow lower(AggregateOpcode opcode, Instruction instruction, int at) {
    return switch (opcode) {
      case STRUCT_NEW -> structNew(index(instruction), at);
      case STRUCT_NEW_DEFAULT -> structNewDefault(index(instruction), at);
      case STRUCT_GET, STRUCT_GET_S ->
          structGet(AggregateOperation.STRUCT_GET, (Instruction.DoublyIndexed) instruction, at);
      case STRUCT_GET_U ->
          structGet(AggregateOperation.STRUCT_GET_U, (Instruction.DoublyIndexed) instruction, at);
      case STRUCT_SET -> structSet((Instruction.DoublyIndexed) instruction, at);
      case ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY -> convert();
      case REF_I31 -> unary(AggregateOperation.REF_I31, Carrier.I31, Effects.ALLOCATES, at);
      case I31_GET_S -> unary(AggregateOperation.I31_GET_S, Carrier.INT, Effects.TRAPS, at);
      case I31_GET_U -> unary(AggregateOperation.I31_GET_U, Carrier.INT, Effects.TRAPS, at);
      case ARRAY_NEW,
          ARRAY_NEW_DEFAULT,
          ARRAY_NEW_FIXED,
          ARRAY_NEW_DATA,
          ARRAY_NEW_ELEM,
          ARRAY_GET,
          ARRAY_GET_S,
          ARRAY_GET_U,
          ARRAY_SET,
          ARRAY_LEN,
          ARRAY_FILL,
          ARRAY_COPY,
          ARRAY_INIT_DATA,
          ARRAY_INIT_ELEM ->
          arrays.lower(opcode, instruction, at);
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  private List<FieldType> fields(int typeIndex) {
    return ((StructType) module.spaces().type(typeIndex).composite()).fields();
  }

  /** A structure of more fields than a constructor has parameters is filled one by one. */
  private Flow structNew(int typeIndex, int at) {
    List<FieldType> fields = fields(typeIndex);
    List<ValueType> types = fields.stream().map(field -> field.storage().unpacked()).toList();
    int count = stack.spread(types, 0);
    int slots = Carrier.of(types).stream().mapToInt(Carrier::slots).sum();
    int canonical = module.canonicalType(typeIndex);
    if (slots <= JvmLimits.FUNCTION_PARAMETER_SLOTS) {
      stack.boundArguments(count);
      List<PendingValue> operands = stack.pop(count);
      stack.pushNode(
          create(AggregateOperation.STRUCT_NEW, canonical, PendingValue.exprs(operands), at),
          operands);
      return Flow.NEXT;
    }
    stack.nameTop(count);
    List<PendingValue> values = stack.pop(count);
    Local created = locals.temporary(carrier(canonical));
    Expr empty = create(AggregateOperation.STRUCT_NEW_DEFAULT, canonical, List.of(), at);
    stack.assign(created, PendingValue.leaf(empty));
    int next = 0;
    for (int i = 0; i < fields.size(); i++) {
      int width = Carrier.of(types.get(i)).size();
      set(canonical, i, new Expr.GetLocal(created), values.subList(next, next + width), at);
      next += width;
    }
    stack.push(new Expr.GetLocal(created));
    return Flow.NEXT;
  }

  private Flow structNewDefault(int typeIndex, int at) {
    int canonical = module.canonicalType(typeIndex);
    stack.pushNode(
        create(AggregateOperation.STRUCT_NEW_DEFAULT, canonical, List.of(), at), List.of());
    return Flow.NEXT;
  }

  private Carrier carrier(int canonical) {
    return arrays.carrier(canonical);
  }

  private Expr create(AggregateOperation operation, int canonical, List<Expr> operands, int at) {
    return new Aggregate(
        operation, carrier(canonical), canonical, -1, -1, operands, Effects.ALLOCATES, at);
  }

  private Flow structGet(
      AggregateOperation operation, Instruction.DoublyIndexed instruction, int at) {
    FieldType field = fields(instruction.first()).get(instruction.second());
    int canonical = module.canonicalType(instruction.first());
    List<Carrier> carriers = Carrier.of(field.storage().unpacked());
    int effects = Effects.TRAPS | (field.mutable() ? Effects.READS_HEAP : Effects.NONE);
    if (carriers.size() > 1) {
      stack.name(0);
    }
    PendingValue reference = stack.pop();
    List<Expr> parts = new ArrayList<>();
    for (int part = 0; part < carriers.size(); part++) {
      parts.add(
          new Aggregate(
              operation,
              carriers.get(part),
              canonical,
              instruction.second(),
              part,
              List.of(reference.expr()),
              effects,
              at));
    }
    push(parts, List.of(reference));
    return Flow.NEXT;
  }

  private void push(List<Expr> parts, List<PendingValue> operands) {
    if (parts.size() == 1) {
      stack.pushNode(parts.get(0), operands);
    } else {
      List<PendingValue> halves =
          parts.stream().map(part -> PendingValue.node(part, operands)).toList();
      stack.pushNode(Vectors.ofHalves(parts.get(0), parts.get(1)), halves);
    }
  }

  private Flow structSet(Instruction.DoublyIndexed instruction, int at) {
    ValueType type = fields(instruction.first()).get(instruction.second()).storage().unpacked();
    int count = stack.spread(List.of(type), 0);
    if (count > 1) {
      stack.nameTop(count + 1);
    }
    List<PendingValue> values = stack.pop(count);
    PendingValue reference = stack.pop();
    int canonical = module.canonicalType(instruction.first());
    if (count == 1) {
      List<PendingValue> operands = List.of(reference, values.get(0));
      stack.perform(
          assignment(canonical, instruction.second(), 0, PendingValue.exprs(operands), at),
          operands);
    } else {
      set(canonical, instruction.second(), reference.expr(), values, at);
    }
    return Flow.NEXT;
  }

  /** Sets a field of what costs nothing to evaluate again to values that do not either. */
  private void set(int canonical, int member, Expr reference, List<PendingValue> values, int at) {
    for (int part = 0; part < values.size(); part++) {
      List<PendingValue> operands = List.of(PendingValue.leaf(reference), values.get(part));
      stack.perform(
          assignment(canonical, member, part, PendingValue.exprs(operands), at), operands);
    }
  }

  private static Expr assignment(int canonical, int member, int part, List<Expr> operands, int at) {
    return new Aggregate(
        AggregateOperation.STRUCT_SET,
        Carrier.VOID,
        canonical,
        member,
        part,
        operands,
        Effects.TRAPS | Effects.WRITES_HEAP,
        at);
  }

  /** References of the host and internal ones are the same Java objects. */
  private Flow convert() {
    PendingValue value = stack.pop();
    stack.push(
        value.expr().carrier() == Carrier.EXTERN || value.constant().isPresent()
            ? value
            : PendingValue.node(
                CastLowering.known(ReferenceType.ANYREF, Carrier.EXTERN, value.expr()),
                List.of(value)));
    return Flow.NEXT;
  }

  private Flow unary(AggregateOperation operation, Carrier carrier, int effects, int at) {
    PendingValue operand = stack.pop();
    stack.pushNode(
        Aggregate.untyped(operation, carrier, List.of(operand.expr()), effects, at),
        List.of(operand));
    return Flow.NEXT;
  }
}

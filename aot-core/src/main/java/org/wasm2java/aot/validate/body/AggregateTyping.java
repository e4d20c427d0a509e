package org.wasm2java.aot.validate.body;

import java.util.List;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.PackedType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.ValueType;

/**
 * Types structures, 31-bit integers and external references, and hands arrays on.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#aggregate-reference-instructions">Aggregate
 *     reference instructions</a>
 */
final class AggregateTyping {
  private static final ReferenceType I31REF = ReferenceType.nullable(AbstractHeapType.I31);

  private final FunctionValidator validator;
  private final ArrayTyping arrays;

  AggregateTyping(FunctionValidator validator) {
    this.validator = validator;
    this.arrays = new ArrayTyping(validator, this);
  }

  Flow apply(AggregateOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case STRUCT_NEW -> structNew(index(instruction));
      case STRUCT_NEW_DEFAULT -> structNewDefault(index(instruction));
      case STRUCT_GET -> structGet((Instruction.DoublyIndexed) instruction, false);
      case STRUCT_GET_S, STRUCT_GET_U -> structGet((Instruction.DoublyIndexed) instruction, true);
      case STRUCT_SET -> structSet((Instruction.DoublyIndexed) instruction);
      case ARRAY_NEW -> arrays.create(index(instruction));
      case ARRAY_NEW_DEFAULT -> arrays.createDefault(index(instruction));
      case ARRAY_NEW_FIXED -> arrays.createFixed((Instruction.DoublyIndexed) instruction);
      case ARRAY_NEW_DATA -> arrays.createFromData((Instruction.DoublyIndexed) instruction);
      case ARRAY_NEW_ELEM -> arrays.createFromElements((Instruction.DoublyIndexed) instruction);
      case ARRAY_GET -> arrays.get(index(instruction), false);
      case ARRAY_GET_S, ARRAY_GET_U -> arrays.get(index(instruction), true);
      case ARRAY_SET -> arrays.set(index(instruction));
      case ARRAY_LEN -> arrays.length();
      case ARRAY_FILL -> arrays.fill(index(instruction));
      case ARRAY_COPY -> arrays.copy((Instruction.DoublyIndexed) instruction);
      case ARRAY_INIT_DATA -> arrays.initFromData((Instruction.DoublyIndexed) instruction);
      case ARRAY_INIT_ELEM -> arrays.initFromElements((Instruction.DoublyIndexed) instruction);
      case ANY_CONVERT_EXTERN -> convert(AbstractHeapType.EXTERN, AbstractHeapType.ANY);
      case EXTERN_CONVERT_ANY -> convert(AbstractHeapType.ANY, AbstractHeapType.EXTERN);
      case REF_I31 -> refI31();
      case I31_GET_S, I31_GET_U -> i31Get();
    };
  }

  private static int index(Instruction instruction) {
    return ((Instruction.Indexed) instruction).index();
  }

  private Flow structNew(int typeIndex) {
    List<FieldType> fields = struct(typeIndex).fields();
    for (int i = fields.size() - 1; i >= 0; i--) {
      validator.popVal(fields.get(i).storage().unpacked());
    }
    validator.pushVal(created(typeIndex));
    return Flow.NEXT;
  }

  private Flow structNewDefault(int typeIndex) {
    struct(typeIndex).fields().forEach(this::checkDefaultable);
    validator.pushVal(created(typeIndex));
    return Flow.NEXT;
  }

  private Flow structGet(Instruction.DoublyIndexed instruction, boolean packed) {
    FieldType field = field(instruction);
    checkPacked(field, packed);
    validator.popVal(reference(instruction.first()));
    validator.pushVal(field.storage().unpacked());
    return Flow.NEXT;
  }

  private Flow structSet(Instruction.DoublyIndexed instruction) {
    FieldType field = field(instruction);
    if (!field.mutable()) {
      throw validator.fail(
          Rules.IMMUTABLE_FIELD,
          "field " + instruction.second() + " of type " + instruction.first());
    }
    validator.popVal(field.storage().unpacked());
    validator.popVal(reference(instruction.first()));
    return Flow.NEXT;
  }

  private FieldType field(Instruction.DoublyIndexed instruction) {
    List<FieldType> fields = struct(instruction.first()).fields();
    validator.check(instruction.second(), fields.size(), "field");
    return fields.get(instruction.second());
  }

  private StructType struct(int typeIndex) {
    if (composite(typeIndex) instanceof StructType struct) {
      return struct;
    }
    throw validator.fail(Rules.TYPE_MISMATCH, "type " + typeIndex + " is not a structure type");
  }

  ArrayType array(int typeIndex) {
    if (composite(typeIndex) instanceof ArrayType array) {
      return array;
    }
    throw validator.fail(Rules.TYPE_MISMATCH, "type " + typeIndex + " is not an array type");
  }

  private CompositeType composite(int typeIndex) {
    validator.checkType(typeIndex);
    return validator.context().spaces().type(typeIndex).composite();
  }

  static ReferenceType reference(int typeIndex) {
    return ReferenceType.nullable(new ConcreteHeapType(typeIndex));
  }

  static ReferenceType created(int typeIndex) {
    return ReferenceType.nonNull(new ConcreteHeapType(typeIndex));
  }

  void checkDefaultable(FieldType field) {
    if (field.storage() instanceof ValueType type && !type.isDefaultable()) {
      throw validator.fail(
          Rules.TYPE_MISMATCH, validator.subject() + " has no default value for " + type.text());
    }
  }

  void checkPacked(FieldType field, boolean packed) {
    if (field.storage() instanceof PackedType != packed) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          validator.subject()
              + (packed ? " expects a packed field" : " cannot read a packed field")
              + ", found "
              + field.storage().text());
    }
  }

  private Flow convert(AbstractHeapType from, AbstractHeapType to) {
    ValueType operand = validator.popVal(ReferenceType.nullable(from));
    validator.operand(operand);
    boolean nullable = operand instanceof ReferenceType reference && reference.nullable();
    validator.pushVal(new ReferenceType(nullable && !Bottom.isValue(operand), to));
    return Flow.NEXT;
  }

  private Flow refI31() {
    validator.popVal(NumberType.I32);
    validator.pushVal(ReferenceType.nonNull(AbstractHeapType.I31));
    return Flow.NEXT;
  }

  private Flow i31Get() {
    validator.popVal(I31REF);
    validator.pushVal(NumberType.I32);
    return Flow.NEXT;
  }
}

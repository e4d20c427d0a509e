package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.type.ValueType;

/** Types the instructions on arrays. */
final class ArrayTyping {
  private static final ReferenceType ARRAYREF = ReferenceType.nullable(AbstractHeapType.ARRAY);

  private final FunctionValidator validator;
  private final AggregateTyping aggregates;

  ArrayTyping(FunctionValidator validator, AggregateTyping aggregates) {
    this.validator = validator;
    this.aggregates = aggregates;
  }

  private FieldType element(int typeIndex) {
    return aggregates.array(typeIndex).element();
  }

  private FieldType mutableElement(int typeIndex) {
    FieldType element = element(typeIndex);
    if (!element.mutable()) {
      throw validator.fail(Rules.IMMUTABLE_ARRAY, "elements of type " + typeIndex);
    }
    return element;
  }

  private Flow created(int typeIndex) {
    validator.pushVal(AggregateTyping.created(typeIndex));
    return Flow.NEXT;
  }

  private void popReference(int typeIndex) {
    validator.popVal(AggregateTyping.reference(typeIndex));
  }

  private void popI32(int count) {
    for (int i = 0; i < count; i++) {
      validator.popVal(NumberType.I32);
    }
  }

  Flow create(int typeIndex) {
    FieldType element = element(typeIndex);
    popI32(1);
    validator.popVal(element.storage().unpacked());
    return created(typeIndex);
  }

  Flow createDefault(int typeIndex) {
    aggregates.checkDefaultable(element(typeIndex));
    popI32(1);
    return created(typeIndex);
  }

  Flow createFixed(Instruction.DoublyIndexed instruction) {
    ValueType element = element(instruction.first()).storage().unpacked();
    validator.popVals(element, instruction.second());
    return created(instruction.first());
  }

  Flow createFromData(Instruction.DoublyIndexed instruction) {
    checkData(element(instruction.first()), instruction);
    popI32(2);
    return created(instruction.first());
  }

  Flow createFromElements(Instruction.DoublyIndexed instruction) {
    checkElements(element(instruction.first()), instruction);
    popI32(2);
    return created(instruction.first());
  }

  private void checkData(FieldType element, Instruction.DoublyIndexed instruction) {
    if (element.storage() instanceof ReferenceType reference) {
      throw validator.fail(Rules.ARRAY_OF_NUMBERS, "its elements are " + reference.text());
    }
    validator.check(
        instruction.second(), validator.context().module().data().size(), "data segment");
  }

  private void checkElements(FieldType element, Instruction.DoublyIndexed instruction) {
    ReferenceType segment = validator.elements(instruction.second());
    if (!validator.context().subtyping().matches(segment, element.storage())) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          validator.subject()
              + " of elements "
              + segment.text()
              + " into an array of "
              + element.storage().text());
    }
  }

  Flow get(int typeIndex, boolean packed) {
    FieldType element = element(typeIndex);
    aggregates.checkPacked(element, packed);
    popI32(1);
    popReference(typeIndex);
    validator.pushVal(element.storage().unpacked());
    return Flow.NEXT;
  }

  Flow set(int typeIndex) {
    FieldType element = mutableElement(typeIndex);
    validator.popVal(element.storage().unpacked());
    popI32(1);
    popReference(typeIndex);
    return Flow.NEXT;
  }

  Flow length() {
    validator.popVal(ARRAYREF);
    validator.pushVal(NumberType.I32);
    return Flow.NEXT;
  }

  Flow fill(int typeIndex) {
    FieldType element = mutableElement(typeIndex);
    popI32(1);
    validator.popVal(element.storage().unpacked());
    popI32(1);
    popReference(typeIndex);
    return Flow.NEXT;
  }

  Flow copy(Instruction.DoublyIndexed instruction) {
    StorageType destination = mutableElement(instruction.first()).storage();
    StorageType source = element(instruction.second()).storage();
    if (!validator.context().subtyping().matches(source, destination)) {
      throw validator.fail(
          Rules.ARRAY_TYPES, "from " + source.text() + " to " + destination.text());
    }
    popI32(2);
    popReference(instruction.second());
    popI32(1);
    popReference(instruction.first());
    return Flow.NEXT;
  }

  Flow initFromData(Instruction.DoublyIndexed instruction) {
    checkData(mutableElement(instruction.first()), instruction);
    return init(instruction.first());
  }

  Flow initFromElements(Instruction.DoublyIndexed instruction) {
    checkElements(mutableElement(instruction.first()), instruction);
    return init(instruction.first());
  }

  private Flow init(int typeIndex) {
    popI32(3);
    popReference(typeIndex);
    return Flow.NEXT;
  }
}

package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.TableType;

/**
 * Types the instructions on tables.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/instructions.html#table-instructions">Table
 *     instructions</a>
 */
final class TableTyping {
  private final FunctionValidator validator;

  TableTyping(FunctionValidator validator) {
    this.validator = validator;
  }

  Flow apply(TableOpcode opcode, Instruction instruction) {
    return switch (opcode) {
      case TABLE_GET -> get(table(instruction));
      case TABLE_SET -> set(table(instruction));
      case TABLE_SIZE -> size(table(instruction));
      case TABLE_GROW -> grow(table(instruction));
      case TABLE_FILL -> fill(table(instruction));
      case TABLE_COPY -> copy((Instruction.DoublyIndexed) instruction);
      case TABLE_INIT -> init((Instruction.DoublyIndexed) instruction);
      case ELEM_DROP -> drop(((Instruction.Indexed) instruction).index());
    };
  }

  private TableType table(Instruction instruction) {
    return validator.table(((Instruction.Indexed) instruction).index());
  }

  private static NumberType address(TableType table) {
    return table.limits().addressType().valueType();
  }

  private Flow get(TableType table) {
    validator.popVal(address(table));
    validator.pushVal(table.elementType());
    return Flow.NEXT;
  }

  private Flow set(TableType table) {
    validator.popVal(table.elementType());
    validator.popVal(address(table));
    return Flow.NEXT;
  }

  private Flow size(TableType table) {
    validator.pushVal(address(table));
    return Flow.NEXT;
  }

  private Flow grow(TableType table) {
    validator.popVal(address(table));
    validator.popVal(table.elementType());
    validator.pushVal(address(table));
    return Flow.NEXT;
  }

  private Flow fill(TableType table) {
    validator.popVal(address(table));
    validator.popVal(table.elementType());
    validator.popVal(address(table));
    return Flow.NEXT;
  }

  private Flow copy(Instruction.DoublyIndexed instruction) {
    TableType destination = validator.table(instruction.first());
    TableType source = validator.table(instruction.second());
    checkElements(source.elementType(), destination.elementType());
    validator.popVal(AddressTypes.smaller(address(destination), address(source)));
    validator.popVal(address(source));
    validator.popVal(address(destination));
    return Flow.NEXT;
  }

  private Flow init(Instruction.DoublyIndexed instruction) {
    TableType table = validator.table(instruction.second());
    checkElements(validator.elements(instruction.first()), table.elementType());
    validator.popVal(NumberType.I32);
    validator.popVal(NumberType.I32);
    validator.popVal(address(table));
    return Flow.NEXT;
  }

  private void checkElements(ReferenceType source, ReferenceType destination) {
    if (!validator.matches(source, destination)) {
      throw validator.fail(
          Rules.TYPE_MISMATCH,
          validator.subject()
              + " of elements "
              + source.text()
              + " into a table of "
              + destination.text());
    }
  }

  private Flow drop(int elementIndex) {
    validator.elements(elementIndex);
    return Flow.NEXT;
  }
}

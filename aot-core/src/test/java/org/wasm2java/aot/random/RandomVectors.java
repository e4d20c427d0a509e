package org.wasm2java.aot.random;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.instruction.VectorOpcode;

/** Emits vector instructions, chosen at random among the rows that fit. */
final class RandomVectors {
  private final BodyState state;
  private final Random random;
  private final WasmBytes code;
  private final RandomOperations operations;
  private final List<VectorRow> rows;

  RandomVectors(BodyState state, RandomOperations operations) {
    this.state = state;
    this.random = state.random;
    this.code = state.code;
    this.operations = operations;
    this.rows = VectorRow.all(state.module.hasRelaxed());
  }

  private VectorRow any(Predicate<VectorRow> fits) {
    List<VectorRow> fitting = rows.stream().filter(fits).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  /** Returns an instruction with this result. */
  VectorRow giving(Type result) {
    return any(row -> row.result().filter(type -> type == result).isPresent());
  }

  /** Returns an instruction whose result has lanes of ones or zeros, as wide as a type's. */
  VectorRow comparison(Type lanes) {
    return any(row -> row.comparesLanesOf(lanes));
  }

  /** Combines the two values on top, of this type, to one of it. */
  void arithmetic(Type type) {
    write(
        any(
            row ->
                row.operands().equals(List.of(type, type))
                    && row.result().filter(result -> result == type).isPresent()));
  }

  /** Makes something of the vector on top, or of the two. */
  void combine() {
    Type type = state.top();
    int size = state.stack.size();
    boolean two = state.height() > 1 && state.stack.get(size - 2) == type && state.chance(2);
    List<Type> operands = two ? List.of(type, type) : List.of(type);
    write(any(row -> row.operands().equals(operands) && !row.accesses()));
  }

  /** Writes a store of what is on top; the caller pops it and the address. */
  void store() {
    emit(any(row -> row.result().isEmpty()));
  }

  /** Keeps the lanes of the one or two vectors below a mask that it says. */
  void mask(int vectors) {
    if (vectors == 2) {
      opcode(VectorOpcode.V128_BITSELECT);
    } else {
      opcode(state.chance(3) ? VectorOpcode.V128_ANDNOT : VectorOpcode.V128_AND);
    }
  }

  /** Gives the NaNs in the lanes on top the same bits; what is on top is a vector of bits then. */
  void canonicalize() {
    Type type = state.pop();
    int scratch = state.locals.lastIndexOf(type);
    code.u8(0x22).u32(scratch);
    opcode(VectorOpcode.V128_CONST);
    for (int i = 0; i < 2; i++) {
      code.little(type == Type.F32X4 ? 0x7FC00000_7FC00000L : 0x7FF80000_00000000L, 8);
    }
    code.u8(0x20).u32(scratch).u8(0x20).u32(scratch);
    opcode(type == Type.F32X4 ? VectorOpcode.F32X4_EQ : VectorOpcode.F64X2_EQ);
    opcode(VectorOpcode.V128_BITSELECT);
    state.push(Type.V128);
  }

  /** Writes an instruction whose operands are on top, an address of 32 bits first. */
  void write(VectorRow row) {
    emit(row);
    state.pop(row.operands().size() + (row.accesses() ? 1 : 0));
    row.result().ifPresent(state::push);
  }

  private void emit(VectorRow row) {
    if (row.opcode() == VectorOpcode.V128_CONST) {
      operations.constant(Type.V128);
      return;
    }
    opcode(row.opcode());
    switch (row.opcode().immediates()) {
      case LANE -> code.u8(random.nextInt(row.lanes()));
      case LANES -> shuffle();
      case MEM_ARG -> access(row);
      case MEM_ARG_LANE -> {
        access(row);
        code.u8(random.nextInt(row.lanes()));
      }
      default -> {}
    }
  }

  private void opcode(VectorOpcode opcode) {
    code.u8(opcode.code() >>> 16).u32(opcode.code() & 0xFFFF);
  }

  private void access(VectorRow row) {
    code.u8(random.nextInt(Integer.numberOfTrailingZeros(row.bytes()) + 1));
    operations.offset();
  }

  /** Bytes of one vector or two, apart, in lanes of some width, or as they were but moved. */
  private void shuffle() {
    int width = 1 << random.nextInt(4);
    int sources = 16 * (1 + random.nextInt(2));
    int distance = random.nextInt(sources);
    boolean moves = state.chance(3);
    for (int i = 0; i < 16; i += width) {
      int lane = moves ? i + distance : width * random.nextInt(sources / width);
      for (int part = 0; part < width; part++) {
        code.u8((lane + part) % 32);
      }
    }
  }
}

package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.CatchClause;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemArg;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.type.HeapType;
import org.wasm2java.aot.type.ReferenceType;

/**
 * Reads what follows an opcode, as the opcode's row says.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/instructions.html">Instructions</a>
 */
final class ImmediatesDecoder {
  private static final int HAS_MEMORY_INDEX = 0x40;
  private static final int MAX_MEMOP_FLAGS = 0x7F;
  private static final int SOURCE_NULLABLE = 1;
  private static final int TARGET_NULLABLE = 2;

  private final ByteReader reader;
  private final TypeDecoder types;

  ImmediatesDecoder(ByteReader reader, TypeDecoder types) {
    this.reader = reader;
    this.types = types;
  }

  /** Reads an opcode's immediates. */
  Instruction read(Opcode opcode) {
    return switch (opcode.immediates()) {
      case NONE -> new Instruction.Plain(opcode);
      case ZERO_BYTE -> zeroByte(opcode);
      case LABEL, LOCAL, GLOBAL, FUNCTION, TYPE, TAG, TABLE, MEMORY, DATA, ELEMENT ->
          new Instruction.Indexed(opcode, reader.u32());
      case TYPE_TABLE,
          ELEMENT_TABLE,
          TABLE_TABLE,
          DATA_MEMORY,
          MEMORY_MEMORY,
          TYPE_FIELD,
          TYPE_TYPE,
          TYPE_LENGTH,
          TYPE_DATA,
          TYPE_ELEMENT ->
          new Instruction.DoublyIndexed(opcode, reader.u32(), reader.u32());
      case BLOCK_TYPE -> new Instruction.Structured(opcode, types.blockType());
      case CATCHES -> tryTable(opcode);
      case LABELS -> branchTable(opcode);
      case MEM_ARG -> new Instruction.Memory(opcode, memArg(), -1);
      case MEM_ARG_LANE -> new Instruction.Memory(opcode, memArg(), reader.u8());
      case LANE -> new Instruction.Lane(opcode, reader.u8());
      case I32 -> new Instruction.Constant(opcode, reader.signed(32));
      case I64 -> new Instruction.Constant(opcode, reader.signed(64));
      case F32 -> new Instruction.Constant(opcode, Integer.toUnsignedLong(reader.bits32()));
      case F64 -> new Instruction.Constant(opcode, reader.bits64());
      case V128, LANES -> new Instruction.VectorConstant(opcode, reader.bits64(), reader.bits64());
      case VALUE_TYPES -> new Instruction.SelectTyped(opcode, types.valueTypes());
      case HEAP_TYPE_NULL ->
          new Instruction.HeapTyped(opcode, ReferenceType.nullable(types.heapType()));
      case HEAP_TYPE -> new Instruction.HeapTyped(opcode, ReferenceType.nonNull(types.heapType()));
      case CAST_BRANCH -> branchOnCast(opcode);
    };
  }

  private Instruction zeroByte(Opcode opcode) {
    reader.zero();
    return new Instruction.Plain(opcode);
  }

  private Instruction branchTable(Opcode opcode) {
    int count = reader.count();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(reader.u32());
    }
    return new Instruction.BranchTable(opcode, labels, reader.u32());
  }

  private MemArg memArg() {
    int start = reader.position();
    int flags = reader.u32();
    if (Integer.compareUnsigned(flags, MAX_MEMOP_FLAGS) > 0) {
      throw reader.malformed(Malformed.MEMOP_FLAGS, start, Integer.toUnsignedString(flags));
    }
    int memoryIndex = (flags & HAS_MEMORY_INDEX) != 0 ? reader.u32() : 0;
    // The format allows 64 bits for all memories; validation has the bound.
    return new MemArg(flags & ~HAS_MEMORY_INDEX, reader.u64(), memoryIndex);
  }

  private Instruction branchOnCast(Opcode opcode) {
    int flags = reader.u8();
    if ((flags & ~(SOURCE_NULLABLE | TARGET_NULLABLE)) != 0) {
      throw reader.malformed(Malformed.CAST_FLAGS, reader.position() - 1, ByteReader.hex(flags));
    }
    int label = reader.u32();
    HeapType source = types.heapType();
    HeapType target = types.heapType();
    return new Instruction.BranchOnCast(
        opcode,
        label,
        new ReferenceType((flags & SOURCE_NULLABLE) != 0, source),
        new ReferenceType((flags & TARGET_NULLABLE) != 0, target));
  }

  private Instruction tryTable(Opcode opcode) {
    BlockType blockType = types.blockType();
    int count = reader.count();
    List<CatchClause> clauses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clauses.add(catchClause());
    }
    return new Instruction.TryTable(opcode, blockType, clauses);
  }

  private CatchClause catchClause() {
    int code = reader.u8();
    CatchClause.Kind[] kinds = CatchClause.Kind.values();
    if (code >= kinds.length) {
      throw reader.malformed(Malformed.CATCH_CLAUSE, reader.position() - 1, ByteReader.hex(code));
    }
    CatchClause.Kind kind = kinds[code];
    boolean hasTag = kind == CatchClause.Kind.CATCH || kind == CatchClause.Kind.CATCH_REF;
    int tagIndex = hasTag ? reader.u32() : -1;
    return new CatchClause(kind, tagIndex, reader.u32());
  }
}

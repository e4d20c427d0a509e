package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Immediates;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.module.Body;

/**
 * Reads instructions up to the {@code end} that closes the expression. Nesting is a list and not
 * recursion, so that no depth of blocks exhausts the stack.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#expressions">Expressions</a>
 */
final class InstructionDecoder {
  /** Instructions repeat: sharing equal ones saves most of the memory of a large module. */
  private static final int SHARED_BITS = 12;

  /** Which parts of a block another part may follow. */
  private static final Map<ControlOpcode, Set<ControlOpcode>> FOLLOWS =
      Map.of(
          ControlOpcode.ELSE, Set.of(ControlOpcode.IF),
          ControlOpcode.CATCH, Set.of(ControlOpcode.TRY, ControlOpcode.CATCH),
          ControlOpcode.CATCH_ALL, Set.of(ControlOpcode.TRY, ControlOpcode.CATCH),
          ControlOpcode.DELEGATE, Set.of(ControlOpcode.TRY));

  private final ByteReader reader;
  private final ImmediatesDecoder immediates;
  private final Instruction[] shared = new Instruction[1 << SHARED_BITS];
  private final List<ControlOpcode> open = new ArrayList<>();
  private final Instruction end = new Instruction.Plain(ControlOpcode.END);
  private Instruction[] instructions = new Instruction[256];
  private int[] offsets = new int[256];
  private int functionIndex = -1;
  private Optional<Location> firstDataUse = Optional.empty();

  InstructionDecoder(ByteReader reader, TypeDecoder types) {
    this.reader = reader;
    this.immediates = new ImmediatesDecoder(reader, types);
  }

  /** Returns where a data segment is first used, if anywhere. */
  Optional<Location> firstDataUse() {
    return firstDataUse;
  }

  /** Reads a function's index as the expression that gives a reference to it. */
  Body functionReference() {
    int offset = reader.position();
    Instruction reference = share(new Instruction.Indexed(ReferenceOpcode.REF_FUNC, reader.u32()));
    return new Body(List.of(reference, end), new int[] {offset, offset});
  }

  /** Reads the body of a function. */
  Body body(int functionIndex) {
    this.functionIndex = functionIndex;
    Body body = expression();
    this.functionIndex = -1;
    reader.enter(-1, 0);
    return body;
  }

  /** Reads an expression. */
  Body expression() {
    open.clear();
    open.add(ControlOpcode.BLOCK);
    int size = 0;
    while (!open.isEmpty()) {
      reader.enter(functionIndex, size);
      int offset = reader.position();
      Opcode opcode = opcode();
      Instruction instruction = share(immediates.read(opcode));
      if (opcode instanceof ControlOpcode control) {
        nest(control, instruction, offset);
      }
      if (usesData(opcode.immediates()) && firstDataUse.isEmpty()) {
        firstDataUse = Optional.of(reader.location(offset));
      }
      append(size++, instruction, offset);
    }
    return new Body(Arrays.asList(Arrays.copyOf(instructions, size)), Arrays.copyOf(offsets, size));
  }

  private void append(int index, Instruction instruction, int offset) {
    if (index == instructions.length) {
      instructions = Arrays.copyOf(instructions, 2 * index);
      offsets = Arrays.copyOf(offsets, 2 * index);
    }
    instructions[index] = instruction;
    offsets[index] = offset;
  }

  private Opcode opcode() {
    int start = reader.position();
    int code = reader.u8();
    if (!OpcodeTable.isPrefix(code)) {
      return OpcodeTable.find(code).orElseThrow(() -> illegal(start, "%02x".formatted(code)));
    }
    int number = reader.u32();
    return OpcodeTable.find(code, number)
        .orElseThrow(() -> illegal(start, "%02x %02x".formatted(code, number)));
  }

  private RuntimeException illegal(int offset, String code) {
    return reader.malformed(Malformed.illegalOpcode(code), offset, "");
  }

  private static boolean usesData(Immediates immediates) {
    return immediates == Immediates.DATA
        || immediates == Immediates.DATA_MEMORY
        || immediates == Immediates.TYPE_DATA;
  }

  /** Opens and closes blocks; each part of a block may follow only some other parts. */
  private void nest(ControlOpcode opcode, Instruction instruction, int offset) {
    if (instruction instanceof Instruction.Structured
        || instruction instanceof Instruction.TryTable) {
      open.add(opcode);
    } else if (opcode == ControlOpcode.END) {
      open.remove(open.size() - 1);
    } else if (FOLLOWS.containsKey(opcode)) {
      ControlOpcode part = open.remove(open.size() - 1);
      if (!FOLLOWS.get(opcode).contains(part)) {
        throw reader.malformed(Malformed.END_EXPECTED, offset, "found " + opcode.text());
      }
      if (opcode != ControlOpcode.DELEGATE) {
        open.add(opcode);
      }
    }
  }

  private Instruction share(Instruction instruction) {
    if (instruction instanceof Instruction.BranchTable) {
      return instruction;
    }
    int slot = (instruction.hashCode() * 0x9E3779B9) >>> (Integer.SIZE - SHARED_BITS);
    if (!instruction.equals(shared[slot])) {
      shared[slot] = instruction;
    }
    return shared[slot];
  }
}

package org.wasm2java.aot.frames;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Effect;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.VariableOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.WasmModule;

/**
 * A module that does what another does and knows where it is: before each instruction that can trap
 * or call it writes that instruction's offset to a global.
 */
public final class TracedModule {
  /** The name that the global is exported by. */
  public static final String PLACE = "place of execution";

  private static final int GLOBALS = 6;
  private static final int EXPORTS = 7;
  private static final int CODE = 10;

  private final byte[] original;
  private final WasmModule module;
  private final int global;
  private final WasmBytes traced = new WasmBytes();
  private final Map<Integer, Integer> offsets = new TreeMap<>();
  private int at;

  /** Traces a module; it has sections of globals, exports and code. */
  public TracedModule(byte[] original) {
    this.original = original;
    this.module = ModuleDecoder.decode(original);
    this.global =
        module.globals().size()
            + (int) module.imports().stream().filter(TracedModule::isGlobal).count();
    write();
  }

  private static boolean isGlobal(org.wasm2java.aot.module.Import imported) {
    return imported.type() instanceof org.wasm2java.aot.type.GlobalType;
  }

  /** Returns the module. */
  public byte[] bytes() {
    return traced.toByteArray();
  }

  /** Returns the offset that an instruction of the traced module has in the original. */
  public int originalOffset(int tracedOffset) {
    return offsets.get(tracedOffset);
  }

  private void write() {
    traced.append(bytes(0, 8));
    at = 8;
    while (at < original.length) {
      int id = original[at++];
      int size = number();
      int end = at + size;
      WasmBytes content =
          switch (id) {
            case GLOBALS -> more(end, new WasmBytes().u8(0x7F, 1, 0x41, 0x7F, 0x0B));
            case EXPORTS -> more(end, new WasmBytes().name(PLACE).u8(3).u32(global));
            case CODE -> code();
            default -> bytes(at, end);
          };
      traced.u8(id).u32(content.size());
      if (id == CODE) {
        int start = traced.size();
        Map<Integer, Integer> relative = new TreeMap<>(offsets);
        offsets.clear();
        relative.forEach((offset, originally) -> offsets.put(start + offset, originally));
      }
      traced.append(content);
      at = end;
    }
  }

  /** A section with one more entry. */
  private WasmBytes more(int end, WasmBytes entry) {
    int count = number();
    return new WasmBytes().u32(count + 1).append(bytes(at, end)).append(entry);
  }

  private WasmBytes code() {
    WasmBytes section = new WasmBytes().u32(number());
    for (Function function : module.functions()) {
      int end = number() + at;
      Body body = function.body();
      WasmBytes code = bytes(at, body.offset(0));
      Map<Integer, Integer> relative = new TreeMap<>();
      for (int i = 0; i < body.size(); i++) {
        int offset = body.offset(i);
        if (canTrap(body.at(i).opcode())) {
          code.u8(0x41).signed(offset).u8(0x24).u32(global);
        }
        relative.put(code.size(), offset);
        code.append(bytes(offset, i + 1 < body.size() ? body.offset(i + 1) : end));
      }
      section.u32(code.size());
      int start = section.size();
      relative.forEach((offset, originally) -> offsets.put(start + offset, originally));
      section.append(code);
      at = end;
    }
    return section;
  }

  private static boolean canTrap(Opcode opcode) {
    return opcode == ControlOpcode.UNREACHABLE
        || opcode == ControlOpcode.CALL
        || opcode == ControlOpcode.CALL_INDIRECT
        || !(opcode instanceof ControlOpcode
            || opcode instanceof VariableOpcode
            || opcode.effect() == Effect.PURE);
  }

  private WasmBytes bytes(int from, int to) {
    WasmBytes bytes = new WasmBytes();
    for (byte value : Arrays.copyOfRange(original, from, to)) {
      bytes.u8(value);
    }
    return bytes;
  }

  private int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int next = original[at++];
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}

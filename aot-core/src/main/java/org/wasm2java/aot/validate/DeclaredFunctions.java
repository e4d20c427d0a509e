package org.wasm2java.aot.validate;

import java.util.BitSet;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;

/**
 * Collects the functions that occur outside functions: their references may be taken inside.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/modules.html#valid-module">Modules</a>
 */
final class DeclaredFunctions {
  private final int functionCount;
  private final BitSet declared = new BitSet();

  private DeclaredFunctions(int functionCount) {
    this.functionCount = functionCount;
  }

  static BitSet of(WasmModule module, int functionCount) {
    DeclaredFunctions functions = new DeclaredFunctions(functionCount);
    for (Export export : module.exports()) {
      if (export.kind() == ExternKind.FUNCTION) {
        functions.add(export.index());
      }
    }
    for (GlobalDefinition global : module.globals()) {
      functions.addAll(global.initializer());
    }
    for (TableDefinition table : module.tables()) {
      table.initializer().ifPresent(functions::addAll);
    }
    for (ElementSegment segment : module.elements()) {
      segment.offset().ifPresent(functions::addAll);
      segment.initializers().forEach(functions::addAll);
    }
    for (DataSegment segment : module.data()) {
      segment.offset().ifPresent(functions::addAll);
    }
    return functions.declared;
  }

  private void addAll(Body body) {
    for (int i = 0; i < body.size(); i++) {
      if (body.at(i).opcode() == ReferenceOpcode.REF_FUNC) {
        add(((Instruction.Indexed) body.at(i)).index());
      }
    }
  }

  /** Indices of no function are reported where they are validated. */
  private void add(int functionIndex) {
    if (Integer.compareUnsigned(functionIndex, functionCount) < 0) {
      declared.set(functionIndex);
    }
  }
}

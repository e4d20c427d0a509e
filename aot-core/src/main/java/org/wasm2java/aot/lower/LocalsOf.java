package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/** Makes the locals of a function: parameters, declared locals, and the arrays of its memories. */
final class LocalsOf {
  private final ValidModule module;
  private final int functionIndex;
  private final List<Local> declared = new ArrayList<>();

  private LocalsOf(ValidModule module, int functionIndex) {
    this.module = module;
    this.functionIndex = functionIndex;
  }

  static Locals function(ValidModule module, List<MemoryForm> forms, int functionIndex) {
    LocalsOf locals = new LocalsOf(module, functionIndex);
    FunctionType type = module.spaces().functionType(functionIndex);
    return new Locals(
        locals.declare(),
        type.parameters().size(),
        JavaSignature.of(type).direct().size(),
        forms,
        locals.memories());
  }

  private List<Local> declare() {
    Function function = module.spaces().function(functionIndex);
    for (ValueType type : module.spaces().functionType(functionIndex).parameters()) {
      add(type, true);
    }
    LocalDeclarations runs = function.locals();
    for (int run = 0; run < runs.counts().size(); run++) {
      for (int i = 0; i < runs.counts().get(run); i++) {
        add(module.resolved(runs.types().get(run)), false);
      }
    }
    return declared;
  }

  private void add(ValueType type, boolean parameter) {
    int index = declared.size();
    String name = module.decoded().names().localName(functionIndex, index).orElse("");
    Carrier carrier = Carrier.whole(type);
    declared.add(
        parameter && carrier != Carrier.VECTOR
            ? Local.parameter(index, carrier, name)
            : Local.declared(index, carrier, name));
  }

  /** The memories that the function loads from or stores to, lowest first. */
  private List<Integer> memories() {
    SortedSet<Integer> memories = new TreeSet<>();
    Body body = module.spaces().function(functionIndex).body();
    for (int i = 0; i < body.size(); i++) {
      if (body.at(i) instanceof Instruction.Memory access) {
        memories.add(access.memArg().memoryIndex());
      }
    }
    return List.copyOf(memories);
  }
}

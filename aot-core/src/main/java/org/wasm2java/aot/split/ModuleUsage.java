package org.wasm2java.aot.split;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.instruction.AggregateOpcode;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.instruction.TableOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.validate.ValidModule;

/** What a module's code refers to, found in one pass over all instructions. */
public final class ModuleUsage {
  private final SortedSet<Integer> indirectTypes = new TreeSet<>();
  private final SortedSet<Integer> referenceTypes = new TreeSet<>();
  private final SortedSet<Integer> tableFunctions = new TreeSet<>();
  private final SortedSet<Integer> otherReferences = new TreeSet<>();
  private final BitSet dataSegments = new BitSet();
  private final BitSet elementSegments = new BitSet();

  private boolean handles;

  private ModuleUsage() {}

  /** Looks through a module. */
  public static ModuleUsage of(ValidModule valid) {
    ModuleUsage usage = new ModuleUsage();
    WasmModule module = valid.decoded();
    for (Function function : module.functions()) {
      usage.scan(valid, function.body(), usage.otherReferences);
    }
    for (ElementSegment segment : module.elements()) {
      segment.initializers().forEach(body -> usage.scan(valid, body, usage.tableFunctions));
    }
    for (GlobalDefinition global : module.globals()) {
      usage.scan(valid, global.initializer(), usage.otherReferences);
    }
    for (TableDefinition table : module.tables()) {
      table.initializer().ifPresent(body -> usage.scan(valid, body, usage.tableFunctions));
    }
    for (Export export : module.exports()) {
      if (export.kind() == ExternKind.FUNCTION) {
        usage.otherReferences.add(export.index());
      }
    }
    usage.otherReferences.removeAll(usage.tableFunctions);
    return usage;
  }

  private void scan(ValidModule valid, Body body, SortedSet<Integer> references) {
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      Opcode opcode = instruction.opcode();
      handles |= opcode == ControlOpcode.TRY_TABLE || opcode == ControlOpcode.TRY;
      if (instruction instanceof Instruction.DoublyIndexed indexed) {
        if (opcode == ControlOpcode.CALL_INDIRECT || opcode == ControlOpcode.RETURN_CALL_INDIRECT) {
          indirectTypes.add(indexed.first());
        } else if (opcode == MemoryOpcode.MEMORY_INIT) {
          dataSegments.set(indexed.first());
        } else if (opcode == TableOpcode.TABLE_INIT) {
          elementSegments.set(indexed.first());
        } else if (opcode == AggregateOpcode.ARRAY_NEW_DATA
            || opcode == AggregateOpcode.ARRAY_INIT_DATA) {
          dataSegments.set(indexed.second());
        } else if (opcode == AggregateOpcode.ARRAY_NEW_ELEM
            || opcode == AggregateOpcode.ARRAY_INIT_ELEM) {
          elementSegments.set(indexed.second());
        }
      } else if (instruction instanceof Instruction.Indexed indexed) {
        if (opcode == ReferenceOpcode.REF_FUNC) {
          references.add(indexed.index());
        } else if (opcode == ControlOpcode.CALL_REF || opcode == ControlOpcode.RETURN_CALL_REF) {
          referenceTypes.add(indexed.index());
        } else if (opcode == MemoryOpcode.DATA_DROP) {
          dataSegments.set(indexed.index());
        } else if (opcode == TableOpcode.ELEM_DROP) {
          elementSegments.set(indexed.index());
        }
      } else if (instruction instanceof Instruction.HeapTyped typed
          && opcode != ReferenceOpcode.REF_NULL) {
        addCast(valid, typed.type());
      } else if (instruction instanceof Instruction.BranchOnCast branch) {
        addCast(valid, branch.target());
      }
    }
  }

  /** Casts to function types go through the classes of these. */
  private void addCast(ValidModule valid, ReferenceType target) {
    if (target.heapType() instanceof ConcreteHeapType concrete
        && valid.spaces().type(concrete.typeIndex()).composite() instanceof FunctionType) {
      indirectTypes.add(concrete.typeIndex());
    }
  }

  /** Returns whether code handles exceptions. */
  public boolean handlesExceptions() {
    return handles;
  }

  /** Returns the type indices of indirect calls and of casts of functions. */
  public SortedSet<Integer> indirectTypes() {
    return indirectTypes;
  }

  /** Returns the type indices of calls of references. */
  public SortedSet<Integer> referenceTypes() {
    return referenceTypes;
  }

  /** Returns the functions that tables are filled with: indirect calls reach them. */
  public SortedSet<Integer> tableFunctions() {
    return tableFunctions;
  }

  /** Returns the further functions that are needed as values, exports among them. */
  public SortedSet<Integer> otherReferences() {
    return otherReferences;
  }

  /** Returns whether instructions name a data segment. */
  public boolean usesData(int dataIndex) {
    return dataSegments.get(dataIndex);
  }

  /** Returns whether instructions name an element segment. */
  public boolean usesElements(int elementIndex) {
    return elementSegments.get(elementIndex);
  }
}

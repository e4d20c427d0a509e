package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.SetLocal;
import org.wasm2java.aot.type.ValueType;

/** The locals of a function that is being lowered; hands out temporaries with dense indices. */
final class Locals {
  /** A local that nothing reads or assigns. */
  private static final Local NONE = Local.temporary(-1, Carrier.INT);

  private final List<Local> declared;
  private final List<Local> memories = new ArrayList<>();
  private final List<Integer> memoryIndices;
  private final int direct;
  private final Local surplus;
  private int count;

  /**
   * The locals.
   *
   * @param declared parameters and declared locals, in wasm's order
   * @param direct how many parameters are parameters of the Java method, see {@link
   *     org.wasm2java.aot.ir.JavaSignature}
   * @param forms the form of each memory of the module
   * @param memoryIndices the memories that the function loads from or stores to
   */
  Locals(List<Local> declared, int direct, List<MemoryForm> forms, List<Integer> memoryIndices) {
    this.declared = declared;
    this.direct = direct;
    this.memoryIndices = memoryIndices;
    this.count = declared.size();
    for (int memoryIndex : memoryIndices) {
      memories.add(Local.memory(count++, forms.get(memoryIndex), memoryIndex));
    }
    this.surplus = isSurplus(direct) ? temporary(Carrier.OBJECTS) : NONE;
  }

  Local none() {
    return NONE;
  }

  Local declared(int localIndex) {
    return declared.get(localIndex);
  }

  Local temporary(Carrier carrier) {
    return Local.temporary(count++, carrier);
  }

  /** Returns a temporary for a value of each type. */
  List<Local> temporariesOf(List<ValueType> types) {
    return Carrier.of(types).stream().map(this::temporary).toList();
  }

  private boolean isSurplus(int index) {
    return index >= direct
        && index < declared.size()
        && declared.get(index).origin() == Local.Origin.PARAMETER;
  }

  /** Returns the parameters of the Java method. */
  List<Local> parameters() {
    List<Local> parameters = new ArrayList<>(declared.subList(0, direct));
    if (surplus != NONE) {
      parameters.add(surplus);
    }
    return parameters;
  }

  /**
   * Returns the statements that take parameters from their array, give declared locals their zeros
   * and fetch the arrays of memories.
   */
  List<Stmt> initial() {
    List<Stmt> statements = new ArrayList<>();
    for (Local local : declared) {
      if (local.origin() == Local.Origin.DECLARED) {
        statements.add(new SetLocal(local, new Expr.Constant(local.carrier(), 0)));
      } else if (isSurplus(local.index())) {
        statements.add(new SetLocal(local, carried(local)));
      }
    }
    memories.forEach(memory -> statements.add(load(memory)));
    return statements;
  }

  private Expr carried(Local parameter) {
    List<Expr> array = List.of(new Expr.GetLocal(surplus));
    int position = parameter.index() - direct;
    return new Expr.Entity(EntityOperation.ARRAY_GET, parameter.carrier(), position, 0, array);
  }

  /** Returns the locals that hold the arrays of the memories the function uses. */
  List<Local> memories() {
    return memories;
  }

  /** Returns the local that holds a memory's array. */
  Local memory(int memoryIndex) {
    return memories.get(memoryIndices.indexOf(memoryIndex));
  }

  /** Returns the statement that fetches a memory's array. */
  Stmt load(Local memory) {
    int memoryIndex = memoryIndices.get(memories.indexOf(memory));
    return new SetLocal(
        memory,
        new Expr.Entity(EntityOperation.MEMORY_BYTES, memory.carrier(), memoryIndex, 0, List.of()));
  }

  int count() {
    return count;
  }
}

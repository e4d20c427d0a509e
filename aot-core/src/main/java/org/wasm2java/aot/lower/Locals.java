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
  private final List<Local> passed = new ArrayList<>();
  private final List<Stmt> joined = new ArrayList<>();
  private final int parameters;
  private final int direct;
  private final Local surplus;
  private int count;

  /**
   * The locals.
   *
   * @param declared parameters and declared locals, in wasm's order
   * @param parameters how many of them are parameters
   * @param direct how many values are parameters of the Java method, see {@link
   *     org.wasm2java.aot.ir.JavaSignature}
   * @param forms the form of each memory of the module
   * @param memoryIndices the memories that the function loads from or stores to
   */
  Locals(
      List<Local> declared,
      int parameters,
      int direct,
      List<MemoryForm> forms,
      List<Integer> memoryIndices) {
    this.declared = declared;
    this.parameters = parameters;
    this.direct = direct;
    this.memoryIndices = memoryIndices;
    this.count = declared.size();
    for (int memoryIndex : memoryIndices) {
      memories.add(Local.memory(count++, forms.get(memoryIndex), memoryIndex));
    }
    declared.subList(0, parameters).forEach(this::pass);
    this.surplus = passed.size() > direct ? temporary(Carrier.OBJECTS) : NONE;
  }

  /** A vector is passed as its halves, which are joined when the function begins. */
  private void pass(Local parameter) {
    if (parameter.carrier() != Carrier.VECTOR) {
      passed.add(parameter);
      return;
    }
    Local low = half(parameter, "_low");
    Local high = half(parameter, "_high");
    Expr vector = Vectors.ofHalves(new Expr.GetLocal(low), new Expr.GetLocal(high));
    joined.add(new SetLocal(parameter, vector));
  }

  private Local half(Local vector, String suffix) {
    String name = vector.name().isEmpty() ? "p" + vector.index() : vector.name();
    Local half = Local.parameter(count++, Carrier.LONG, name + suffix);
    passed.add(half);
    return half;
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
    return types.stream().map(Carrier::whole).map(this::temporary).toList();
  }

  /** Returns the parameters of the Java method. */
  List<Local> parameters() {
    List<Local> method = new ArrayList<>(passed.subList(0, direct));
    if (surplus != NONE) {
      method.add(surplus);
    }
    return method;
  }

  /** Returns the statements that take parameters from their array and join vectors. */
  List<Stmt> received() {
    List<Stmt> statements = new ArrayList<>();
    for (int i = direct; i < passed.size(); i++) {
      statements.add(new SetLocal(passed.get(i), carried(passed.get(i), i - direct)));
    }
    statements.addAll(joined);
    return statements;
  }

  /** Returns the statements that give declared locals their zeros. */
  List<Stmt> zeros() {
    List<Stmt> statements = new ArrayList<>();
    for (Local local : declared.subList(parameters, declared.size())) {
      statements.add(new SetLocal(local, zero(local.carrier())));
    }
    return statements;
  }

  /** Returns the statements that fetch the arrays of memories. */
  List<Stmt> fetches() {
    return memories.stream().map(this::load).toList();
  }

  private static Expr zero(Carrier carrier) {
    return carrier == Carrier.VECTOR ? Vectors.ZERO : new Expr.Constant(carrier, 0);
  }

  private Expr carried(Local parameter, int position) {
    List<Expr> array = List.of(new Expr.GetLocal(surplus));
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

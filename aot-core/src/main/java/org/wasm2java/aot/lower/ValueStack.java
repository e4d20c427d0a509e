package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.SetLocal;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

/**
 * The operand stack of a function that is being lowered. Values stay expressions until a statement
 * with conflicting effects is emitted; then they are named by a temporary at the place where
 * WebAssembly evaluated them, in order.
 *
 * <p>A pending value may lie below open constructs: then its temporary is assigned before the
 * outermost construct that was opened after it, which is where control came from on every path.
 */
final class ValueStack {
  /**
   * Java compilers recurse into expressions, and people read them: beyond this a value is named.
   */
  private static final int MAX_DEPTH = 24;

  private static final int MAX_NODES = 96;

  /** Arguments of a call that have more nodes together are named: a method must have room. */
  private static final int MAX_ARGUMENT_NODES = 4 * MAX_NODES;

  /** What must have happened before control can leave the place where a value is pending. */
  static final int KEPT = Effects.TRAPS | Effects.WRITES;

  private static final BitSet NOTHING = new BitSet(0);

  private final List<PendingValue> values = new ArrayList<>();
  private final List<OpenConstruct> constructs = new ArrayList<>();
  private final Locals locals;
  private final List<Local> memoryLocals;
  private final boolean naming;

  ValueStack(Locals locals) {
    this(locals, true);
  }

  /** A stack that names no large values, for expressions that have no place for statements. */
  static ValueStack ofConstants(Locals locals) {
    return new ValueStack(locals, false);
  }

  private ValueStack(Locals locals, boolean naming) {
    this.locals = locals;
    this.naming = naming;
    this.memoryLocals = locals.memories();
  }

  int height() {
    return values.size();
  }

  void open(OpenConstruct construct) {
    constructs.add(construct);
  }

  OpenConstruct current() {
    return constructs.get(constructs.size() - 1);
  }

  /** Forgets the innermost construct and the values above its base. */
  void close() {
    cut(current().base());
    constructs.remove(constructs.size() - 1);
  }

  /** Returns the function's body, the outermost construct. */
  OpenConstruct function() {
    return constructs.get(0);
  }

  /** Returns how many constructs are open, the function's body among them. */
  int constructs() {
    return constructs.size();
  }

  /** Returns the construct that a label index counts to, 0 being the innermost. */
  OpenConstruct construct(int label) {
    return constructs.get(constructs.size() - 1 - label);
  }

  /** Pushes a value; of what is always null the effects happen and null is pushed. */
  void push(PendingValue value) {
    if (value.expr().carrier() == Carrier.NULL && value.constant().isEmpty()) {
      drop(value);
      values.add(PendingValue.leaf(new Expr.Constant(Carrier.NULL, 0)));
    } else {
      values.add(value);
    }
  }

  /** Does what has effects, and leaves the value of a popped operand. */
  void drop(PendingValue value) {
    if (!Effects.isRemovable(value.effects())) {
      emit(new Stmt.Evaluate(value.expr()), value.effects());
    }
  }

  void push(Expr leaf) {
    push(PendingValue.leaf(leaf));
  }

  PendingValue peek(int fromTop) {
    return values.get(values.size() - 1 - fromTop);
  }

  /** Returns the constant that the value {@code fromTop} below the top is, if it is one. */
  Optional<Expr.Constant> constant(int fromTop) {
    return peek(fromTop).constant();
  }

  /** Returns the top {@code count} values; the first is the one pushed first. */
  List<PendingValue> top(int count) {
    return List.copyOf(values.subList(values.size() - count, values.size()));
  }

  PendingValue pop() {
    return values.remove(values.size() - 1);
  }

  /** Pops {@code count} values; the first is the one pushed first. */
  List<PendingValue> pop(int count) {
    List<PendingValue> popped = top(count);
    cut(values.size() - count);
    return popped;
  }

  /** Forgets all values above a height; their effects must have been kept before. */
  void cut(int height) {
    values.subList(height, values.size()).clear();
  }

  /**
   * Pushes a node with a value, over operands that were popped just now. A vector with effects is
   * named, see {@link VectorLowering}.
   */
  void pushNode(Expr node, List<PendingValue> operands) {
    PendingValue value = PendingValue.node(node, operands);
    push(value);
    boolean large = value.depth() > MAX_DEPTH || value.nodes() >= MAX_NODES;
    boolean vector = node.carrier() == Carrier.VECTOR && value.effects() != Effects.NONE;
    if (naming && (large || vector)) {
      name(0);
    }
  }

  /** Pushes the vector of two halves, which are leaves. */
  void pushHalves(Expr low, Expr high) {
    List<PendingValue> halves = List.of(PendingValue.leaf(low), PendingValue.leaf(high));
    pushNode(Vectors.ofHalves(low, high), halves);
  }

  /** Does what has no value, over operands that were popped just now. */
  void perform(Expr node, List<PendingValue> operands) {
    emit(new Stmt.Evaluate(node), PendingValue.effects(node, operands));
  }

  /** Names the value {@code fromTop} below the top, unless it costs nothing to evaluate again. */
  void name(int fromTop) {
    int index = values.size() - 1 - fromTop;
    PendingValue value = values.get(index);
    if (value.isTrivial()) {
      return;
    }
    makeRoom(index, value.effects(), locals.none());
    assignTemporary(index);
  }

  /** Names the arguments of a call, the top {@code count} values, if they are large together. */
  void boundArguments(int count) {
    int nodes = 0;
    for (int fromTop = count - 1; fromTop >= 0; fromTop--) {
      nodes += peek(fromTop).nodes();
    }
    for (int fromTop = count - 1; fromTop >= 0 && nodes > MAX_ARGUMENT_NODES; fromTop--) {
      name(fromTop);
    }
  }

  /**
   * Puts what carries them in place of values that travel between functions: a vector is two
   * numbers there.
   *
   * @param types the types of the values
   * @param above how many values lie above them
   * @return how many there are then
   */
  int spread(List<ValueType> types, int above) {
    if (!types.contains(VectorType.V128)) {
      return types.size();
    }
    for (int i = 0; i < types.size(); i++) {
      if (types.get(i) == VectorType.V128) {
        name(types.size() - 1 - i + above);
      }
    }
    List<PendingValue> rest = pop(above);
    int count = 0;
    for (PendingValue value : pop(types.size())) {
      boolean vector = value.expr().carrier() == Carrier.VECTOR;
      count += vector ? 2 : 1;
      if (vector) {
        push(PendingValue.node(Vectors.half(value.expr(), 0), List.of(value)));
        push(PendingValue.node(Vectors.half(value.expr(), 1), List.of(value)));
      } else {
        push(value);
      }
    }
    rest.forEach(this::push);
    return count;
  }

  /** Names those of the top {@code count} values that have one of the effects. */
  void nameAny(int count, int effects) {
    for (int fromTop = count - 1; fromTop >= 0; fromTop--) {
      if ((peek(fromTop).effects() & effects) != 0) {
        name(fromTop);
      }
    }
  }

  /** Names the top {@code count} values, the lowest first. */
  void nameTop(int count) {
    nameBelow(0, count);
  }

  /** Names {@code count} values below the top {@code above} ones, the lowest first. */
  void nameBelow(int above, int count) {
    for (int fromTop = above + count - 1; fromTop >= above; fromTop--) {
      name(fromTop);
    }
  }

  /**
   * Names those of the top {@code count} values that may grow a memory: they become statements, so
   * that the array is fetched behind them.
   */
  void nameGrowing(int count) {
    if (!memoryLocals.isEmpty()) {
      nameAny(count, Effects.GROWS);
    }
  }

  /** Names every value of the whole stack that has one of the effects. */
  void nameAll(int effects) {
    nameAny(values.size(), effects);
  }

  /** Emits a statement whose operands have been popped. */
  void emit(Stmt statement, int effects) {
    makeRoom(values.size(), effects, locals.none());
    append(current(), statement, effects);
  }

  /** Names what must be evaluated before a conditional with such a condition, popped already. */
  void beforeControl(int effects) {
    makeRoom(values.size(), effects | Effects.CONTROL, locals.none());
  }

  /** Emits a statement that control leaves by, behind all that must have happened before. */
  Flow leave(Stmt statement) {
    nameAll(KEPT);
    current().add(statement);
    return Flow.AWAY;
  }

  /** Emits an assignment whose operand has been popped. */
  void assign(Local local, PendingValue value) {
    makeRoom(values.size(), value.effects(), local);
    append(current(), new SetLocal(local, value.expr()), value.effects());
  }

  /** Names the values below {@code end} that must not be evaluated after something else. */
  private void makeRoom(int end, int effects, Local assigned) {
    BitSet named = NOTHING;
    int combined = effects;
    for (int i = end - 1; i >= 0; i--) {
      PendingValue value = values.get(i);
      if (Effects.conflict(value.effects(), combined)
          || (assigned != locals.none() && value.reads(assigned))) {
        named = named == NOTHING ? new BitSet(end) : named;
        named.set(i);
        combined |= value.effects();
      }
    }
    for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
      assignTemporary(i);
    }
  }

  private void assignTemporary(int index) {
    PendingValue value = values.get(index);
    Local temporary = locals.temporary(value.expr().carrier());
    append(owner(index), new SetLocal(temporary, value.expr()), value.effects());
    values.set(index, PendingValue.leaf(new GetLocal(temporary)));
  }

  /** Returns the innermost construct that was open when the value was pushed. */
  private OpenConstruct owner(int index) {
    int construct = constructs.size() - 1;
    while (construct > 0 && constructs.get(construct).base() > index) {
      construct--;
    }
    return constructs.get(construct);
  }

  private void append(OpenConstruct construct, Stmt statement, int effects) {
    construct.add(statement);
    if ((effects & Effects.GROWS) != 0) {
      for (Local memory : memoryLocals) {
        construct.add(locals.load(memory));
      }
    }
  }
}

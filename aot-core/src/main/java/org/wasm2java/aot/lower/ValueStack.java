package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.SetLocal;

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

  private final List<Pending> values = new ArrayList<>();
  private final List<Frame> frames = new ArrayList<>();
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

  void open(Frame frame) {
    frames.add(frame);
  }

  Frame current() {
    return frames.get(frames.size() - 1);
  }

  Frame close() {
    return frames.remove(frames.size() - 1);
  }

  int depth() {
    return frames.size();
  }

  /** Returns the frame that a label index counts to, 0 being the innermost. */
  Frame frame(int label) {
    return frames.get(frames.size() - 1 - label);
  }

  void push(Pending value) {
    values.add(value);
  }

  void push(Expr leaf) {
    values.add(Pending.leaf(leaf));
  }

  Pending peek(int fromTop) {
    return values.get(values.size() - 1 - fromTop);
  }

  /** Returns the constant that the value {@code fromTop} below the top is, if it is one. */
  Optional<Expr.Constant> constant(int fromTop) {
    return peek(fromTop).constant();
  }

  /** Returns the top {@code count} values; the first is the one pushed first. */
  List<Pending> top(int count) {
    return List.copyOf(values.subList(values.size() - count, values.size()));
  }

  Pending pop() {
    return values.remove(values.size() - 1);
  }

  /** Pops {@code count} values; the first is the one pushed first. */
  List<Pending> pop(int count) {
    List<Pending> popped = top(count);
    cut(values.size() - count);
    return popped;
  }

  /** Forgets all values above a height; their effects must have been kept before. */
  void cut(int height) {
    values.subList(height, values.size()).clear();
  }

  /** Pushes a node with a value, over operands that were popped just now. */
  void pushNode(Expr node, List<Pending> operands) {
    Pending value = Pending.node(node, operands);
    push(value);
    if (naming && (value.depth() > MAX_DEPTH || value.nodes() >= MAX_NODES)) {
      name(0);
    }
  }

  /** Does what has no value, over operands that were popped just now. */
  void perform(Expr node, List<Pending> operands) {
    emit(new Stmt.Evaluate(node), Pending.effects(node, operands));
  }

  /** Names the value {@code fromTop} below the top, unless it costs nothing to evaluate again. */
  void name(int fromTop) {
    int index = values.size() - 1 - fromTop;
    Pending value = values.get(index);
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

  /** Names those of the top {@code count} values that have one of the effects. */
  void nameAny(int count, int effects) {
    for (int fromTop = count - 1; fromTop >= 0; fromTop--) {
      if ((peek(fromTop).effects() & effects) != 0) {
        name(fromTop);
      }
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
    current().statements.add(statement);
    return Flow.AWAY;
  }

  /** Emits an assignment whose operand has been popped. */
  void assign(Local local, Pending value) {
    makeRoom(values.size(), value.effects(), local);
    append(current(), new SetLocal(local, value.expr()), value.effects());
  }

  /** Names the values below {@code end} that must not be evaluated after something else. */
  private void makeRoom(int end, int effects, Local assigned) {
    BitSet named = NOTHING;
    int combined = effects;
    for (int i = end - 1; i >= 0; i--) {
      Pending value = values.get(i);
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
    Pending value = values.get(index);
    Local temporary = locals.temporary(value.expr().carrier());
    append(owner(index), new SetLocal(temporary, value.expr()), value.effects());
    values.set(index, Pending.leaf(new GetLocal(temporary)));
  }

  /** Returns the innermost frame that was open when the value was pushed. */
  private Frame owner(int index) {
    int frame = frames.size() - 1;
    while (frame > 0 && frames.get(frame).base > index) {
      frame--;
    }
    return frames.get(frame);
  }

  private void append(Frame frame, Stmt statement, int effects) {
    frame.statements.add(statement);
    if ((effects & Effects.GROWS) != 0) {
      for (Local memory : memoryLocals) {
        frame.statements.add(locals.load(memory));
      }
    }
  }
}

package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.VectorOpcode;

/**
 * A value, evaluated operands first and left to right. Immutable; operands are shared freely.
 *
 * <p>{@link #operands} and {@link #withOperands} let a pass walk and rebuild trees without knowing
 * each form.
 */
public sealed interface Expr
    permits Aggregate,
        Cast,
        Expr.Call,
        Expr.CallIndirect,
        Expr.Constant,
        Expr.Entity,
        Expr.GetGlobal,
        Expr.GetLocal,
        Expr.Load,
        Expr.Lookup,
        Expr.Operation,
        Expr.Select,
        Expr.Vector {
  /** The offset of what no instruction of the module stands for. */
  int NOWHERE = -1;

  /** Returns how Java carries the value. */
  Carrier carrier();

  /** Returns the operands in the order of evaluation. */
  List<Expr> operands();

  /** Returns the same expression over other operands. */
  Expr withOperands(List<Expr> operands);

  /** Returns what evaluating this node does beside its operands, see {@link Effects}. */
  int ownEffects();

  /** Calls the visitor's method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** One method per form of expression. */
  interface Visitor<R> {
    /** Visits a constant. */
    R constant(Constant constant);

    /** Visits a read of a local. */
    R getLocal(GetLocal getLocal);

    /** Visits an operation that its opcode's row describes. */
    R operation(Operation operation);

    /** Visits a vector instruction. */
    R vector(Vector vector);

    /** Visits a load from a memory. */
    R load(Load load);

    /** Visits a read of a global. */
    R getGlobal(GetGlobal getGlobal);

    /** Visits a choice between two values. */
    R select(Select select);

    /** Visits an access to a constant table. */
    R lookup(Lookup lookup);

    /** Visits a direct call. */
    R call(Call call);

    /** Visits a call through a table. */
    R callIndirect(CallIndirect callIndirect);

    /** Visits an operation on an entity of the module. */
    R entity(Entity entity);

    /** Visits an operation on a structure, an array or a 31-bit integer. */
    R aggregate(Aggregate aggregate);

    /** Visits what depends on the type of a reference. */
    R cast(Cast cast);
  }

  /** How Java reaches what a load or store of more than a byte reads or writes. */
  enum AccessStyle {
    /** It calls a method of the runtime's {@code Access}; what nobody has decided on is so. */
    CALL,
    /** It has a view of the memory's array written out. */
    VIEW
  }

  /** A number given by its raw bits, or the null reference (bits 0 of a reference carrier). */
  record Constant(Carrier carrier, long bits) implements Expr {
    /** Returns whether it is the integer zero. */
    public boolean isZero() {
      return carrier == Carrier.LONG ? bits == 0 : carrier == Carrier.INT && (int) bits == 0;
    }

    @Override
    public List<Expr> operands() {
      return List.of();
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return this;
    }

    @Override
    public int ownEffects() {
      return Effects.NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** The value of a local. */
  record GetLocal(Local local) implements Expr {
    @Override
    public Carrier carrier() {
      return local.carrier();
    }

    @Override
    public List<Expr> operands() {
      return List.of();
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return this;
    }

    @Override
    public int ownEffects() {
      return Effects.NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.getLocal(this);
    }
  }

  /**
   * A numeric operation; the row's Java form says how it is written.
   *
   * @param at the instruction's byte offset in the module, or {@link #NOWHERE}
   */
  record Operation(Opcode opcode, Carrier carrier, List<Expr> operands, int at) implements Expr {
    /** Copies the operands. */
    public Operation {
      operands = List.copyOf(operands);
    }

    /** An operation that is no instruction of the module. */
    public Operation(Opcode opcode, Carrier carrier, List<Expr> operands) {
      this(opcode, carrier, operands, NOWHERE);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Operation(opcode, carrier, operands, at);
    }

    @Override
    public int ownEffects() {
      return Effects.of(opcode);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.operation(this);
    }
  }

  /**
   * A vector instruction other than a load: one of its operands, or what it gives, is a whole
   * vector. Lanes replace it before a function is optimized.
   *
   * @param low the low half of a constant or of the lanes of a shuffle; the number of a lane
   * @param high the high half
   */
  record Vector(VectorOpcode opcode, Carrier carrier, List<Expr> operands, long low, long high)
      implements Expr {
    /** Copies the operands. */
    public Vector {
      operands = List.copyOf(operands);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Vector(opcode, carrier, operands, low, high);
    }

    @Override
    public int ownEffects() {
      return Effects.NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.vector(this);
    }
  }

  /**
   * A load.
   *
   * @param bytes the local that holds the memory's array
   * @param offset what is added to the address, unsigned
   * @param nonNegative whether the address is known not to be negative as a Java int
   * @param style how Java reaches it
   * @param at the instruction's byte offset in the module
   */
  record Load(
      Opcode opcode,
      Carrier carrier,
      Local bytes,
      long offset,
      Expr address,
      boolean nonNegative,
      AccessStyle style,
      int at)
      implements Expr {
    /** Returns the same load, reached in this way. */
    public Load withStyle(AccessStyle other) {
      return new Load(opcode, carrier, bytes, offset, address, nonNegative, other, at);
    }

    @Override
    public List<Expr> operands() {
      return List.of(address);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Load(opcode, carrier, bytes, offset, operands.get(0), nonNegative, style, at);
    }

    @Override
    public int ownEffects() {
      return Effects.TRAPS | Effects.READS_MEMORY;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.load(this);
    }
  }

  /**
   * The value of a global.
   *
   * @param part which of the carriers of its value it is
   */
  record GetGlobal(int globalIndex, int part, Carrier carrier) implements Expr {
    @Override
    public List<Expr> operands() {
      return List.of();
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return this;
    }

    @Override
    public int ownEffects() {
      return Effects.READS_GLOBAL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.getGlobal(this);
    }
  }

  /** One of two values that are both safe to leave unevaluated. */
  record Select(Expr condition, Expr ifTrue, Expr ifFalse) implements Expr {
    @Override
    public Carrier carrier() {
      return ifTrue.carrier();
    }

    @Override
    public List<Expr> operands() {
      return List.of(condition, ifTrue, ifFalse);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Select(operands.get(0), operands.get(1), operands.get(2));
    }

    @Override
    public int ownEffects() {
      return Effects.NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.select(this);
    }
  }

  /**
   * An entry of a constant table, or another number where the table has no such entry. Of a long,
   * each byte is the number of an entry, without sign, and becomes the entry.
   *
   * @param index which entry, or eight of them
   * @param table the entries, none of them negative
   */
  record Lookup(Expr index, int[] table, int otherwise) implements Expr {
    /** A switch over fewer entries is better than a table. */
    public static final int LEAST = 512;

    @Override
    public Carrier carrier() {
      return index.carrier();
    }

    @Override
    public List<Expr> operands() {
      return List.of(index);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Lookup(operands.get(0), table, otherwise);
    }

    @Override
    public int ownEffects() {
      return Effects.NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.lookup(this);
    }
  }

  /**
   * A direct call; results after the first are read by {@link EntityOperation#EXTRA_RESULT}.
   *
   * @param grows whether the callee may grow a memory
   * @param at the instruction's byte offset in the module
   */
  record Call(int functionIndex, Carrier carrier, List<Expr> operands, boolean grows, int at)
      implements Expr {
    /** Copies the operands. */
    public Call {
      operands = List.copyOf(operands);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Call(functionIndex, carrier, operands, grows, at);
    }

    @Override
    public int ownEffects() {
      return grows ? Effects.CALL | Effects.GROWS : Effects.CALL;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /**
   * A call through a table or of a reference; Java evaluates the index or reference first, so
   * lowering keeps it free of order.
   *
   * @param tableIndex the table, or {@link #NO_TABLE}
   * @param index the index in the table, or the reference
   * @param at the instruction's byte offset in the module
   */
  record CallIndirect(
      int typeIndex, int tableIndex, Carrier carrier, Expr index, List<Expr> arguments, int at)
      implements Expr {
    /** The index of the table where a reference is called. */
    public static final int NO_TABLE = -1;

    /** Copies the arguments. */
    public CallIndirect {
      arguments = List.copyOf(arguments);
    }

    /** Returns whether it calls a reference. */
    public boolean isOfReference() {
      return tableIndex == NO_TABLE;
    }

    @Override
    public List<Expr> operands() {
      List<Expr> all = new ArrayList<>(arguments.size() + 1);
      all.add(index);
      all.addAll(arguments);
      return all;
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      List<Expr> rest = operands.subList(1, operands.size());
      return new CallIndirect(typeIndex, tableIndex, carrier, operands.get(0), rest, at);
    }

    @Override
    public int ownEffects() {
      return Effects.CALL | Effects.GROWS;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.callIndirect(this);
    }
  }

  /**
   * An operation on the module's entities; the meaning of the indices is the operation's.
   *
   * @param at the instruction's byte offset in the module, or {@link #NOWHERE}
   */
  record Entity(
      EntityOperation operation,
      Carrier carrier,
      int first,
      int second,
      List<Expr> operands,
      int at)
      implements Expr {
    /** Copies the operands. */
    public Entity {
      operands = List.copyOf(operands);
    }

    /** Returns whether it reads the field that carries the function's result of a position. */
    public boolean isResult(int position) {
      return operation == EntityOperation.EXTRA_RESULT && first == position;
    }

    /** An operation that is no instruction of the module. */
    public Entity(
        EntityOperation operation, Carrier carrier, int first, int second, List<Expr> operands) {
      this(operation, carrier, first, second, operands, NOWHERE);
    }

    @Override
    public Expr withOperands(List<Expr> operands) {
      return new Entity(operation, carrier, first, second, operands, at);
    }

    @Override
    public int ownEffects() {
      return operation.effects();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.entity(this);
    }
  }
}

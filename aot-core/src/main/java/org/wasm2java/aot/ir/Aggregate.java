package org.wasm2java.aot.ir;

import java.util.List;

/**
 * An operation on a structure, an array or a 31-bit integer.
 *
 * @param typeIndex the type, by the least index of equal types; -1 if the operation has none
 * @param member the index of a field or segment; -1 if the operation has none
 * @param part which carrier of the value it reads or writes; -1 for all of them
 * @param effects what it does beside its operands
 * @param at the instruction's byte offset in the module, or {@link Expr#NOWHERE}
 */
public record Aggregate(
    AggregateOperation operation,
    Carrier carrier,
    int typeIndex,
    int member,
    int part,
    List<Expr> operands,
    int effects,
    int at)
    implements Expr {
  /** Copies the operands. */
  public Aggregate {
    operands = List.copyOf(operands);
  }

  /** An operation that names neither a type nor a member. */
  public static Aggregate untyped(
      AggregateOperation operation, Carrier carrier, List<Expr> operands, int effects, int at) {
    return new Aggregate(operation, carrier, -1, -1, -1, operands, effects, at);
  }

  /** Returns the same operation with further effects. */
  public Aggregate withEffects(int further) {
    return new Aggregate(
        operation, carrier, typeIndex, member, part, operands, effects | further, at);
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return new Aggregate(operation, carrier, typeIndex, member, part, operands, effects, at);
  }

  @Override
  public int ownEffects() {
    return effects;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.aggregate(this);
  }
}

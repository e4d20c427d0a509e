package org.wasm2java.aot.ir;

import java.util.List;
import org.wasm2java.aot.type.ReferenceType;

/**
 * What depends on the type of a reference at run time.
 *
 * @param target the type
 * @param at the instruction's byte offset in the module, or {@link Expr#NOWHERE}
 */
public record Cast(Form form, ReferenceType target, Carrier carrier, Expr operand, int at)
    implements Expr {
  /** What is done with the type. */
  public enum Form {
    /** Whether the reference is of the type, as an integer. */
    TEST,
    /** The reference as one of the type; traps if it is not. */
    CHECKED,
    /** The reference as one of the type, which it is known to be. */
    KNOWN
  }

  @Override
  public List<Expr> operands() {
    return List.of(operand);
  }

  @Override
  public Expr withOperands(List<Expr> operands) {
    return new Cast(form, target, carrier, operands.get(0), at);
  }

  @Override
  public int ownEffects() {
    return form == Form.CHECKED ? Effects.TRAPS : Effects.NONE;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.cast(this);
  }
}

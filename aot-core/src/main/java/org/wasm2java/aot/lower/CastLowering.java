package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Aggregate;
import org.wasm2java.aot.ir.AggregateOperation;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Cast;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Lowers tests, casts and comparisons of references.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/instructions.html#reference-instructions">Reference
 *     instructions</a>
 */
final class CastLowering {
  private final ValidModule module;
  private final ValueStack stack;

  CastLowering(ValidModule module, ValueStack stack) {
    this.module = module;
    this.stack = stack;
  }

  /** Returns a reference that is known to be of a type as one of a carrier. */
  static Expr known(ReferenceType target, Carrier carrier, Expr reference) {
    return new Cast(Cast.Form.KNOWN, target, carrier, reference, Expr.NOWHERE);
  }

  /** Returns a reference as one of a type above its own. */
  static Expr asA(ReferenceType type, Expr reference) {
    Carrier carrier = Carrier.single(type);
    return reference instanceof Expr.Constant
        ? new Expr.Constant(carrier, 0)
        : known(type, carrier, reference);
  }

  /** Lowers {@code ref.eq}. */
  Flow equal(int at) {
    List<PendingValue> operands = stack.pop(2);
    List<Expr> exprs = PendingValue.exprs(operands);
    stack.pushNode(
        Aggregate.untyped(AggregateOperation.REF_EQ, Carrier.INT, exprs, Effects.NONE, at),
        operands);
    return Flow.NEXT;
  }

  /** Lowers {@code ref.test}. */
  Flow test(Instruction.HeapTyped instruction) {
    ReferenceType type = module.resolved(instruction.type());
    if (type.nullable() && !isBottom(type)) {
      stack.name(0); // looked at twice
    }
    PendingValue reference = stack.pop();
    if (isTop(type) && type.nullable()) {
      stack.drop(reference);
      stack.push(new Expr.Constant(Carrier.INT, 1));
    } else if (isBottom(type) && !type.nullable()) {
      stack.drop(reference);
      stack.push(new Expr.Constant(Carrier.INT, 0));
    } else {
      stack.pushNode(test(type, reference.expr()), List.of(reference));
    }
    return Flow.NEXT;
  }

  private boolean isTop(ReferenceType type) {
    return type.heapType() == module.subtyping().top(type.heapType());
  }

  private static boolean isBottom(ReferenceType type) {
    return type.heapType() instanceof AbstractHeapType heapType
        && switch (heapType) {
          case NONE, NOFUNC, NOEXTERN, NOEXN -> true;
          case ANY, EQ, I31, STRUCT, ARRAY, FUNC, EXTERN, EXN -> false;
        };
  }

  /** Returns the test whether a reference is of a type; what decides by null alone is no cast. */
  private Expr test(ReferenceType type, Expr reference) {
    Expr isNull = test(EntityOperation.REF_IS_NULL, reference);
    if (isBottom(type)) {
      return type.nullable() ? isNull : new Expr.Constant(Carrier.INT, 0);
    }
    if (isTop(type)) {
      return type.nullable()
          ? new Expr.Constant(Carrier.INT, 1)
          : new Expr.Operation(NumericOpcode.I32_EQZ, Carrier.INT, List.of(isNull));
    }
    return new Cast(Cast.Form.TEST, type, Carrier.INT, reference, Expr.NOWHERE);
  }

  private static Expr test(EntityOperation operation, Expr reference) {
    return new Expr.Entity(operation, Carrier.INT, 0, 0, List.of(reference));
  }

  /** Lowers {@code ref.cast}. */
  Flow cast(Instruction.HeapTyped instruction, int at) {
    ReferenceType type = module.resolved(instruction.type());
    PendingValue reference = stack.pop();
    stack.pushNode(
        new Cast(Cast.Form.CHECKED, type, Carrier.single(type), reference.expr(), at),
        List.of(reference));
    return Flow.NEXT;
  }

  /** Returns the test of a branch, over the reference on top, which is named. */
  Expr branchTest(Instruction.BranchOnCast instruction) {
    stack.name(0);
    return test(module.resolved(instruction.target()), stack.peek(0).expr());
  }

  /** Returns the values on top, of which the last is known to be of a branch's type. */
  List<PendingValue> withCast(List<PendingValue> values, Instruction.BranchOnCast instruction) {
    ReferenceType type = module.resolved(instruction.target());
    List<PendingValue> cast = new ArrayList<>(values);
    PendingValue reference = cast.remove(cast.size() - 1);
    cast.add(
        reference.constant().isPresent()
            ? reference
            : PendingValue.node(
                known(type, Carrier.single(type), reference.expr()), List.of(reference)));
    return cast;
  }
}

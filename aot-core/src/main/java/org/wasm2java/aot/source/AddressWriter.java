package org.wasm2java.aot.source;

import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Expr.Load;
import org.wasm2java.aot.ir.NonNegative;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.source.ExpressionWriter.Text;
import org.wasm2java.runtime.Memory;

/**
 * Writes loads and stores against the memory's array. The array's own bounds check is the trap: an
 * address of 2 GiB or more is a negative Java index, and an offset is added only to a base that is
 * not negative, so that no sum can wrap back into the memory.
 */
final class AddressWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final RuntimeTypes types;

  AddressWriter(ExpressionWriter expressions, MethodNames names, RuntimeTypes types) {
    this.expressions = expressions;
    this.names = names;
    this.types = types;
  }

  Text load(Load load) {
    JavaForm.Load form = (JavaForm.Load) load.opcode().javaForm();
    String array = names.local(load.bytes());
    String index = address(load.address(), load.offset(), load.nonNegative());
    boolean direct = form.accessor().isEmpty();
    String element =
        direct
            ? array + "[" + index + "]"
            : "("
                + form.javaType()
                + ") "
                + view(form.accessor())
                + ".get("
                + array
                + ", "
                + index
                + ")";
    if (!form.mask().isEmpty()) {
      return new Text(element + " & " + form.mask(), Precedence.AND);
    }
    if (!form.widening().isEmpty()) {
      return new Text("(" + form.widening() + ") " + element, Precedence.UNARY);
    }
    return new Text(element, direct ? Precedence.PRIMARY : Precedence.UNARY);
  }

  String store(Stmt.Store store) {
    JavaForm.Store form = (JavaForm.Store) store.opcode().javaForm();
    String array = names.local(store.bytes());
    String index = address(store.address(), store.offset(), store.nonNegative());
    String value =
        form.narrowing().isEmpty()
            ? expressions.value(store.value())
            : "(" + form.narrowing() + ") " + expressions.value(store.value(), Precedence.UNARY);
    return form.accessor().isEmpty()
        ? array + "[" + index + "] = " + value
        : view(form.accessor()) + ".set(" + array + ", " + index + ", " + value + ")";
  }

  private String view(String accessor) {
    return types.name(Memory.class) + "." + accessor;
  }

  /** Returns the index into the array for a base address and an unsigned offset. */
  private String address(Expr base, long offset, boolean nonNegative) {
    if (base instanceof Constant constant) {
      long sum = (constant.bits() & 0xFFFFFFFFL) + offset;
      return Long.toString(sum > Integer.MAX_VALUE || sum < 0 ? -1 : sum);
    }
    if (offset == 0) {
      return expressions.value(base);
    }
    if (offset > Integer.MAX_VALUE || offset < 0) {
      return expressions.value(base, Precedence.OR) + " | -1"; // beyond every array
    }
    if (nonNegative || NonNegative.always(base)) {
      return expressions.value(base, Precedence.ADDITIVE) + " + " + offset;
    }
    if (base instanceof GetLocal get) {
      String local = names.local(get.local());
      return local + " < 0 ? " + local + " : " + local + " + " + offset;
    }
    String temporary = names.addressTemporary();
    return "("
        + temporary
        + " = "
        + expressions.value(base)
        + ") < 0 ? "
        + temporary
        + " : "
        + temporary
        + " + "
        + offset;
  }
}

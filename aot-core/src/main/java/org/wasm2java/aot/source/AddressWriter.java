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
import org.wasm2java.runtime.ops.Access;

/**
 * Writes loads and stores against the memory's array. The array's own bounds check is the trap: an
 * address of 2 GiB or more is a negative Java index, and an offset is added only to a base that is
 * not negative, so that no sum can wrap back into the memory.
 */
final class AddressWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final AccessCalls calls;

  AddressWriter(
      ExpressionWriter expressions, MethodNames names, RuntimeTypes types, AccessCalls calls) {
    this.expressions = expressions;
    this.calls = calls;
    this.names = names;
    this.types = types;
  }

  Text load(Load load) {
    JavaForm.Load form = (JavaForm.Load) load.opcode().javaForm();
    Text element = element(load, form);
    if (!form.mask().isEmpty()) {
      return new Text(element.in(Precedence.AND) + " & " + form.mask(), Precedence.AND);
    }
    if (!form.widening().isEmpty()) {
      String text = "(" + form.widening() + ") " + element.in(Precedence.UNARY);
      return new Text(text, Precedence.UNARY);
    }
    return element;
  }

  private Text element(Load load, JavaForm.Load form) {
    String array = names.local(load.bytes());
    if (form.accessor().isEmpty()) {
      String index = index(load.address(), load.offset(), load.nonNegative());
      return Text.primary(array + "[" + index + "]");
    }
    if (calls.next()) {
      String place = place(load.address(), load.offset(), load.nonNegative());
      return Text.primary(access("load", form.accessor()) + "(" + array + ", " + place + ")");
    }
    String index = index(load.address(), load.offset(), load.nonNegative());
    String get = view(form.accessor()) + ".get(" + array + ", " + index + ")";
    return new Text("(" + form.javaType() + ") " + get, Precedence.UNARY);
  }

  String store(Stmt.Store store) {
    JavaForm.Store form = (JavaForm.Store) store.opcode().javaForm();
    String array = names.local(store.bytes());
    if (!form.accessor().isEmpty() && calls.next()) {
      String place = place(store.address(), store.offset(), store.nonNegative());
      String value = stored(store, form);
      return access("store", form.accessor()) + "(" + array + ", " + place + ", " + value + ")";
    }
    String index = index(store.address(), store.offset(), store.nonNegative());
    String value = stored(store, form);
    return form.accessor().isEmpty()
        ? array + "[" + index + "] = " + value
        : view(form.accessor()) + ".set(" + array + ", " + index + ", " + value + ")";
  }

  private String stored(Stmt.Store store, JavaForm.Store form) {
    return form.narrowing().isEmpty()
        ? expressions.value(store.value())
        : "(" + form.narrowing() + ") " + expressions.value(store.value(), Precedence.UNARY);
  }

  private String access(String verb, String accessor) {
    return types.name(Access.class) + "." + verb + accessor;
  }

  private String view(String accessor) {
    return types.name(Memory.class) + "." + accessor;
  }

  /** Returns the arguments of a call of {@link Access} that name the place. */
  private String place(Expr base, long offset, boolean nonNegative) {
    return mayWrap(base, offset, nonNegative)
        ? expressions.value(base) + ", " + offset
        : index(base, offset, nonNegative);
  }

  /** Whether the sum as Java computes it may be an address that the access does not mean. */
  private static boolean mayWrap(Expr base, long offset, boolean nonNegative) {
    return !(base instanceof Constant)
        && offset > 0
        && offset <= Integer.MAX_VALUE
        && !nonNegative
        && !NonNegative.always(base);
  }

  /** Returns the index into the array for a base address and an unsigned offset. */
  private String index(Expr base, long offset, boolean nonNegative) {
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
    if (!mayWrap(base, offset, nonNegative)) {
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

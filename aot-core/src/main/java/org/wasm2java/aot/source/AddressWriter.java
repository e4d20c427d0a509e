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
    this.names = names;
    this.types = types;
    this.calls = calls;
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
    boolean called = calls.next(form);
    String place = place(load.address(), load.offset(), load.nonNegative(), called);
    if (called) {
      return Text.primary(access("load", form) + "(" + array + ", " + place + ")");
    }
    if (!form.isWide()) {
      return Text.primary(array + "[" + place + "]");
    }
    String get = view(form) + ".get(" + array + ", " + place + ")";
    return new Text("(" + form.javaType() + ") " + get, Precedence.UNARY);
  }

  String store(Stmt.Store store) {
    JavaForm.Store form = (JavaForm.Store) store.opcode().javaForm();
    String array = names.local(store.bytes());
    boolean called = calls.next(form);
    String place = place(store.address(), store.offset(), store.nonNegative(), called);
    String value = stored(store, form);
    if (!form.isWide()) {
      return array + "[" + place + "] = " + value;
    }
    String method = called ? access("store", form) : view(form) + ".set";
    return method + "(" + array + ", " + place + ", " + value + ")";
  }

  private String stored(Stmt.Store store, JavaForm.Store form) {
    return form.narrowing().isEmpty()
        ? expressions.value(store.value())
        : "(" + form.narrowing() + ") " + expressions.value(store.value(), Precedence.UNARY);
  }

  private String access(String verb, JavaForm.MemoryAccess form) {
    return types.name(Access.class) + "." + verb + form.accessor();
  }

  private String view(JavaForm.MemoryAccess form) {
    return types.name(Memory.class) + "." + form.accessor();
  }

  /**
   * Returns the index into the array for a base address and an unsigned offset, or both of them for
   * a method of {@link Access} that adds them.
   */
  private String place(Expr base, long offset, boolean nonNegative, boolean called) {
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
    return called ? expressions.value(base) + ", " + offset : guardedSum(base, offset);
  }

  /** Returns the sum of a base that is not negative and an offset, otherwise the base. */
  private String guardedSum(Expr base, long offset) {
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

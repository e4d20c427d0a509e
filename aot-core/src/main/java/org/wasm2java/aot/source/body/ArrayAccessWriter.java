package org.wasm2java.aot.source.body;

import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.Constant;
import org.wasm2java.aot.ir.Expr.GetLocal;
import org.wasm2java.aot.ir.Expr.Load;
import org.wasm2java.aot.ir.NonNegative;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.source.body.ExpressionWriter.Text;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.format.FrameKey;
import org.wasm2java.runtime.ops.Access;
import org.wasm2java.runtime.ops.GcOps;

/**
 * Writes loads and stores of memories that are an array. The array's own bounds check is the trap:
 * an address of 2 GiB or more is a negative Java index, and an offset is added only to a base that
 * is not negative, so that no sum can wrap back into the memory.
 */
final class ArrayAccessWriter implements AccessWriter {
  private final ExpressionWriter expressions;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final PlaceMarks marks;

  ArrayAccessWriter(
      ExpressionWriter expressions, MethodNames names, RuntimeTypes types, PlaceMarks marks) {
    this.expressions = expressions;
    this.names = names;
    this.types = types;
    this.marks = marks;
  }

  @Override
  public Text load(Load load) {
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
    boolean called = isCall(form, load.style());
    String place = place(load.address(), load.offset(), load.nonNegative(), called);
    if (called) {
      String access = access("load", form, load.at());
      return Text.primary(access + "(" + array + ", " + place + ")");
    }
    if (!form.isWide()) {
      String index = checked(array, place, load.at());
      if (!names.hasArrays()) {
        marks.direct(FrameKey.ARRAY.text(), load.at());
      }
      return Text.primary(array + "[" + index + "]");
    }
    String get = view(form, "get", load.at()) + "(" + array + ", " + place + ")";
    return new Text("(" + form.javaType() + ") " + get, Precedence.UNARY);
  }

  @Override
  public String store(Stmt.Store store) {
    JavaForm.Store form = (JavaForm.Store) store.opcode().javaForm();
    String array = names.local(store.bytes());
    boolean called = isCall(form, store.style());
    String place = place(store.address(), store.offset(), store.nonNegative(), called);
    place = form.isWide() ? place : checked(array, place, store.at());
    String start = form.isWide() ? "" : marks.start();
    String value = stored(store, form);
    if (!form.isWide()) {
      if (!names.hasArrays()) {
        marks.direct(FrameKey.ARRAY.text(), store.at());
      }
      return array + "[" + place + "] " + start + "= " + value;
    }
    String method = called ? access("store", form, store.at()) : view(form, "set", store.at());
    return method + "(" + array + ", " + place + ", " + value + ")";
  }

  /**
   * Returns the index of a byte. Where the module has arrays of its own, the exception of a Java
   * array is their trap, so that the bounds of the memory are checked by another.
   */
  private String checked(String array, String place, int at) {
    if (!names.hasArrays()) {
      return place;
    }
    String mark = marks.call(GcOps.class, "index", at);
    return types.member(GcOps.class, "index") + mark + "(" + array + ", " + place + ")";
  }

  private String stored(Stmt.Store store, JavaForm.Store form) {
    return form.narrowing().isEmpty()
        ? expressions.value(store.value())
        : "(" + form.narrowing() + ") " + expressions.value(store.value(), Precedence.UNARY);
  }

  private static boolean isCall(JavaForm.MemoryAccess form, Expr.AccessStyle style) {
    return form.isWide() && style == Expr.AccessStyle.CALL;
  }

  private String access(String verb, JavaForm.MemoryAccess form, int at) {
    String method = verb + form.accessor();
    return types.member(Access.class, method) + marks.call(Access.class, method, at);
  }

  private String view(JavaForm.MemoryAccess form, String method, int at) {
    String view = types.member(Memory.class, form.accessor());
    return view + "." + method + marks.call(FrameKey.ofView(method), at);
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
      return local + " < 0 ? " + local + " : " + local + " " + marks.line() + "+ " + offset;
    }
    String temporary = names.addressTemporary();
    String start = marks.line();
    String value = expressions.value(base);
    return "(%s = %s) %s< 0 ? %s : %s %s+ %d"
        .formatted(temporary, value, start, temporary, temporary, marks.line(), offset);
  }
}

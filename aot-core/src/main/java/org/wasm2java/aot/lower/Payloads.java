package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

/** Lowers what exceptions carry: an exception has its numbers and its references, each in order. */
final class Payloads {
  /** What carries more comes in arrays that are filled one by one: a method must have room. */
  private static final int MOST_OPERANDS = 16;

  private final ValueStack stack;
  private final Locals locals;

  Payloads(ValueStack stack, Locals locals) {
    this.stack = stack;
    this.locals = locals;
  }

  /** Returns a new exception with the values on top of the stack, which are popped. */
  Expr exception(List<ValueType> types, int tagIndex, int at) {
    int count = stack.spread(types, 0);
    List<Carrier> carriers = Carrier.of(types);
    if (carriers.stream().map(Carrier::isReference).distinct().count() > 1) {
      stack.nameTop(count); // Java evaluates the numbers first
    }
    stack.boundArguments(count);
    if (count > MOST_OPERANDS) {
      return inArrays(stack.pop(count), tagIndex, at);
    }
    List<PendingValue> values = stack.pop(count);
    return new Expr.Entity(
        EntityOperation.EXCEPTION_NEW,
        Carrier.EXCEPTION,
        tagIndex,
        0,
        PendingValue.exprs(values),
        at);
  }

  private Expr inArrays(List<PendingValue> values, int tagIndex, int at) {
    values.forEach(stack::push);
    stack.nameTop(values.size());
    List<PendingValue> named = stack.pop(values.size());
    int references = (int) named.stream().filter(value -> isReference(value.expr())).count();
    Local numbers = array(Carrier.LONGS, named.size() - references);
    Local others = array(Carrier.OBJECTS, references);
    int number = 0;
    int reference = 0;
    for (PendingValue value : named) {
      boolean isReference = isReference(value.expr());
      int place = isReference ? reference++ : number++;
      List<PendingValue> operands =
          List.of(PendingValue.leaf(new Expr.GetLocal(isReference ? others : numbers)), value);
      stack.perform(
          new Expr.Entity(
              EntityOperation.ARRAY_SET, Carrier.VOID, place, 0, PendingValue.exprs(operands)),
          operands);
    }
    List<Expr> arrays = List.of(new Expr.GetLocal(numbers), new Expr.GetLocal(others));
    return new Expr.Entity(
        EntityOperation.EXCEPTION_OF_ARRAYS, Carrier.EXCEPTION, tagIndex, 0, arrays, at);
  }

  private Local array(Carrier carrier, int length) {
    Local array = locals.temporary(carrier);
    Expr created = new Expr.Entity(EntityOperation.ARRAY_NEW, carrier, length, 0, List.of());
    stack.assign(array, PendingValue.leaf(created));
    return array;
  }

  private static boolean isReference(Expr value) {
    return value.carrier().isReference();
  }

  /** Pushes the payload of an exception; halves of vectors are named. */
  void push(Local exception, List<ValueType> types) {
    Places places = new Places(exception);
    for (ValueType type : types) {
      if (type == VectorType.V128) {
        Local low = locals.temporary(Carrier.LONG);
        Local high = locals.temporary(Carrier.LONG);
        stack.assign(low, places.next(Carrier.LONG));
        stack.assign(high, places.next(Carrier.LONG));
        stack.pushHalves(new Expr.GetLocal(low), new Expr.GetLocal(high));
      } else {
        stack.push(places.next(Carrier.single(type)));
      }
    }
  }

  /** Returns the payload of an exception as values that no statement has to come before. */
  static List<PendingValue> values(Local exception, List<ValueType> types) {
    Places places = new Places(exception);
    List<PendingValue> values = new ArrayList<>();
    for (ValueType type : types) {
      if (type == VectorType.V128) {
        List<PendingValue> halves = List.of(places.next(Carrier.LONG), places.next(Carrier.LONG));
        Expr vector = Vectors.ofHalves(halves.get(0).expr(), halves.get(1).expr());
        values.add(PendingValue.node(vector, halves));
      } else {
        values.add(places.next(Carrier.single(type)));
      }
    }
    return values;
  }

  /** Goes through what an exception carries. */
  private static final class Places {
    private final Expr exception;
    private int numbers;
    private int references;

    Places(Local exception) {
      this.exception = new Expr.GetLocal(exception);
    }

    PendingValue next(Carrier carrier) {
      int place = carrier.isReference() ? references++ : numbers++;
      Expr value =
          new Expr.Entity(EntityOperation.EXCEPTION_VALUE, carrier, place, 0, List.of(exception));
      return PendingValue.node(value, List.of(PendingValue.leaf(exception)));
    }
  }
}

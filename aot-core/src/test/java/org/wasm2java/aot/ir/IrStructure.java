package org.wasm2java.aot.ir;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Compares trees by all that their text says, without printing them. */
final class IrStructure {
  /**
   * Where an instruction was in the module is in no text, nor how the numbers of exits came about.
   */
  private static final Set<String> NOT_COMPARED = Set.of("at", "sharesNumbers");

  private IrStructure() {}

  /** Returns the first difference as a path to it and the two values, or the empty text. */
  static String difference(Object a, Object b) {
    return difference("", a, b);
  }

  private static String difference(String path, Object a, Object b) {
    if (a instanceof List<?> list && b instanceof List<?> other) {
      return lists(path, list, other);
    }
    if (!a.getClass().equals(b.getClass())) {
      return different(path, a, b);
    }
    if (a instanceof Expr.Constant constant && b instanceof Expr.Constant other) {
      return constant.carrier() == other.carrier() && bits(constant) == bits(other)
          ? ""
          : different(path, a, b);
    }
    if (a instanceof Record record) {
      return records(path, record, (Record) b);
    }
    return equal(a, b) ? "" : different(path, a, b);
  }

  /** Of 32 bits, those above are of no account. */
  private static long bits(Expr.Constant constant) {
    return constant.carrier().slots() == 1 ? (int) constant.bits() : constant.bits();
  }

  private static boolean equal(Object a, Object b) {
    if (a instanceof Local local && b instanceof Local other) {
      return local.toString().equals(other.toString()) && local.carrier() == other.carrier();
    }
    if (a instanceof Label label && b instanceof Label other) {
      return label.number() == other.number();
    }
    return a instanceof int[] numbers ? Arrays.equals(numbers, (int[]) b) : a.equals(b);
  }

  private static String lists(String path, List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return different(path + ".size", a.size(), b.size());
    }
    for (int i = 0; i < a.size(); i++) {
      String difference = difference(path + "[" + i + "]", a.get(i), b.get(i));
      if (!difference.isEmpty()) {
        return difference;
      }
    }
    return "";
  }

  private static String records(String path, Record a, Record b) {
    for (RecordComponent component : a.getClass().getRecordComponents()) {
      if (!NOT_COMPARED.contains(component.getName())) {
        String place = path + "." + component.getName();
        String difference = difference(place, value(component, a), value(component, b));
        if (!difference.isEmpty()) {
          return difference;
        }
      }
    }
    return "";
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String different(String path, Object a, Object b) {
    return path + ": " + a + " is not " + b;
  }
}

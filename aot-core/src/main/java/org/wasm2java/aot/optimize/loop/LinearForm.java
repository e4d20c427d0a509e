package org.wasm2java.aot.optimize.loop;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;

/** A sum of 32-bit locals, each times a number, and a constant. It wraps as {@code i32} does. */
final class LinearForm {
  private final SortedMap<Local, Integer> factors;
  private final int constant;

  private LinearForm(SortedMap<Local, Integer> factors, int constant) {
    this.factors = factors;
    this.constant = constant;
  }

  static LinearForm of(int constant) {
    return new LinearForm(noFactors(), constant);
  }

  static LinearForm of(Local local) {
    SortedMap<Local, Integer> factors = noFactors();
    factors.put(local, 1);
    return new LinearForm(factors, 0);
  }

  private static SortedMap<Local, Integer> noFactors() {
    return new TreeMap<>(Comparator.comparingInt(Local::index));
  }

  LinearForm plus(int number) {
    return new LinearForm(factors, constant + number);
  }

  LinearForm plus(LinearForm other) {
    SortedMap<Local, Integer> sum = noFactors();
    sum.putAll(factors);
    other.factors.forEach((local, factor) -> sum.merge(local, factor, Integer::sum));
    sum.values().removeIf(factor -> factor == 0);
    return new LinearForm(sum, constant + other.constant);
  }

  LinearForm minus(LinearForm other) {
    return plus(other.times(-1));
  }

  LinearForm times(int number) {
    SortedMap<Local, Integer> product = noFactors();
    factors.forEach((local, factor) -> product.put(local, factor * number));
    product.values().removeIf(factor -> factor == 0);
    return new LinearForm(product, constant * number);
  }

  boolean isConstant() {
    return factors.isEmpty();
  }

  int constant() {
    return constant;
  }

  /** Returns whether it is one local and a constant. */
  boolean isLocalAndConstant() {
    return factors.size() == 1 && factors.values().iterator().next() == 1;
  }

  /** Returns the first of its locals. */
  Local onlyLocal() {
    return factors.firstKey();
  }

  /** Returns how much it becomes more in a round in which its locals become so much more. */
  int step(ToIntFunction<Local> steps) {
    int step = 0;
    for (Map.Entry<Local, Integer> factor : factors.entrySet()) {
      step += factor.getValue() * steps.applyAsInt(factor.getKey());
    }
    return step;
  }

  /** Returns whether none of its locals changes. */
  boolean isFixed(Round round) {
    return factors.keySet().stream().noneMatch(round::assigns);
  }

  /** Returns the expression with this value. */
  Expr expr() {
    @Nullable Expr sum = null;
    for (boolean negative : new boolean[] {false, true}) {
      for (Map.Entry<Local, Integer> entry : factors.entrySet()) {
        if (entry.getValue() < 0 == negative) {
          sum = sum(sum, new Expr.GetLocal(entry.getKey()), entry.getValue());
        }
      }
    }
    if (sum == null) {
      return number(constant);
    }
    return constant == 0 ? sum : operation(NumericOpcode.I32_ADD, sum, number(constant));
  }

  private static Expr sum(@Nullable Expr sum, Expr local, int factor) {
    int times = sum == null ? factor : Math.abs(factor);
    Expr term = times == 1 ? local : operation(NumericOpcode.I32_MUL, local, number(times));
    if (sum == null) {
      return term;
    }
    return operation(factor < 0 ? NumericOpcode.I32_SUB : NumericOpcode.I32_ADD, sum, term);
  }

  static Expr number(int number) {
    return new Expr.Constant(Carrier.INT, number);
  }

  static Expr operation(NumericOpcode opcode, Expr left, Expr right) {
    return new Expr.Operation(opcode, Carrier.INT, List.of(left, right));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinearForm form
        && constant == form.constant
        && factors.equals(form.factors);
  }

  @Override
  public int hashCode() {
    return 31 * factors.hashCode() + constant;
  }

  @Override
  public String toString() {
    return factors + " + " + constant;
  }
}

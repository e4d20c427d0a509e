package org.wasm2java.aot.optimize.loop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.MemoryForm;

/**
 * Follows values through a round, in the order in which they are evaluated, and notes the accesses.
 * What it cannot follow it refuses; the round is then one like any other.
 */
final class RoundValues {
  /** Larger offsets would make sums with addresses of the memory negative. */
  private static final long MOST_OFFSET = 1 << 30;

  private final Map<Local, Value> assigned = new HashMap<>();
  private final Set<Local> readBefore = new HashSet<>();
  private final Set<Local> memories = new HashSet<>();
  private final List<Access> accesses = new ArrayList<>();
  private boolean refused;

  void set(Local local, Expr expr) {
    Value value = value(expr);
    refused |= local.isMemory();
    assigned.put(local, value);
  }

  void store(Opcode opcode, Local bytes, Expr address, long offset, Expr stored) {
    Value at = value(address);
    Value value = value(stored);
    access(opcode, bytes, at, offset, value);
  }

  private Value access(Opcode opcode, Local bytes, Value address, long offset, Value stored) {
    memories.add(bytes);
    if (bytes.carrier() != MemoryForm.ARRAY.carrier()
        || !(address instanceof Value.Linear linear)
        || offset < 0
        || offset > MOST_OFFSET) {
      return refuse();
    }
    Access access = new Access(opcode, accesses.size(), linear.form(), (int) offset, stored);
    accesses.add(access);
    return new Value.Loaded(access);
  }

  private Value refuse() {
    refused = true;
    return Value.UNKNOWN;
  }

  /** Returns what is known of a value; its accesses are made. */
  Value value(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return constant.carrier() == Carrier.INT
          ? new Value.Linear(LinearForm.of((int) constant.bits()))
          : new Value.Plain(constant);
    }
    if (expr instanceof Expr.GetLocal get) {
      return local(get);
    }
    if (expr instanceof Expr.Load load) {
      Value address = value(load.address());
      return access(load.opcode(), load.bytes(), address, load.offset(), Value.UNKNOWN);
    }
    List<Value> operands = expr.operands().stream().map(this::value).toList();
    if (expr instanceof Expr.Operation operation) {
      return operation(operation, operands);
    }
    return expr.ownEffects() == Effects.NONE ? Value.UNKNOWN : refuse();
  }

  private Value local(Expr.GetLocal get) {
    Value value = assigned.get(get.local());
    if (value != null) {
      return value;
    }
    readBefore.add(get.local());
    return get.carrier() == Carrier.INT
        ? new Value.Linear(LinearForm.of(get.local()))
        : new Value.Plain(get);
  }

  private Value operation(Expr.Operation operation, List<Value> operands) {
    if (operation.ownEffects() != Effects.NONE) {
      return refuse();
    }
    if (operation.carrier() == Carrier.INT
        && operation.opcode().javaForm() instanceof JavaForm.Infix infix
        && operands.get(0) instanceof Value.Linear left
        && operands.get(1) instanceof Value.Linear right) {
      Value sum = linear(infix.operator(), left.form(), right.form());
      return sum == Value.UNKNOWN ? Value.Applied.of(operation.opcode(), operands) : sum;
    }
    return Value.Applied.of(operation.opcode(), operands);
  }

  private static Value linear(String operator, LinearForm left, LinearForm right) {
    if (operator.equals("+")) {
      return new Value.Linear(left.plus(right));
    }
    if (operator.equals("-")) {
      return new Value.Linear(left.minus(right));
    }
    if (operator.equals("<<") && right.isConstant()) {
      return new Value.Linear(left.times(1 << right.constant()));
    }
    return Value.UNKNOWN;
  }

  /** Returns the condition that an expression is not zero. */
  Test test(Expr condition) {
    if (condition instanceof Expr.Operation operation) {
      JavaForm form = operation.opcode().javaForm();
      boolean zero = form instanceof JavaForm.ZeroTest;
      if (zero
          || form instanceof JavaForm.Comparison
          || form instanceof JavaForm.UnsignedComparison) {
        List<Value> operands = operation.operands().stream().map(this::value).toList();
        return zero ? isZero(operands.get(0)) : relation(form, operands);
      }
    }
    return isZero(value(condition)).negated();
  }

  private static Test isZero(Value value) {
    return new Test("==", false, value, new Value.Linear(LinearForm.of(0)));
  }

  private static Test relation(JavaForm form, List<Value> operands) {
    boolean unsigned = form instanceof JavaForm.UnsignedComparison;
    String operator =
        form instanceof JavaForm.UnsignedComparison comparison
            ? comparison.operator()
            : ((JavaForm.Comparison) form).operator();
    return new Test(operator, unsigned, operands.get(0), operands.get(1));
  }

  /** Returns which locals have been assigned. */
  Set<Local> assigned() {
    return Set.copyOf(assigned.keySet());
  }

  /**
   * Returns the round, if every local that is assigned becomes more by a constant, or holds for the
   * next round what this one loaded, or else is assigned before it is read and before the first
   * test.
   */
  Optional<Round> round(List<Test> tests, Set<Local> assignedBeforeTests) {
    Map<Local, Integer> steps = new HashMap<>();
    Map<Local, Access> carried = new HashMap<>();
    for (Map.Entry<Local, Value> entry : assigned.entrySet()) {
      Local local = entry.getKey();
      if (entry.getValue() instanceof Value.Linear linear
          && linear.form().minus(LinearForm.of(local)).isConstant()) {
        steps.put(local, linear.form().constant());
      } else if (readBefore.contains(local) && entry.getValue() instanceof Value.Loaded loaded) {
        carried.put(local, loaded.access());
      } else {
        refused |= readBefore.contains(local) || !assignedBeforeTests.contains(local);
      }
    }
    if (refused || memories.size() != 1) {
      return Optional.empty();
    }
    Local bytes = memories.iterator().next();
    return Optional.of(new Round(bytes, accesses, tests, steps, carried, assigned.keySet()));
  }
}

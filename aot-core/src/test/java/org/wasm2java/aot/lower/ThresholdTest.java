package org.wasm2java.aot.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.ir.AllPhases;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.host.BoxedBody;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/**
 * Lowering names expressions of 24 levels or 96 nodes. An expression just below, at and just above
 * means the same to everything that can take it as the same value out of a local.
 */
class ThresholdTest {
  private static final int LEVELS = 24;
  private static final int NODES = 96;
  private static final int SMALL = 150;

  static Stream<Expression> expressions() {
    List<Expression> expressions = new ArrayList<>();
    for (int depth = LEVELS - 2; depth <= LEVELS + 1; depth++) {
      expressions.add(Expression.deep(Expression.Leaf.LOCAL, depth));
    }
    for (int nodes = NODES - 4; nodes <= NODES; nodes++) {
      expressions.add(Expression.wide(Expression.Leaf.LOCAL, nodes));
    }
    for (Expression.Leaf leaf : List.of(Expression.Leaf.LOAD, Expression.Leaf.CALL)) {
      expressions.add(Expression.deep(leaf, LEVELS - 1));
      expressions.add(Expression.deep(leaf, LEVELS));
      expressions.add(Expression.wide(leaf, NODES - 2));
      expressions.add(Expression.wide(leaf, NODES - 1));
    }
    return expressions.stream();
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void anExpressionAtAThresholdIsTheValueThatItGives(Expression expression) {
    List<Consumer> consumers = Consumer.all();
    byte[] module = new ThresholdModule(expression.code(), consumers).bytes();
    AllPhases.verify(module);
    GeneratedClasses whole = compile(module, 7500);
    GeneratedClasses cut = compile(module, SMALL);
    for (int i = 0; i < consumers.size(); i++) {
      String name = consumers.get(i).name();
      String expected = outcome(whole, "named" + i);
      assertThat(outcome(whole, "inline" + i)).as(name).isEqualTo(expected);
      assertThat(outcome(cut, "inline" + i)).as(name + ", cut").isEqualTo(expected);
      assertThat(outcome(cut, "named" + i)).as(name + ", named and cut").isEqualTo(expected);
    }
    assertThat(outcome(whole, "inline0")).startsWith("[" + expression.value() + "] ");
  }

  private static GeneratedClasses compile(byte[] module, int methodLimit) {
    TranslationOptions options =
        TranslationOptions.builder("threshold.Module").methodLimit(methodLimit).build();
    return GeneratedClasses.of(new Translator(options).compile(module));
  }

  /** Returns all that can be observed of a call in a new instance. */
  private static String outcome(GeneratedClasses classes, String export) {
    List<Object> noted = new ArrayList<>();
    Store store = new Store();
    store.define("env", "note", HostFunction.boxed(FunctionType.of("i32", ""), noting(noted)));
    store.define("env", "twice", HostFunction.boxed(FunctionType.of("i32", "i32"), twice(noted)));
    Instance instance = classes.instantiate(store);
    String result = result(instance, export);
    Memory memory = (Memory) instance.export("memory");
    int hash = Arrays.hashCode(memory.read(0, memory.size() << 16));
    Table table = (Table) instance.export("table");
    String elements = Arrays.stream(table.elements()).map(Objects::isNull).toList().toString();
    return "%s noted %s memory %d %08x global %d table %08x"
        .formatted(
            result,
            noted,
            memory.size(),
            hash,
            ((Global) instance.export("global")).i32(),
            elements.hashCode());
  }

  private static String result(Instance instance, String export) {
    try {
      return Arrays.toString(instance.export(export).call(Expression.X, Expression.Y));
    } catch (Trap trap) {
      return "trap " + trap.kind();
    }
  }

  private static BoxedBody noting(List<Object> noted) {
    return arguments -> {
      noted.add(arguments[0]);
      return new Object[0];
    };
  }

  private static BoxedBody twice(List<Object> noted) {
    return arguments -> {
      noted.add(arguments[0]);
      return new Object[] {2 * (int) arguments[0]};
    };
  }
}

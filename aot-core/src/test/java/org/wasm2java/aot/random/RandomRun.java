package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.V128;

/** Calls every function of a random module and writes down all that can be observed. */
final class RandomRun {
  private static final int CALLS_PER_FUNCTION = 3;

  /** One call: a function and its arguments, two {@code i64} for each vector. */
  record Call(RandomModule.Entry entry, Object[] arguments) {}

  private final BiConsumer<Instance, Trap> traps;

  /** Whether the host throws exceptions of its own, which a module with exceptions may catch. */
  private final boolean fails;

  private int host;
  private int calls;

  private RandomRun(BiConsumer<Instance, Trap> traps, boolean fails) {
    this.traps = traps;
    this.fails = fails;
  }

  /** Returns the same calls for the same seed. */
  static List<Call> calls(RandomModule module, long seed) {
    Random random = new Random(~seed);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < CALLS_PER_FUNCTION; i++) {
      for (RandomModule.Entry entry : module.entries()) {
        Object[] arguments =
            entry.signature().ofNumbers().parameters().stream()
                .map(type -> value(random, type))
                .toArray();
        calls.add(new Call(entry, arguments));
      }
    }
    return calls;
  }

  private static Object value(Random random, Type type) {
    return switch (type.form()) {
      case I32 -> random.nextBoolean() ? random.nextInt(10) : random.nextInt();
      case I64 -> random.nextBoolean() ? (long) random.nextInt(10) : random.nextLong();
      case F32 -> (float) random.nextGaussian();
      default -> random.nextGaussian();
    };
  }

  /** Runs the calls on a new instance. */
  static List<String> run(
      Function<Store, Instance> instantiate, RandomModule module, List<Call> calls) {
    return run(instantiate, module, calls, (instance, trap) -> {});
  }

  /** Runs the calls on a new instance and shows the traps to an observer. */
  static List<String> run(
      Function<Store, Instance> instantiate,
      RandomModule module,
      List<Call> calls,
      BiConsumer<Instance, Trap> traps) {
    RandomRun run = new RandomRun(traps, module.hasExceptions());
    Store store = new Store();
    store.define("env", "h", HostFunction.boxed(FunctionType.of("i32", "i32"), run::h));
    store.define(
        "env", "pair", HostFunction.boxed(FunctionType.of("i32 i64", "i64 i32"), run::pair));
    Instance instance = instantiate.apply(store);
    List<String> lines = new ArrayList<>();
    for (Call call : calls) {
      function(instance, "refuel").call();
      lines.add(call.entry().name() + run.outcome(instance, call));
      StringBuilder state = new StringBuilder("host " + run.host);
      Memory memory = (Memory) instance.export("memory");
      state.append(" memory ").append(memory.size()).append(' ').append(hash(memory));
      for (RandomModule.Entry getter : module.getters()) {
        state.append(text(function(instance, getter.name()).call()));
      }
      lines.add(state.toString());
    }
    return lines;
  }

  private static WasmFunction function(Instance instance, String name) {
    return (WasmFunction) instance.export(name);
  }

  private String outcome(Instance instance, Call call) {
    try {
      return text(call(instance, call));
    } catch (Trap trap) {
      traps.accept(instance, trap);
      return " traps " + trap.kind();
    } catch (WasmException e) {
      return " throws" + payload(e);
    } catch (IllegalStateException e) {
      return " fails " + e.getMessage();
    }
  }

  /** JavaScript cannot read a vector that an exception carries. */
  private static String payload(WasmException exception) {
    return text(
        exception.payload().stream()
            .map(value -> value instanceof V128 ? "vector" : value)
            .toArray());
  }

  /** Calls the function, or by turns the one around it if it has vectors. */
  private Object[] call(Instance instance, Call call) {
    RandomModule.Entry entry = call.entry();
    if (!entry.signature().hasVectors()) {
      return function(instance, entry.name()).call(call.arguments());
    } else if (calls++ % 2 == 0) {
      return function(instance, entry.wrapper()).call(call.arguments());
    }
    List<Object> arguments = new ArrayList<>();
    int at = 0;
    for (Type type : entry.signature().parameters()) {
      arguments.add(
          type.isVector()
              ? V128.of((long) call.arguments()[at++], (long) call.arguments()[at++])
              : call.arguments()[at++]);
    }
    return function(instance, entry.name()).call(arguments.toArray());
  }

  /** Returns values as text; all NaNs are alike. */
  static String text(Object... values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(' ');
      if (value instanceof Float number) {
        text.append(Integer.toHexString(Float.floatToIntBits(number)));
      } else if (value instanceof Double number) {
        text.append(Long.toHexString(Double.doubleToLongBits(number)));
      } else if (value instanceof V128 vector) {
        text.append(vector.low()).append(' ').append(vector.high());
      } else if (value != null && !(value instanceof Number || value instanceof String)) {
        text.append("ref");
      } else {
        text.append(value);
      }
    }
    return text.toString();
  }

  private static int hash(Memory memory) {
    int hash = 0x811C9DC5;
    for (byte value : memory.read(0, memory.size() << 16)) {
      hash = (hash ^ value & 0xFF) * 0x01000193;
    }
    return hash;
  }

  private Object[] h(Object... arguments) {
    int value = (int) arguments[0];
    host = host * 31 + value;
    if (fails && host % 8 == 0) {
      throw new IllegalStateException("host " + value);
    }
    return new Object[] {host ^ value >>> 3};
  }

  private Object[] pair(Object... arguments) {
    host = host * 31 + (int) arguments[0] + (int) (long) arguments[1];
    return new Object[] {(long) arguments[1] ^ host, host};
  }
}

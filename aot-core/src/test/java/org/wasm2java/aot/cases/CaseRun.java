package org.wasm2java.aot.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Tag;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/**
 * Runs a case's script against one instance. Its lines are:
 *
 * <pre>
 * name(i32 1, i64 2) = f64 0.5, null    calls an export and compares the results
 * name() traps unreachable              expects a trap of this kind
 * name() throws failure [7]             expects an exception with this message
 * instantiate traps unreachable         expects the instantiation to trap; no calls may follow
 * trace 1 2 3                           compares what host.trace was called with since last time
 * memory 0 = 1 2                        compares bytes of the memory host.memory
 * </pre>
 */
final class CaseRun {
  private static final Pattern CALL = Pattern.compile("(.*)\\((.*)\\) = (.*)");
  private static final Pattern TRAP = Pattern.compile("(.*)\\((.*)\\) traps (.*)");
  private static final Pattern THROW = Pattern.compile("(.*)\\((.*)\\) throws (.*)");
  private static final String INSTANTIATE_TRAPS = "instantiate traps ";

  private final List<String> traced = new ArrayList<>();
  private final Memory memory = Memory.create(1, -1);
  private final Tag tag = new Tag(FunctionType.of("i32", ""), "hostTag");
  private final Store store = store();

  static void run(GeneratedClasses classes, List<String> script) {
    CaseRun run = new CaseRun();
    if (script.get(0).startsWith(INSTANTIATE_TRAPS)) {
      assertThatThrownBy(() -> classes.instantiate(run.store))
          .isInstanceOf(Trap.class)
          .hasMessageStartingWith(script.get(0).substring(INSTANTIATE_TRAPS.length()));
      script.subList(1, script.size()).forEach(run::observe);
      return;
    }
    Instance instance = classes.instantiate(run.store);
    script.forEach(line -> run.line(instance, line));
  }

  private Store store() {
    return new Store()
        .define("host", "trace", HostFunction.boxed(FunctionType.of("i32", "i32"), this::trace))
        .define("host", "note", HostFunction.boxed(FunctionType.of("i32", ""), this::note))
        .define(
            "host",
            "pair",
            HostFunction.boxed(FunctionType.of("", "i32 i64"), none -> new Object[] {4, 9L}))
        .define(
            "wide",
            "mix",
            HostFunction.boxed(FunctionType.of("i32 i64 f32 f64", "f64"), CaseRun::mix))
        .define("host", "counter", Global.create(ValueType.I32, true, 100))
        .define("host", "base", Global.create(ValueType.I64, false, 1000L))
        .define("host", "address", Global.create(ValueType.I32, false, 64))
        .define("host", "tag", tag)
        .define("host", "fail", HostFunction.boxed(FunctionType.of("i32", ""), this::fail))
        .define("host", "memory", memory);
  }

  /** Throws by the tag, or an exception of Java for a negative argument. */
  private Object[] fail(Object... arguments) {
    if ((Integer) arguments[0] < 0) {
      throw new IllegalStateException("host " + arguments[0]);
    }
    throw tag.exception(arguments[0]);
  }

  private Object[] trace(Object... arguments) {
    traced.add(arguments[0].toString());
    return arguments;
  }

  private Object[] note(Object... arguments) {
    traced.add(arguments[0].toString());
    return new Object[0];
  }

  private static Object[] mix(Object... arguments) {
    double sum = 0;
    for (Object argument : arguments) {
      sum += ((Number) argument).doubleValue();
    }
    return new Object[] {sum};
  }

  private void line(Instance instance, String line) {
    Matcher trap = TRAP.matcher(line);
    Matcher call = CALL.matcher(line);
    Matcher thrown = THROW.matcher(line);
    if (thrown.matches()) {
      assertThatThrownBy(() -> call(instance, thrown)).as(line).hasMessage(thrown.group(3));
    } else if (trap.matches()) {
      Throwable trapped = catchThrowable(() -> call(instance, trap));
      assertThat(trapped).as(line).isInstanceOf(Trap.class);
      assertThat(((Trap) trapped).kind().text()).as(line).isEqualTo(trap.group(3));
    } else if (call.matches()) {
      assertThat(call(instance, call)).as(line).isEqualTo(texts(values(call.group(3))));
    } else {
      observe(line);
    }
  }

  private void observe(String line) {
    String[] words = line.split(" ");
    List<String> rest = List.of(words).subList(1, words.length);
    switch (words[0]) {
      case "trace" -> {
        assertThat(traced).as(line).isEqualTo(rest);
        traced.clear();
      }
      case "memory" -> {
        int address = Integer.parseInt(words[1]);
        List<String> found = new ArrayList<>();
        for (byte value : memory.read(address, words.length - 3)) {
          found.add(Integer.toString(value & 0xFF));
        }
        assertThat(found).as(line).isEqualTo(rest.subList(2, rest.size()));
      }
      default -> throw new IllegalArgumentException("not a line of a script: " + line);
    }
  }

  private static List<String> call(Instance instance, Matcher matcher) {
    WasmFunction function = (WasmFunction) instance.export(matcher.group(1));
    assertThat(function).as("export " + matcher.group(1)).isNotNull();
    return texts(function.call(values(matcher.group(2))));
  }

  private static Object[] values(String text) {
    List<Object> values = new ArrayList<>();
    for (String value : text.isBlank() ? new String[0] : text.split(", ")) {
      values.add(value(value.strip()));
    }
    return values.toArray();
  }

  private static Object value(String text) {
    int space = text.indexOf(' ');
    String number = text.substring(space + 1).replace("_", "");
    return switch (space < 0 ? text : text.substring(0, space)) {
      case "i32" -> Long.decode(number).intValue();
      case "i64" -> Long.decode(number);
      case "f32" ->
          number.startsWith("nan:")
              ? (Object) Float.intBitsToFloat(Integer.parseUnsignedInt(number.substring(6), 16))
              : (Object) Float.parseFloat(number);
      case "f64" ->
          number.startsWith("nan:")
              ? (Object) Double.longBitsToDouble(Long.parseUnsignedLong(number.substring(6), 16))
              : (Object) Double.parseDouble(number);
      case "extern" -> number;
      case "null" -> null;
      default -> throw new IllegalArgumentException("not a value: " + text);
    };
  }

  /** Returns values as text in which floats are equal only if their bits are. */
  private static List<String> texts(Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      String text = String.valueOf(value);
      if (value instanceof Float number) {
        text += " bits " + Integer.toHexString(Float.floatToRawIntBits(number));
      } else if (value instanceof Double number) {
        text += " bits " + Long.toHexString(Double.doubleToRawLongBits(number));
      }
      texts.add(value == null ? "null" : value.getClass().getSimpleName() + " " + text);
    }
    return texts;
  }
}

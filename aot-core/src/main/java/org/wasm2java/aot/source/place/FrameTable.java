package org.wasm2java.aot.source.place;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.split.JavaPlan;

/**
 * The resource that says which function and instruction a Java line is of; {@code
 * org.wasm2java.runtime.WasmFrames} reads it when a trap is looked at. All numbers are of seven
 * bits a byte; lines and offsets are differences to the ones before.
 *
 * <pre>
 * table  = format, module's name, imported functions, names, classes
 * names  = count, { function - function before, name, exported name }
 * class  = simple name, length of the rest, keys, count, { method }
 * method = 2 * (function - function before, signed) + part, first line - line before, count, { line }
 * line   = 2 * (line - line before) + (0: offset | 1: count, { key, offset })
 * key    = 2 * index of a class's key | 2 * called function + 1
 * </pre>
 */
public final class FrameTable {
  private static final int FORMAT = 1;

  private final JavaPlan plan;
  private final SortedMap<String, byte[]> classes = new ConcurrentSkipListMap<>();

  public FrameTable(JavaPlan plan) {
    this.plan = plan;
  }

  /** Adds a class's methods. Thread-safe. */
  public void add(String simpleName, List<PlaceLines.Method> methods) {
    if (!methods.isEmpty()) {
      classes.put(simpleName, new ClassLines().encode(methods));
    }
  }

  /** Returns the resource's contents. */
  public byte[] bytes() {
    Numbers out = new Numbers();
    out.number(FORMAT).text(plan.moduleName());
    out.number(plan.module().spaces().importedFunctions());
    names(out);
    out.number(classes.size());
    classes.forEach((name, lines) -> out.text(name).number(lines.length).writeBytes(lines));
    return out.toByteArray();
  }

  private void names(Numbers out) {
    Names names = plan.module().decoded().names();
    Map<Integer, List<String>> exports = plan.module().decoded().functionExports();
    Numbers entries = new Numbers();
    int count = 0;
    int before = 0;
    for (int i = 0; i < plan.module().spaces().functionCount(); i++) {
      String name = names.functionName(i).orElse("");
      String export = exports.containsKey(i) ? exports.get(i).get(0) : "";
      if (!name.isEmpty() || exports.containsKey(i)) {
        entries.number(i - before).text(name).text(export);
        before = i;
        count++;
      }
    }
    out.number(count).writeBytes(entries.toByteArray());
  }

  /** The encoding of one class. */
  private static final class ClassLines {
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Numbers out = new Numbers();
    private int function;
    private int line;
    private int offset;

    byte[] encode(List<PlaceLines.Method> methods) {
      methods.forEach(this::method);
      Numbers all = new Numbers().number(keys.size());
      keys.keySet().forEach(all::text);
      all.number(methods.size()).writeBytes(out.toByteArray());
      return all.toByteArray();
    }

    private void method(PlaceLines.Method method) {
      int change = Numbers.signed(method.functionIndex() - function);
      out.number(2 * change + (method.part() ? 1 : 0)).number(method.first() - line);
      function = method.functionIndex();
      line = method.first();
      out.number(method.lines().size());
      method.lines().forEach(this::line);
    }

    private record Choice(String key, int offset) {}

    private void line(PlaceLines.Line of) {
      if (of.keys().size() == 1) {
        out.number(2 * (of.line() - line));
        line = of.line();
        offset(of.offsets().get(0));
        return;
      }
      Set<Choice> choices = new LinkedHashSet<>();
      for (int i = 0; i < of.keys().size(); i++) {
        choices.add(new Choice(of.keys().get(i), of.offsets().get(i)));
      }
      boolean one = choices.stream().mapToInt(Choice::offset).distinct().count() == 1;
      out.number(2 * (of.line() - line) + (one ? 0 : 1));
      line = of.line();
      if (one) {
        offset(of.offsets().get(0));
        return;
      }
      out.number(choices.size());
      for (Choice choice : choices) {
        out.number(key(choice.key()));
        offset(choice.offset());
      }
    }

    private void offset(int at) {
      out.number(Numbers.signed(at - offset));
      offset = at;
    }

    private int key(String key) {
      return key.startsWith(PlaceMarks.FUNCTION)
          ? 2 * Integer.parseInt(key.substring(PlaceMarks.FUNCTION.length())) + 1
          : 2 * keys.computeIfAbsent(key, added -> keys.size());
    }
  }

  /** Bytes of numbers and texts. */
  private static final class Numbers extends ByteArrayOutputStream {
    /** Writes a number, seven bits a byte, the lowest first. */
    Numbers number(int number) {
      int rest = number;
      while ((rest & ~0x7F) != 0) {
        write(rest & 0x7F | 0x80);
        rest >>>= 7;
      }
      write(rest);
      return this;
    }

    /** Returns a number that is small where the given one is near zero. */
    static int signed(int number) {
      return number << 1 ^ number >> 31;
    }

    Numbers text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length).writeBytes(bytes);
      return this;
    }
  }
}

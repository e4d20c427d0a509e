package org.wasm2java.runtime.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The resource that says which function and instruction a Java line is of: the translator writes
 * it, and it is read when a trap is looked at. Numbers are {@link PackedNumbers}; lines and offsets
 * are differences to the ones before.
 *
 * <pre>
 * table  = format, module's name, imported functions, names, classes
 * names  = count, { function - function before, name, exported name }
 * class  = simple name, length of the rest, keys, count, { method }
 * method = 2 * (function - function before, signed) + part, first line - line before, count, { line }
 * line   = 2 * (line - line before) + (0: offset | 1: count, { key, offset })
 * key    = 2 * index of a class's key | 2 * called function + 1
 * </pre>
 *
 * <pre>{@code
 * FrameFormat table = FrameFormat.read(resource);
 * Optional<FrameFormat.Method> method = table.methodAt("Sha256Code0", 120);
 * }</pre>
 */
public final class FrameFormat {
  private static final int FORMAT = 1;

  /** The names of a function: of the name section and of its first export; empty without. */
  public record FunctionName(String name, String exportName) {}

  /**
   * An instruction.
   *
   * @param key what the stack trace shows above it, see {@link FrameKey}; empty if its line has no
   *     other
   * @param offset its byte offset in the module
   */
  public record Place(String key, int offset) {}

  /** The instructions of a line, in the order of evaluation. */
  public record Line(int number, List<Place> places) {}

  /**
   * A method that is a function or a part of one, or a line of such a method with instructions of
   * another function.
   *
   * @param part whether it is a part, whose caller is the same activation of the function
   * @param lines those that have instructions which can trap
   */
  public record Method(int functionIndex, boolean part, int firstLine, List<Line> lines) {}

  private final byte[] bytes;
  private final String module;
  private final int importedFunctions;
  private final Map<Integer, FunctionName> names = new HashMap<>();
  private final Map<String, Integer> classes = new HashMap<>();

  private FrameFormat(byte[] bytes) {
    this.bytes = bytes;
    Reader in = new Reader(bytes, 0);
    if (in.next() != FORMAT) {
      throw new IllegalArgumentException("a table of frames in a format that is not known");
    }
    module = in.text();
    importedFunctions = in.next();
    int function = 0;
    for (int i = in.next(); i > 0; i--) {
      function += in.next();
      names.put(function, new FunctionName(in.text(), in.text()));
    }
    for (int i = in.next(); i > 0; i--) {
      String name = in.text();
      int length = in.next();
      classes.put(name, in.position());
      in.skip(length);
    }
  }

  /**
   * Reads a table as far as the lines of classes, which are read when they are asked for.
   *
   * @throws RuntimeException if it is broken or in another format
   */
  public static FrameFormat read(byte[] table) {
    return new FrameFormat(table);
  }

  /** Returns the module's name. */
  public String module() {
    return module;
  }

  /** Returns how many functions are imported; their methods have no instructions. */
  public int importedFunctions() {
    return importedFunctions;
  }

  /** Returns the names of a function. */
  public FunctionName nameOf(int functionIndex) {
    return names.getOrDefault(functionIndex, new FunctionName("", ""));
  }

  /** Returns whether a class has functions of the module. */
  public boolean hasClass(String simpleName) {
    return classes.containsKey(simpleName);
  }

  /** Returns the method of a class that a line is in, with that line alone. */
  public Optional<Method> methodAt(String simpleName, int line) {
    Reader in = new Reader(bytes, classes.get(simpleName));
    return new ClassReader(in).methodAt(line);
  }

  /** Writes the lines of one class. */
  public static byte[] write(List<Method> methods) {
    return new ClassWriter().write(methods);
  }

  /**
   * Writes a table.
   *
   * @param classes the lines of each class, see {@link #write(List)}, by simple name
   */
  public static byte[] write(
      String module,
      int importedFunctions,
      SortedMap<Integer, FunctionName> names,
      SortedMap<String, byte[]> classes) {
    Writer out = new Writer();
    out.number(FORMAT).text(module).number(importedFunctions).number(names.size());
    int before = 0;
    for (Map.Entry<Integer, FunctionName> entry : names.entrySet()) {
      out.number(entry.getKey() - before);
      out.text(entry.getValue().name()).text(entry.getValue().exportName());
      before = entry.getKey();
    }
    out.number(classes.size());
    classes.forEach((name, lines) -> out.text(name).number(lines.length).writeBytes(lines));
    return out.toByteArray();
  }

  /** Writes the lines of one class. */
  private static final class ClassWriter {
    private final Map<String, Integer> keys = new LinkedHashMap<>();
    private final Writer out = new Writer();
    private int function;
    private int line;
    private int offset;

    byte[] write(List<Method> methods) {
      methods.forEach(this::method);
      Writer all = new Writer().number(keys.size());
      keys.keySet().forEach(all::text);
      all.number(methods.size()).writeBytes(out.toByteArray());
      return all.toByteArray();
    }

    private void method(Method method) {
      int change = Writer.signed(method.functionIndex() - function);
      out.number(2 * change + (method.part() ? 1 : 0)).number(method.firstLine() - line);
      function = method.functionIndex();
      line = method.firstLine();
      out.number(method.lines().size());
      method.lines().forEach(this::line);
    }

    private void line(Line of) {
      boolean several = of.places().size() > 1;
      out.number(2 * (of.number() - line) + (several ? 1 : 0));
      line = of.number();
      if (several) {
        out.number(of.places().size());
      }
      for (Place place : of.places()) {
        if (several) {
          out.number(key(place.key()));
        }
        out.number(Writer.signed(place.offset() - offset));
        offset = place.offset();
      }
    }

    private int key(String key) {
      return FrameKey.FUNCTION.isStartOf(key)
          ? 2 * Integer.parseInt(key.substring(FrameKey.FUNCTION.text().length())) + 1
          : 2 * keys.computeIfAbsent(key, added -> keys.size());
    }
  }

  /** Goes through the lines of one class. */
  private static final class ClassReader {
    private final Reader in;
    private final String[] keys;
    private int function;
    private int line;
    private int offset;

    ClassReader(Reader in) {
      this.in = in;
      this.keys = new String[in.next()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = in.text();
      }
    }

    Optional<Method> methodAt(int wanted) {
      Method found = null;
      for (int i = in.next(); i > 0; i--) {
        int head = in.next();
        function += Reader.signed(head >>> 1);
        line += in.next();
        if (line > wanted) {
          break;
        }
        int first = line;
        found = new Method(function, (head & 1) != 0, first, linesAt(wanted));
      }
      return Optional.ofNullable(found);
    }

    /** Goes through the lines of one method; returns the wanted one, if it is there. */
    private List<Line> linesAt(int wanted) {
      List<Line> found = List.of();
      for (int i = in.next(); i > 0; i--) {
        int head = in.next();
        line += head >>> 1;
        List<Place> places = places((head & 1) != 0);
        found = line == wanted ? List.of(new Line(line, places)) : found;
      }
      return found;
    }

    private List<Place> places(boolean several) {
      List<Place> places = new ArrayList<>();
      for (int i = several ? in.next() : 1; i > 0; i--) {
        String key = several ? key(in.next()) : "";
        offset += Reader.signed(in.next());
        places.add(new Place(key, offset));
      }
      return places;
    }

    private String key(int code) {
      return (code & 1) == 0 ? keys[code >>> 1] : FrameKey.ofFunction(code >>> 1);
    }
  }

  /** Bytes of numbers and texts. */
  private static final class Writer extends ByteArrayOutputStream {
    Writer number(int number) {
      PackedNumbers.write(this, number);
      return this;
    }

    /** Returns a number that is small where the given one is near zero. */
    static int signed(int number) {
      return number << 1 ^ number >> 31;
    }

    Writer text(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      number(bytes.length).writeBytes(bytes);
      return this;
    }
  }

  /** Reads numbers and texts. */
  private static final class Reader {
    private final byte[] bytes;
    private final PackedNumbers numbers;

    Reader(byte[] bytes, int position) {
      this.bytes = bytes;
      this.numbers = new PackedNumbers(bytes, position);
    }

    int next() {
      return numbers.next();
    }

    int position() {
      return numbers.position();
    }

    void skip(int length) {
      numbers.skip(length);
    }

    static int signed(int number) {
      return number >>> 1 ^ -(number & 1);
    }

    String text() {
      int length = next();
      skip(length);
      return new String(bytes, position() - length, length, StandardCharsets.UTF_8);
    }
  }
}

package org.wasm2java.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The resource in which the translator wrote which function and instruction each Java line of a
 * module is of. The translator's class of the same name describes the format.
 */
final class FrameTable {
  private static final int FORMAT = 1;

  private static final FrameTable EMPTY = new FrameTable("", 0, new Reader(new byte[0], 0));

  private static final Map<Class<?>, FrameTable> TABLES = new WeakHashMap<>();

  private record FunctionName(String name, String exportName) {}

  /**
   * A method that is a function or a part of one.
   *
   * @param part whether it is a part, whose caller is the same activation of the function
   * @param places the instructions that its line has, in the order of evaluation
   */
  record Method(FrameTable table, int functionIndex, boolean part, List<Place> places) {
    /** Returns the frame for what the stack trace shows above it, see {@link StackFrames}. */
    WasmFrame frame(String key) {
      FunctionName name = table.names.getOrDefault(functionIndex, new FunctionName("", ""));
      return new WasmFrame(
          table.module, functionIndex, name.name(), name.exportName(), offset(key));
    }

    private long offset(String key) {
      if (places.isEmpty() || key.equals(StackFrames.NOWHERE)) {
        return -1;
      }
      for (Place place : places) {
        if (place.key().equals(key)) {
          return place.offset();
        }
      }
      return places.get(0).offset();
    }
  }

  /**
   * An instruction.
   *
   * @param key what the stack trace shows above it; empty if its line has no other
   */
  record Place(String key, int offset) {}

  private final String module;
  private final int importedFunctions;
  private final byte[] bytes;
  private final Map<Integer, FunctionName> names = new HashMap<>();
  private final Map<String, Integer> classes = new HashMap<>();

  private FrameTable(String module, int importedFunctions, Reader in) {
    this.module = module;
    this.importedFunctions = importedFunctions;
    this.bytes = in.bytes;
  }

  /** Returns a module's table; one without methods if there is none that can be read. */
  static FrameTable of(Class<?> module) {
    synchronized (TABLES) {
      FrameTable table = TABLES.get(module);
      if (table == null) {
        String name = module.getName();
        table = read(module, name.substring(name.lastIndexOf('.') + 1).concat(".frames"));
        TABLES.put(module, table);
      }
      return table;
    }
  }

  private static FrameTable read(Class<?> module, String resource) {
    try (InputStream stream = module.getResourceAsStream(resource)) {
      return stream == null ? EMPTY : read(module, stream.readAllBytes());
    } catch (IOException | RuntimeException e) {
      return EMPTY; // a trap is told without frames rather than not at all
    }
  }

  private static FrameTable read(Class<?> module, byte[] bytes) {
    Reader in = new Reader(bytes, 0);
    if (in.number() != FORMAT) {
      return EMPTY;
    }
    String packageName = module.getPackageName();
    String prefix = packageName.isEmpty() ? "" : packageName.concat(".");
    FrameTable table = new FrameTable(in.text(), in.number(), in);
    int function = 0;
    for (int i = in.number(); i > 0; i--) {
      function += in.number();
      table.names.put(function, new FunctionName(in.text(), in.text()));
    }
    for (int i = in.number(); i > 0; i--) {
      String name = in.text();
      int length = in.number();
      table.classes.put(prefix.concat(name), in.at);
      in.at += length;
    }
    return table;
  }

  /** Returns whether a class has functions of the module. */
  boolean has(String className) {
    return classes.containsKey(className);
  }

  /** Returns the function that a frame of the Java stack is of, or {@code null}. */
  static Method methodOf(StackTraceElement element) {
    int function = functionIndex(element.getMethodName());
    FrameTable table = function < 0 ? null : WasmFrames.tableOf(element.getClassName());
    if (table == null || function < table.importedFunctions) {
      return null;
    }
    return element.getLineNumber() > 0
        ? table.methodAt(element.getClassName(), function, element.getLineNumber())
        : new Method(table, function, isPart(element.getMethodName()), List.of());
  }

  /** Returns the index in the name of a function's method, or -1 if it is of none. */
  static int functionIndex(String methodName) {
    int end = 1;
    while (end < methodName.length()
        && methodName.charAt(end) >= '0'
        && methodName.charAt(end) <= '9') {
      end++;
    }
    boolean function =
        end > 1
            && end < 11
            && methodName.charAt(0) == 'f'
            && (end == methodName.length() || methodName.charAt(end) == '_');
    return function ? (int) Long.parseLong(methodName.substring(1, end)) : -1;
  }

  private static boolean isPart(String methodName) {
    int digits = methodName.length();
    while (digits > 0 && Character.isDigit(methodName.charAt(digits - 1))) {
      digits--;
    }
    return digits < methodName.length() && methodName.substring(0, digits).endsWith("_part");
  }

  private Method methodAt(String className, int function, int line) {
    Reader in = new Reader(bytes, classes.get(className));
    String[] keys = new String[in.number()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.text();
    }
    Lines lines = new Lines(in, keys);
    Method found = null;
    for (int i = in.number(); i > 0; i--) {
      int head = in.number();
      lines.function += Reader.signed(head >>> 1);
      lines.line += in.number();
      if (lines.line > line) {
        break;
      }
      List<Place> places = lines.placesAt(line);
      found = new Method(this, lines.function, (head & 1) != 0, places);
    }
    return found != null && found.functionIndex() == function ? found : null;
  }

  /** Goes through the lines of one class. */
  private static final class Lines {
    private final Reader in;
    private final String[] keys;
    private int function;
    private int line;
    private int offset;

    Lines(Reader in, String[] keys) {
      this.in = in;
      this.keys = keys;
    }

    /** Goes through the lines of one method; returns the places of a line. */
    List<Place> placesAt(int wanted) {
      List<Place> found = List.of();
      for (int i = in.number(); i > 0; i--) {
        int head = in.number();
        line += head >>> 1;
        List<Place> places = places((head & 1) != 0);
        found = line == wanted ? places : found;
      }
      return found;
    }

    private List<Place> places(boolean several) {
      List<Place> places = new ArrayList<>();
      for (int i = several ? in.number() : 1; i > 0; i--) {
        String key = several ? key(in.number()) : "";
        offset += Reader.signed(in.number());
        places.add(new Place(key, offset));
      }
      return places;
    }

    private String key(int code) {
      return (code & 1) == 0
          ? keys[code >>> 1]
          : StackFrames.FUNCTION.concat(Integer.toString(code >>> 1));
    }
  }

  /** Reads numbers and texts. */
  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int number() {
      int number = 0;
      int shift = 0;
      int next;
      do {
        next = bytes[at++];
        number |= (next & 0x7F) << shift;
        shift += 7;
      } while (next < 0);
      return number;
    }

    static int signed(int number) {
      return number >>> 1 ^ -(number & 1);
    }

    String text() {
      int length = number();
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
  }
}

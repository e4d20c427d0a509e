package org.wasm2java.runtime.frame;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.WeakHashMap;
import org.wasm2java.runtime.format.FrameFormat;
import org.wasm2java.runtime.format.FunctionMethodName;

/** Which function and instruction each Java line of a module is of, as its resource says. */
final class FrameTable {
  private static final FrameTable EMPTY =
      new FrameTable(
          "", FrameFormat.read(FrameFormat.write("", 0, new TreeMap<>(), new TreeMap<>())));

  private static final Map<Class<?>, FrameTable> TABLES = new WeakHashMap<>();

  /**
   * A method that is a function or a part of one.
   *
   * @param functionIndex the function that the method is named after
   * @param owner the function whose instructions the line has: another one, if that was put in
   *     place of a tail call of it
   * @param part whether it is a part, whose caller is the same activation of the function
   * @param places the instructions that its line has, in the order of evaluation
   */
  record Method(
      FrameTable table,
      int functionIndex,
      int owner,
      boolean part,
      List<FrameFormat.Place> places) {
    /** Returns the frame for what the stack trace shows above it, see {@link StackFrames}. */
    WasmFrame frame(String key) {
      FrameFormat.FunctionName name = table.format.nameOf(owner);
      return new WasmFrame(
          table.format.module(), owner, name.name(), name.exportName(), offset(key));
    }

    private long offset(String key) {
      if (places.isEmpty() || key.equals(StackFrames.NOWHERE)) {
        return -1;
      }
      for (FrameFormat.Place place : places) {
        if (place.key().equals(key)) {
          return place.offset();
        }
      }
      return places.get(0).offset();
    }
  }

  /** What stands before the simple name of a class of the module. */
  private final String prefix;

  private final FrameFormat format;

  private FrameTable(String prefix, FrameFormat format) {
    this.prefix = prefix;
    this.format = format;
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
    String packageName = module.getPackageName();
    String prefix = packageName.isEmpty() ? "" : packageName.concat(".");
    try (InputStream stream = module.getResourceAsStream(resource)) {
      return stream == null
          ? EMPTY
          : new FrameTable(prefix, FrameFormat.read(stream.readAllBytes()));
    } catch (IOException | RuntimeException e) {
      return EMPTY; // a trap is told without frames rather than not at all
    }
  }

  /** Returns whether a class has functions of the module. */
  boolean has(String className) {
    return className.startsWith(prefix) && format.hasClass(className.substring(prefix.length()));
  }

  /** Returns the function that a frame of the Java stack is of, or {@code null}. */
  static Method methodOf(StackTraceElement element) {
    Optional<FunctionMethodName> name = FunctionMethodName.parse(element.getMethodName());
    FrameTable table = name.isEmpty() ? null : ModuleFrames.tableOf(element.getClassName());
    if (table == null || name.get().functionIndex() < table.format.importedFunctions()) {
      return null;
    }
    int function = name.get().functionIndex();
    return element.getLineNumber() > 0
        ? table.methodAt(element, function)
        : new Method(table, function, function, name.get().isPart(), List.of());
  }

  /** Other functions have lines with instructions alone; what follows them is not in the table. */
  private Method methodAt(StackTraceElement element, int function) {
    String simpleName = element.getClassName().substring(prefix.length());
    return format
        .methodAt(simpleName, element.getLineNumber())
        .filter(method -> method.functionIndex() == function || !method.lines().isEmpty())
        .map(
            method ->
                new Method(this, function, method.functionIndex(), method.part(), places(method)))
        .orElse(null);
  }

  private static List<FrameFormat.Place> places(FrameFormat.Method method) {
    return method.lines().isEmpty() ? List.of() : method.lines().get(0).places();
  }
}

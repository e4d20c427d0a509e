package org.wasm2java.benchmarks.hosted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.gc.I31;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.ImportType;

/**
 * The formatter of {@code @wasm-fmt/dart_fmt} 0.4.0, a Dart program: its values of JavaScript are
 * strings, doubles, lists, maps and functions of Java here. Imports that formatting does not need
 * fail with their names.
 */
final class DartHost implements HostedProgram.Host {
  private static final Object UNDEFINED =
      new Object() {
        @Override
        public String toString() {
          return "undefined";
        }
      };

  private static final int FUNCTIONS = 300;

  /** A function of the program as JavaScript has it: an export calls it. */
  private record Wrapped(String export, Object function) {}

  private final Instance instance;
  private final Map<String, Function<Object[], Object>> imports = new HashMap<>();
  private final String source;
  private Wrapped format = new Wrapped("", UNDEFINED);

  DartHost(ModuleDescriptor module) {
    addStrings();
    addObjects();
    addNumbers();
    addExpressions();
    Store store = new Store();
    for (ImportType imported : module.imports()) {
      if (imported.type() instanceof GlobalType global) {
        store.define(
            imported.module(),
            imported.field(),
            Global.create(global.valueType(), false, imported.field()));
      } else {
        store.define(imported.module(), imported.field(), function(imported));
      }
    }
    instance = module.instantiate(store);
    instance.exportedFunction("$invokeMain").call(new ArrayList<>());
    source = source();
  }

  private WasmFunction function(ImportType imported) {
    FunctionType type = (FunctionType) imported.type();
    Function<Object[], Object> body = imports.get(imported.field());
    if (body == null) {
      return HostFunction.boxed(
          type,
          arguments -> {
            throw new IllegalStateException("called " + imported);
          });
    }
    boolean gives = !type.results().isEmpty();
    return HostFunction.boxed(
        type,
        arguments -> {
          Object result = body.apply(arguments);
          return gives ? new Object[] {result} : new Object[0];
        });
  }

  private void dart(int number, Function<Object[], Object> body) {
    imports.put("_" + number, body);
  }

  private static int truth(boolean holds) {
    return holds ? 1 : 0;
  }

  /** A 31-bit integer that leaves the program is a number. */
  private static double number(Object value) {
    return value instanceof I31 integer ? integer.signed() : ((Number) value).doubleValue();
  }

  private static int integer(Object value) {
    return (int) number(value);
  }

  @SuppressWarnings("unchecked") // lists are made of objects here
  private static List<Object> list(Object value) {
    return (List<Object>) value;
  }

  @SuppressWarnings("unchecked") // maps are made of objects here
  private static Map<Object, Object> object(Object value) {
    return (Map<Object, Object>) value;
  }

  private void string(String name, Function<Object[], Object> body) {
    imports.put(name, body);
  }

  private void addStrings() {
    string("charCodeAt", a -> (int) ((String) a[0]).charAt((int) a[1]));
    string("compare", a -> Integer.signum(((String) a[0]).compareTo((String) a[1])));
    string("concat", a -> (String) a[0] + a[1]);
    string("equals", a -> truth(a[0] == null ? a[1] == null : a[0].equals(a[1])));
    string("length", a -> a[0] instanceof String text ? text.length() : 0);
    string("substring", a -> ((String) a[0]).substring((int) a[1], (int) a[2]));
    string("test", a -> truth(a[0] instanceof String));
    string("fromCharCodeArray", a -> text((WasmArray) a[0], (int) a[1], (int) a[2]));
    string("intoCharCodeArray", a -> copy((String) a[0], (WasmArray) a[1], (int) a[2]));
    dart(101, a -> ((String) a[0]).replace((String) a[1], (String) a[2]));
    dart(103, a -> ((String) a[0]).toLowerCase(Locale.ROOT));
    dart(104, a -> ((String) a[0]).toUpperCase(Locale.ROOT));
    dart(105, a -> ((String) a[0]).strip());
    dart(108, a -> ((String) a[0]).repeat((int) a[1]));
    dart(109, a -> (double) ((String) a[0]).indexOf((String) a[1], (int) a[2]));
    dart(110, a -> (double) ((String) a[0]).lastIndexOf((String) a[1], integer(a[2])));
    dart(111, a -> split((String) a[0], (String) a[1]));
    dart(235, a -> String.valueOf(a[0]));
  }

  private static String text(WasmArray codes, int start, int end) {
    List<?> elements = codes.asList();
    StringBuilder text = new StringBuilder(Math.max(0, end - start));
    for (int i = start; i < end; i++) {
      text.append((char) integer(elements.get(i)));
    }
    return text.toString();
  }

  @SuppressWarnings("unchecked") // the array is one of 16-bit integers
  private static int copy(String text, WasmArray codes, int start) {
    List<Integer> elements = (List<Integer>) codes.asList();
    for (int i = 0; i < text.length(); i++) {
      elements.set(start + i, (int) text.charAt(i));
    }
    return text.length();
  }

  private static List<Object> split(String text, String separator) {
    return new ArrayList<>(
        separator.isEmpty()
            ? text.chars().mapToObj(Character::toString).toList()
            : Arrays.asList(text.split(Pattern.quote(separator), -1)));
  }

  private void addObjects() {
    dart(181, a -> new HashMap<>());
    dart(182, a -> object(a[0]).put("success", a[1]));
    dart(183, a -> object(a[0]).put("code", a[1]));
    dart(184, a -> object(a[0]).put("error", a[1]));
    dart(185, a -> format = (Wrapped) a[0]);
    for (int wrapper : new int[] {186, 237, 238}) {
      dart(wrapper, a -> new Wrapped("_" + wrapper, a[0]));
    }
    dart(212, a -> truth(a[0] instanceof Wrapped));
    dart(224, a -> ((Wrapped) a[0]).function());
    dart(36, a -> new ArrayList<>(Collections.nCopies(integer(a[0]), UNDEFINED)));
    dart(38, a -> (double) list(a[0]).size());
    dart(40, a -> property(a[0], a[1]));
    dart(231, a -> property(a[0], a[1]));
    dart(41, a -> list(a[0]).set(integer(a[1]), a[2]));
    dart(124, a -> (double) list(a[0]).size());
    dart(126, a -> list(a[0]).get((int) a[1]));
    dart(127, a -> list(a[0]).set((int) a[1], a[2]));
    dart(113, a -> truth(a[0] instanceof List));
    dart(208, a -> list(a[0]).remove(list(a[0]).size() - 1));
    dart(221, a -> list(a[0]).size());
    dart(223, a -> list(a[0]).get((int) a[1]));
    dart(210, a -> truth(a[0] == UNDEFINED));
    dart(216, a -> truth(a[0] == a[1] || (a[0] != null && a[0].equals(a[1]))));
    dart(112, a -> truth(a[0] == a[1] || (a[0] != null && a[0].equals(a[1]))));
    dart(239, a -> kind(a[0]));
    for (int type : new int[] {132, 134, 136, 138, 140, 142, 144, 148, 150}) {
      dart(type, a -> 0); // there are no typed arrays
    }
    dart(78, a -> "");
    dart(82, a -> null);
    dart(83, a -> 0);
  }

  private static Object property(Object owner, Object key) {
    return owner instanceof List
        ? list(owner).get(integer(key))
        : object(owner).getOrDefault(key, UNDEFINED);
  }

  private static int kind(Object value) {
    if (value == UNDEFINED) {
      return 1;
    }
    if (value instanceof Boolean) {
      return 2;
    }
    if (value instanceof Number || value instanceof I31) {
      return 3;
    }
    if (value instanceof String) {
      return 4;
    }
    return value instanceof List ? 5 : 19;
  }

  private void addNumbers() {
    dart(217, a -> number(a[0]));
    dart(218, a -> a[0]);
    dart(219, a -> truth((Boolean) a[0]));
    dart(220, a -> (int) a[0] != 0);
    dart(272, a -> Math.class);
    dart(269, a -> Math.random());
    dart(273, a -> Integer.toString((int) a[0], (int) a[1]));
    dart(274, a -> Long.toString((long) a[0], (int) a[1]));
    dart(73, a -> Double.parseDouble((String) a[0]));
    dart(77, a -> Double.parseDouble((String) a[0]));
  }

  /** Dart's expressions are those of JavaScript, which Java's are close to. */
  private void addExpressions() {
    dart(
        205,
        a -> {
          String flags = (String) a[1];
          int bits = flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
          bits |= flags.contains("m") ? Pattern.MULTILINE : 0;
          bits |= flags.contains("s") ? Pattern.DOTALL : 0;
          return new Expression(Pattern.compile((String) a[0], bits), flags);
        });
    dart(206, a -> ((Expression) a[0]).find((String) a[1]));
    dart(207, a -> ((Expression) a[0]).find((String) a[1]) != null);
    dart(215, a -> truth(a[0] instanceof Expression));
    dart(257, a -> (double) ((Found) a[0]).start);
    dart(259, a -> ((Expression) a[0]).flags);
    dart(260, a -> ((Expression) a[0]).flags.contains("m"));
    dart(261, a -> ((Expression) a[0]).flags.contains("i"));
    dart(262, a -> ((Expression) a[0]).flags.contains("u"));
    dart(263, a -> ((Expression) a[0]).flags.contains("s"));
    dart(
        264,
        a -> {
          ((Expression) a[0]).next = integer(a[1]);
          return null;
        });
  }

  private static final class Expression {
    private final Pattern pattern;
    private final String flags;
    private int next;

    Expression(Pattern pattern, String flags) {
      this.pattern = pattern;
      this.flags = flags;
    }

    /** Finds what begins at the last index, if the flags say so, or behind it. */
    @Nullable Found find(String text) {
      boolean sticky = flags.contains("y");
      boolean keeps = sticky || flags.contains("g");
      int start = keeps ? next : 0;
      Matcher matcher = pattern.matcher(text);
      boolean found =
          start <= text.length()
              && (sticky
                  ? matcher.region(start, text.length()).useAnchoringBounds(false).lookingAt()
                  : matcher.find(start));
      next = found && keeps ? matcher.end() : 0;
      return found ? new Found(matcher) : null;
    }
  }

  /** The text of each group, and where it was found. */
  private static final class Found extends ArrayList<Object> {
    private static final long serialVersionUID = 1;

    private final int start;

    Found(Matcher matcher) {
      start = matcher.start();
      for (int group = 0; group <= matcher.groupCount(); group++) {
        add(matcher.group(group) == null ? UNDEFINED : matcher.group(group));
      }
    }
  }

  /** Returns a program of many functions that is not formatted. */
  private static String source() {
    StringBuilder text = new StringBuilder("import 'dart:math';\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append("int f" + i + "(int a,{required String name,List<int>? rest}){if(a>" + i + "){")
          .append("for(var i=0;i<a;i++){print('$name ${rest?.length??0} '+i.toString());}")
          .append("return f" + i + "(a-1,name:name,rest:[...?rest,a,a*2,a+" + i + "]);}")
          .append("final map={'key':a,'other':[1,2,3].map((e)=>e*a).where((e)=>e.isEven)};")
          .append("switch(map.length){case 1:return a;default:return max(a," + i + ");}}\n");
    }
    return text.toString();
  }

  @Override
  public byte[] run() {
    Map<Object, Object> result =
        object(
            instance.exportedFunction(format.export())
                .call(format.function(), 3, source, "many.dart", "{\"lineEnding\":\"\\n\"}")[0]);
    if (!Boolean.TRUE.equals(result.get("success"))) {
      throw new IllegalStateException(String.valueOf(result.get("error")));
    }
    return String.valueOf(result.get("code")).getBytes(StandardCharsets.UTF_8);
  }
}

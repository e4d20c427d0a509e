package org.wasm2java.runtime.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wasm2java.runtime.format.FrameFormat.FunctionName;
import org.wasm2java.runtime.format.FrameFormat.Line;
import org.wasm2java.runtime.format.FrameFormat.Method;
import org.wasm2java.runtime.format.FrameFormat.Place;

class FrameFormatTest {
  private static final List<String> KEYS =
      List.of(
          FrameKey.ARRAY.text(),
          FrameKey.DIVISION.text(),
          FrameKey.INDIRECT.text(),
          FrameKey.ofFunction(0),
          FrameKey.ofFunction(70_000),
          FrameKey.ofView("get"),
          FrameKey.ofMethod("Memory", "grow"));

  private static List<Method> methods(Random random) {
    List<Method> methods = new ArrayList<>();
    int line = 0;
    for (int i = 0; i < 20; i++) {
      line += random.nextInt(300);
      int first = line;
      List<Line> lines = new ArrayList<>();
      for (int count = random.nextInt(5); count > 0; count--) {
        line += 1 + random.nextInt(10);
        lines.add(new Line(line, places(random)));
      }
      line++;
      methods.add(new Method(random.nextInt(90_000), random.nextBoolean(), first, lines));
    }
    return methods;
  }

  /** One place has no key, as nothing has to be told apart. */
  private static List<Place> places(Random random) {
    int count = 1 + random.nextInt(3);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String key = count == 1 ? "" : KEYS.get(random.nextInt(KEYS.size()));
      places.add(new Place(key, random.nextInt(1 << 28)));
    }
    return places;
  }

  @Test
  void whatIsWrittenIsReadBack() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      SortedMap<Integer, FunctionName> names = new TreeMap<>();
      names.put(random.nextInt(100), new FunctionName("name\u00e9", ""));
      names.put(100 + random.nextInt(100_000), new FunctionName("", "exported"));
      List<Method> methods = methods(random);
      SortedMap<String, byte[]> classes = new TreeMap<>();
      classes.put("Guest", FrameFormat.write(methods));
      classes.put("GuestCode1", FrameFormat.write(methods(random)));

      FrameFormat read = FrameFormat.read(FrameFormat.write("guest", 3, names, classes));

      assertThat(read.module()).isEqualTo("guest");
      assertThat(read.importedFunctions()).isEqualTo(3);
      names.forEach((index, name) -> assertThat(read.nameOf(index)).isEqualTo(name));
      assertThat(read.nameOf(-1)).isEqualTo(new FunctionName("", ""));
      assertThat(read.hasClass("GuestCode1")).isTrue();
      assertThat(read.hasClass("GuestCode2")).isFalse();
      methods.forEach(method -> assertFound(read, method));
    }
  }

  private static void assertFound(FrameFormat table, Method method) {
    for (Line line : method.lines()) {
      assertThat(table.methodAt("Guest", line.number()))
          .hasValue(
              new Method(method.functionIndex(), method.part(), method.firstLine(), List.of(line)));
    }
  }

  @Test
  void aLineBeforeAllMethodsIsOfNone() {
    byte[] lines = FrameFormat.write(List.of(new Method(4, false, 10, List.of())));
    SortedMap<String, byte[]> classes = new TreeMap<>();
    classes.put("Guest", lines);
    FrameFormat table = FrameFormat.read(FrameFormat.write("", 0, new TreeMap<>(), classes));
    assertThat(table.methodAt("Guest", 9)).isEmpty();
    assertThat(table.methodAt("Guest", 10)).hasValue(new Method(4, false, 10, List.of()));
  }

  @Test
  void anotherFormatIsRefused() {
    byte[] table = FrameFormat.write("", 0, new TreeMap<>(), new TreeMap<>());
    table[0]++;
    assertThatIllegalArgumentException().isThrownBy(() -> FrameFormat.read(table));
  }
}

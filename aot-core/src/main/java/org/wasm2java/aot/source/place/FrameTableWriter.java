package org.wasm2java.aot.source.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.format.FrameFormat;

/** Writes the resource that says which function and instruction a Java line is of. */
public final class FrameTableWriter {
  private FrameTableWriter() {}

  /** Returns what the resource has of a class: its methods' lines. Nothing if it has none. */
  public static byte[] ofClass(CodeOwners owners, List<PlaceLines.Method> methods) {
    return methods.isEmpty()
        ? new byte[0]
        : FrameFormat.write(
            methods.stream()
                .flatMap(method -> owners.apart(method).stream())
                .map(FrameTableWriter::method)
                .toList());
  }

  /**
   * Returns the resource's contents.
   *
   * @param classes what {@link #ofClass} gave for each class that has methods, by simple name
   */
  public static byte[] ofModule(JavaPlan plan, SortedMap<String, byte[]> classes) {
    int imported = plan.module().spaces().importedFunctions();
    return FrameFormat.write(plan.moduleName(), imported, names(plan), classes);
  }

  private static SortedMap<Integer, FrameFormat.FunctionName> names(JavaPlan plan) {
    Names names = plan.module().decoded().names();
    Map<Integer, List<String>> exports = plan.module().decoded().functionExports();
    SortedMap<Integer, FrameFormat.FunctionName> known = new TreeMap<>();
    for (int i = 0; i < plan.module().spaces().functionCount(); i++) {
      String name = names.functionName(i).orElse("");
      String export = exports.containsKey(i) ? exports.get(i).get(0) : "";
      if (!name.isEmpty() || exports.containsKey(i)) {
        known.put(i, new FrameFormat.FunctionName(name, export));
      }
    }
    return known;
  }

  private static FrameFormat.Method method(PlaceLines.Method method) {
    List<FrameFormat.Line> lines = new ArrayList<>(method.lines().size());
    method.lines().forEach(line -> lines.add(new FrameFormat.Line(line.line(), places(line))));
    return new FrameFormat.Method(method.functionIndex(), method.part(), method.first(), lines);
  }

  /** Returns the places of a line; where all have one offset, nothing has to tell them apart. */
  private static List<FrameFormat.Place> places(PlaceLines.Line line) {
    int first = line.offsets().get(0);
    if (line.offsets().stream().allMatch(offset -> offset == first)) {
      return List.of(new FrameFormat.Place("", first));
    }
    Set<FrameFormat.Place> places = new LinkedHashSet<>();
    for (int i = 0; i < line.keys().size(); i++) {
      places.add(new FrameFormat.Place(line.keys().get(i), line.offsets().get(i)));
    }
    return List.copyOf(places);
  }
}

package org.wasm2java.aot.source.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wasm2java.aot.module.IndexSpaces;

/**
 * Whose code a line is: a method also has instructions of functions that were put in place of tail
 * calls, whose frames are those functions'.
 */
public final class CodeOwners {
  private final TreeMap<Integer, Integer> functions = new TreeMap<>();

  /** The owners in a module. */
  public CodeOwners(IndexSpaces spaces) {
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      functions.put(spaces.function(i).offset(), i);
    }
  }

  /** Returns a method as methods of one function each, in the order of lines. */
  List<PlaceLines.Method> apart(PlaceLines.Method method) {
    if (method.lines().stream().allMatch(line -> owner(method, line) == method.functionIndex())) {
      return List.of(method);
    }
    List<PlaceLines.Method> apart = new ArrayList<>();
    List<PlaceLines.Line> own = new ArrayList<>();
    int first = method.first();
    for (PlaceLines.Line line : method.lines()) {
      int owner = owner(method, line);
      if (owner == method.functionIndex()) {
        own.add(line);
        continue;
      }
      apart.add(part(method, method.functionIndex(), first, own));
      apart.add(part(method, owner, line.line(), List.of(line)));
      own.clear();
      first = line.line() + 1;
    }
    apart.add(part(method, method.functionIndex(), first, own));
    return apart;
  }

  private static PlaceLines.Method part(
      PlaceLines.Method method, int owner, int first, List<PlaceLines.Line> lines) {
    return new PlaceLines.Method(owner, method.part(), first, List.copyOf(lines));
  }

  private int owner(PlaceLines.Method method, PlaceLines.Line line) {
    Map.Entry<Integer, Integer> entry = functions.floorEntry(line.offsets().get(0));
    return entry == null ? method.functionIndex() : entry.getValue();
  }
}

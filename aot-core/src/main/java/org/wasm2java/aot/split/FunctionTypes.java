package org.wasm2java.aot.split;

import java.util.HashMap;
import java.util.Map;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.FunctionType;

/**
 * Which type indices stand for the same function type: indirect calls compare canonical types, and
 * each becomes one Java class.
 */
public final class FunctionTypes {
  private final int[] canonical;

  /** The function types of a module. */
  public FunctionTypes(IndexSpaces spaces) {
    canonical = new int[spaces.typeCount()];
    Map<FunctionType, Integer> first = new HashMap<>();
    for (int i = 0; i < canonical.length; i++) {
      canonical[i] = -1;
      if (spaces.type(i).composite() instanceof FunctionType type) {
        Integer known = first.putIfAbsent(type, i);
        canonical[i] = known == null ? i : known;
      }
    }
  }

  /** Returns the lowest index of the same type, or -1 if it is not a function type. */
  public int canonical(int typeIndex) {
    return canonical[typeIndex];
  }
}

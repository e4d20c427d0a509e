package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.wasm2java.aot.module.IndexSpaces;

/**
 * Which functions that are used as values share a class. A class of its own lets HotSpot see the
 * callee of an indirect call; that pays for functions in tables while they are few, as each class
 * costs time to load. HotSpot sees two callees at most, so a few more of one type share a class,
 * which chooses among them by comparing numbers rather than by a jump that is hard to predict.
 */
public final class ReferenceGroups {
  /** With more functions in tables than this, loading their classes would be noticed. */
  private static final int MOST_SINGLE = 300;

  /** As many callees HotSpot inlines at one call. */
  private static final int MOST_SEEN = 2;

  /** Functions of a type that share a class where others have one each (ADR 0020). */
  private static final int MOST_SHARING = 8;

  private static final int GROUP = 32;

  /** With so many functions as values the number of classes matters more than their size. */
  private static final int MANY = 5000;

  private static final int LARGE_GROUP = 200;

  /** Functions of one type that share a class. */
  public record Group(int canonicalType, List<Integer> functions) {
    /** Copies the list. */
    public Group {
      functions = List.copyOf(functions);
    }
  }

  private ReferenceGroups() {}

  /** Returns the groups by their first functions. */
  public static List<Group> of(JavaPlan plan) {
    List<Group> groups = new ArrayList<>();
    SortedSet<Integer> inTables = plan.usage().tableFunctions();
    collect(plan, inTables, most(inTables), groups);
    collect(
        plan,
        plan.usage().otherReferences(),
        Math.max(GROUP, most(plan.usage().otherReferences())),
        groups);
    return groups;
  }

  private static int most(SortedSet<Integer> functions) {
    if (functions.size() <= MOST_SINGLE) {
      return 1;
    }
    return functions.size() <= MANY ? GROUP : LARGE_GROUP;
  }

  private static void collect(
      JavaPlan plan, SortedSet<Integer> functions, int most, List<Group> groups) {
    IndexSpaces spaces = plan.module().spaces();
    SortedMap<Integer, List<Integer>> byType = new TreeMap<>();
    for (int function : functions) {
      int type = plan.module().canonicalType(spaces.functionTypeIndex(function));
      byType.computeIfAbsent(type, key -> new ArrayList<>()).add(function);
    }
    byType.forEach(
        (type, all) -> {
          boolean share = all.size() > MOST_SEEN && all.size() <= MOST_SHARING;
          int size = share ? Math.max(most, MOST_SHARING) : most;
          for (int start = 0; start < all.size(); start += size) {
            groups.add(new Group(type, all.subList(start, Math.min(start + size, all.size()))));
          }
        });
  }
}

package org.wasm2java.aot.split;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;

/**
 * Which class holds the field of each memory, table, tag, global and kept segment: the module's
 * own, number 0, or one of several classes of state, from 1, where there are more than fit a class.
 */
public final class StateLayout {
  /** What has fields, in the order in which they take the module's class. */
  public enum Entity {
    /** Memories. */
    MEMORY,
    /** Tables. */
    TABLE,
    /** Tags. */
    TAG,
    /** Globals. */
    GLOBAL,
    /** Data segments that instructions name. */
    DATA,
    /** Element segments that instructions name. */
    ELEMENTS
  }

  private static final int NO_FIELD = -1;

  private final int[][] classes = new int[Entity.values().length][];
  private final int fieldsPerClass;
  private int fields;

  StateLayout(IndexSpaces spaces, WasmModule module, ModuleUsage usage, int fieldsPerClass) {
    this.fieldsPerClass = fieldsPerClass;
    place(Entity.MEMORY, spaces.memoryCount(), index -> true);
    place(Entity.TABLE, spaces.tableCount(), index -> true);
    place(Entity.TAG, spaces.tagCount(), index -> true);
    place(Entity.GLOBAL, spaces.globalCount(), index -> true);
    place(Entity.DATA, module.data().size(), usage::usesData);
    place(Entity.ELEMENTS, module.elements().size(), usage::usesElements);
  }

  private void place(Entity entity, int count, IntPredicate hasField) {
    int[] placed = new int[count];
    Arrays.setAll(placed, index -> hasField.test(index) ? fields++ / fieldsPerClass : NO_FIELD);
    classes[entity.ordinal()] = placed;
  }

  /** Returns the number of the class with an entity's field. */
  public int classOf(Entity entity, int index) {
    int number = classes[entity.ordinal()][index];
    if (number == NO_FIELD) {
      throw new IllegalArgumentException(entity + " " + index + " has no field");
    }
    return number;
  }

  /** Returns how many entities have a field. */
  public int fields() {
    return fields;
  }

  /** Returns how many classes of state there are beside the module's. */
  public int furtherClasses() {
    return Math.max(0, fields - 1) / fieldsPerClass;
  }
}

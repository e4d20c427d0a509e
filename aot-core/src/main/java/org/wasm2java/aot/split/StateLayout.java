package org.wasm2java.aot.split;

import java.util.function.IntUnaryOperator;
import org.wasm2java.aot.ir.Carrier;
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
    place(Entity.MEMORY, spaces.memoryCount(), index -> 1);
    place(Entity.TABLE, spaces.tableCount(), index -> 1);
    place(Entity.TAG, spaces.tagCount(), index -> 1);
    place(
        Entity.GLOBAL,
        spaces.globalCount(),
        index -> Carrier.of(spaces.globalType(index).valueType()).size());
    place(Entity.DATA, module.data().size(), index -> usage.usesData(index) ? 1 : 0);
    place(Entity.ELEMENTS, module.elements().size(), index -> usage.usesElements(index) ? 1 : 0);
  }

  private void place(Entity entity, int count, IntUnaryOperator fieldsOf) {
    int[] placed = new int[count];
    for (int index = 0; index < count; index++) {
      int own = fieldsOf.applyAsInt(index);
      placed[index] = own == 0 ? NO_FIELD : fields / fieldsPerClass;
      fields += own;
    }
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

  /** Returns how many fields entities have. */
  public int fields() {
    return fields;
  }

  /** Returns how many classes of state there are beside the module's. */
  public int furtherClasses() {
    return Math.max(0, fields - 1) / fieldsPerClass;
  }
}

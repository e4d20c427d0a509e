package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.ValueType;

/**
 * The memories and tables that an instance makes, within the limits of its configuration, and their
 * arrays' way back to the allocator.
 */
final class Resources {
  private static final String PAGES = "pages of 64 KiB";
  private static final String ELEMENTS = "elements";

  private final String module;
  private final InstanceConfig config;
  private final List<Memory> memories = new ArrayList<>(1);

  /**
   * Nothing yet.
   *
   * @param module the module's name, for messages
   */
  Resources(String module, InstanceConfig config) {
    this.module = module;
    this.config = config;
  }

  /** Returns a new memory; limits in pages, -1 for no maximum. */
  Memory memory(long minimum, long maximum) {
    if (Long.compareUnsigned(minimum, config.memoryLimit()) > 0) {
      throw ResourceLimitException.of(
          tooLarge("memory", minimum, PAGES)
              + bound("memoryLimit", config.memoryLimit(), Memory.MAX_PAGES),
          null);
    }
    try {
      Memory memory =
          Memory.create(
              minimum, maximum, config.memoryLimit(), config.growthReserve(), config.allocator());
      memories.add(memory);
      return memory;
    } catch (OutOfMemoryError e) {
      throw noRoom("memory", minimum, PAGES, e);
    }
  }

  /** Returns a new table; limits in elements, -1 for no maximum. */
  Table table(ValueType type, long minimum, long maximum) {
    if (Long.compareUnsigned(minimum, config.tableLimit()) > 0) {
      throw ResourceLimitException.of(
          tooLarge("table", minimum, ELEMENTS)
              + bound("tableLimit", config.tableLimit(), Table.MAX_SIZE),
          null);
    }
    try {
      return Table.create(type, minimum, maximum, config.tableLimit());
    } catch (OutOfMemoryError e) {
      throw noRoom("table", minimum, ELEMENTS, e);
    }
  }

  private String tooLarge(String kind, long minimum, String unit) {
    String asked = Long.toUnsignedString(minimum);
    return kind
        + " of module "
        + ShownText.of(module)
        + ": "
        + asked
        + " "
        + unit
        + " are asked for";
  }

  private static String bound(String setting, long limit, long most) {
    return ", at most "
        + limit
        + (limit < most
            ? " are allowed by " + setting + " of the instance's configuration"
            : " fit a Java array");
  }

  private RuntimeException noRoom(String kind, long minimum, String unit, OutOfMemoryError cause) {
    return ResourceLimitException.of(
        kind
            + " of module "
            + ShownText.of(module)
            + ": no room in the Java heap for "
            + minimum
            + " "
            + unit
            + "; give Java more with -Xmx, or close instances first",
        cause);
  }

  /** Gives the arrays of the memories back to their allocator. */
  void release() {
    for (Memory memory : memories) {
      memory.releaseBytes();
    }
  }
}

package org.wasm2java.aot.validate;

import java.util.OptionalLong;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;

/**
 * Validates the sizes of memories and tables.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/types.html#limits">Limits</a>
 */
final class LimitsValidator {
  private static final long MAX_PAGES32 = 1L << 16;
  private static final long MAX_PAGES64 = 1L << 48;
  private static final long MAX_ELEMENTS32 = 0xFFFFFFFFL;
  private static final long MAX_ELEMENTS64 = -1L;

  private LimitsValidator() {}

  static void check(MemoryType type, Section section, int entry) {
    if (type.limits().addressType() == AddressType.I64) {
      check(type.limits(), MAX_PAGES64, "memory", "2**48 pages", section, entry);
    } else {
      check(type.limits(), MAX_PAGES32, "memory", "65536 pages (4GiB)", section, entry);
    }
    if (type.shared() && type.limits().maximum().isEmpty()) {
      throw section.fail(Rules.SHARED_MAXIMUM, entry, "");
    }
  }

  static void check(TableType type, Section section, int entry) {
    section.check(type.elementType(), entry);
    boolean wide = type.limits().addressType() == AddressType.I64;
    check(
        type.limits(),
        wide ? MAX_ELEMENTS64 : MAX_ELEMENTS32,
        "table",
        wide ? "2**64-1" : "2**32-1",
        section,
        entry);
  }

  private static void check(
      Limits limits, long range, String what, String rangeText, Section section, int entry) {
    OptionalLong maximum = limits.maximum();
    if (Long.compareUnsigned(limits.minimum(), range) > 0
        || Long.compareUnsigned(maximum.orElse(0), range) > 0) {
      throw section.fail(Rules.size(what, rangeText), entry, "found " + limits.text());
    }
    if (maximum.isPresent() && Long.compareUnsigned(limits.minimum(), maximum.getAsLong()) > 0) {
      throw section.fail(Rules.SIZE_ORDER, entry, "found " + limits.text());
    }
  }
}

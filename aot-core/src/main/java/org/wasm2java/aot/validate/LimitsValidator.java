package org.wasm2java.aot.validate;

import java.util.OptionalLong;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.validate.body.Rules;

/**
 * Validates the sizes of memories and tables.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/types.html#limits">Limits</a>
 */
final class LimitsValidator {
  private static final Range PAGES32 = new Range("memory", 1L << 16, "65536 pages (4GiB)");
  private static final Range PAGES64 = new Range("memory", 1L << 48, "2**48 pages");
  private static final Range ELEMENTS32 = new Range("table", 0xFFFFFFFFL, "2**32-1");
  private static final Range ELEMENTS64 = new Range("table", -1L, "2**64-1");

  private LimitsValidator() {}

  /** The largest size that addresses allow; it is unsigned. */
  private record Range(String what, long most, String text) {}

  static void check(MemoryType type, SectionChecks section, int entry) {
    check(type.limits(), isWide(type.limits()) ? PAGES64 : PAGES32, section, entry);
    if (type.shared() && type.limits().maximum().isEmpty()) {
      throw section.fail(Rules.SHARED_MAXIMUM, entry, "");
    }
  }

  static void check(TableType type, SectionChecks section, int entry) {
    section.check(type.elementType(), entry);
    check(type.limits(), isWide(type.limits()) ? ELEMENTS64 : ELEMENTS32, section, entry);
  }

  private static boolean isWide(Limits limits) {
    return limits.addressType() == AddressType.I64;
  }

  private static void check(Limits limits, Range range, SectionChecks section, int entry) {
    OptionalLong maximum = limits.maximum();
    if (Long.compareUnsigned(limits.minimum(), range.most()) > 0
        || Long.compareUnsigned(maximum.orElse(0), range.most()) > 0) {
      throw section.fail(Rules.size(range.what(), range.text()), entry, "found " + limits.text());
    }
    if (maximum.isPresent() && Long.compareUnsigned(limits.minimum(), maximum.getAsLong()) > 0) {
      throw section.fail(Rules.SIZE_ORDER, entry, "found " + limits.text());
    }
  }
}

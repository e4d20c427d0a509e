package org.wasm2java.aot.source.body;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wasm2java.aot.ir.Expr;

/**
 * The tables of bytes that the methods of one class look up: each is an array in a field, which a
 * just-in-time compiler takes for the constant that it is.
 */
public final class ByteTables {
  /** What a class may spend on fields; further tables are strings where they are used. */
  private static final int MOST = 1_000;

  private static final int ENTRIES = 1 << Byte.SIZE;

  private final Map<String, String> fields = new LinkedHashMap<>();

  /** Returns the Java expression for a lookup's table, as an array or as a string. */
  String reference(Expr.Lookup lookup) {
    String entries = entries(lookup);
    if (fields.size() >= MOST && !fields.containsKey(entries)) {
      return JavaLiterals.string(entries);
    }
    return fields.computeIfAbsent(entries, key -> "TABLE" + fields.size());
  }

  /** Returns a character for each value of a byte, but for zeros at the end. */
  private static String entries(Expr.Lookup lookup) {
    StringBuilder entries = new StringBuilder();
    int last = 0;
    for (int i = 0; i < ENTRIES; i++) {
      int entry = i < lookup.table().length ? lookup.table()[i] : lookup.otherwise();
      entries.append((char) entry);
      last = entry == 0 ? last : i + 1;
    }
    return entries.substring(0, last);
  }

  /** Returns the names of the fields that the class needs, by the tables' entries. */
  public Map<String, String> fields() {
    return fields;
  }
}

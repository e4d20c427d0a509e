package org.wasm2java.aot.validate.body;

import java.util.Arrays;
import java.util.List;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.type.ValueType;

/** The types of a function's parameters and locals, without expanding runs of locals. */
final class LocalTypes {
  private final ValueType[] parameters;
  private final List<ValueType> types;
  private final long[] ends;
  private final long total;

  LocalTypes(List<ValueType> parameters, LocalDeclarations locals) {
    this.parameters = parameters.toArray(new ValueType[0]);
    this.types = locals.types();
    this.ends = new long[types.size()];
    long end = this.parameters.length;
    for (int i = 0; i < ends.length; i++) {
      end += Integer.toUnsignedLong(locals.counts().get(i));
      ends[i] = end;
    }
    this.total = end;
  }

  boolean contains(int localIndex) {
    return Integer.toUnsignedLong(localIndex) < total;
  }

  boolean isParameter(int localIndex) {
    return Integer.compareUnsigned(localIndex, parameters.length) < 0;
  }

  ValueType at(int localIndex) {
    if (isParameter(localIndex)) {
      return parameters[localIndex];
    }
    int found = Arrays.binarySearch(ends, Integer.toUnsignedLong(localIndex) + 1);
    return types.get(found >= 0 ? firstNonEmpty(found) : -found - 1);
  }

  /** Runs of no locals end where the run before them does. */
  private int firstNonEmpty(int found) {
    int run = found;
    while (run > 0 && ends[run - 1] == ends[run]) {
      run--;
    }
    return run;
  }
}

package org.wasm2java.aot.resolve;

import java.lang.constant.ClassDesc;
import java.util.Map;
import org.wasm2java.aot.validate.ValidModule;

/** Names the Java classes of structure and array types. */
public interface ClassNaming {
  /** Returns the classes by the least indices of equal types. */
  Map<Integer, ClassDesc> classes(ValidModule module);
}

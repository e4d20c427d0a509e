package org.wasm2java.aot.resolve;

import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.function.IntFunction;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.aot.validate.ValidModule;

/** Names the Java classes of structure and array types. */
public interface ClassNaming {
  /**
   * The class of a type.
   *
   * @param name its name
   * @param origin where it comes from
   */
  record Named(ClassDesc name, TypeDefinition.Origin origin) {}

  /**
   * Returns the classes by the least indices of equal types.
   *
   * @param identity gives the identity of a type, which equal types of all modules have
   */
  Map<Integer, Named> classes(ValidModule module, IntFunction<String> identity);
}

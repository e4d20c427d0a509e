package org.wasm2java.aot.source.name;

import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.resolve.ClassNaming;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Names the classes of structures and arrays after the types of the name section, behind the name
 * of the module's class; types without a name have their index.
 */
public final class TypeClassNames implements ClassNaming {
  private final String className;

  /** Names for a module whose class has this name. */
  public TypeClassNames(String className) {
    this.className = className;
  }

  @Override
  public Map<Integer, ClassDesc> classes(ValidModule module) {
    int prefix = className.lastIndexOf('.') + 1;
    String simpleName = className.substring(prefix);
    JavaNames scope =
        JavaNames.ofClassFiles(
            name -> GeneratedNames.isCompanion(simpleName, name) || name.equals(simpleName));
    IndexSpaces spaces = module.spaces();
    Map<Integer, ClassDesc> classes = new HashMap<>();
    for (int i = 0; i < spaces.typeCount(); i++) {
      CompositeType composite = spaces.type(i).composite();
      if (module.canonicalType(i) == i && !(composite instanceof FunctionType)) {
        boolean struct = composite instanceof StructType;
        int index = i;
        String own =
            module
                .decoded()
                .names()
                .typeName(i)
                .map(given -> scope.unique(simpleName + JavaNames.type(given)))
                .orElseGet(() -> GeneratedNames.aggregateClass(simpleName, struct, index));
        classes.put(i, ClassDesc.of(className.substring(0, prefix) + own));
      }
    }
    return classes;
  }
}

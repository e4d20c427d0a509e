package org.wasm2java.aot.source.name;

import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.resolve.ClassNaming;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Names the classes of structures and arrays: after the types of the name section, behind the name
 * of the module's class, or, in a package that modules share, after the types' identities.
 */
public final class TypeClassNames implements ClassNaming {
  private final String className;
  private final String typesPackage;
  private final Set<String> given;

  /** Names for a module that shares no classes, whose class has this name. */
  public TypeClassNames(String className) {
    this(className, "", Set.of());
  }

  /**
   * Names for a module.
   *
   * @param className the name of its class
   * @param typesPackage the package of the classes that it shares with others; empty for none
   * @param given the classes of that package that there are already
   */
  public TypeClassNames(String className, String typesPackage, Set<String> given) {
    this.className = className;
    this.typesPackage = typesPackage;
    this.given = given;
  }

  @Override
  public Map<Integer, Named> classes(ValidModule module, IntFunction<String> identity) {
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    JavaNames scope =
        JavaNames.ofClassFiles(
            name -> GeneratedNames.isCompanion(simpleName, name) || name.equals(simpleName));
    IndexSpaces spaces = module.spaces();
    Map<Integer, Named> classes = new HashMap<>();
    for (int i = 0; i < spaces.typeCount(); i++) {
      CompositeType composite = spaces.type(i).composite();
      if (module.canonicalType(i) == i && !(composite instanceof FunctionType)) {
        boolean struct = composite instanceof StructType;
        classes.put(
            i,
            typesPackage.isEmpty()
                ? own(module, scope, simpleName, i)
                : shared(struct, identity.apply(i)));
      }
    }
    return classes;
  }

  private Named own(ValidModule module, JavaNames scope, String simpleName, int typeIndex) {
    boolean struct = module.spaces().type(typeIndex).composite() instanceof StructType;
    String name =
        module
            .decoded()
            .names()
            .typeName(typeIndex)
            .map(given -> scope.unique(simpleName + JavaNames.type(given)))
            .orElseGet(() -> GeneratedNames.aggregateClass(simpleName, struct, typeIndex));
    String prefix = className.substring(0, className.length() - simpleName.length());
    return new Named(ClassDesc.of(prefix + name), TypeDefinition.Origin.OWN);
  }

  private Named shared(boolean struct, String identity) {
    String name = (struct ? "Struct_" : "Array_") + identity.replace('.', '_');
    String binaryName = typesPackage + "." + name;
    return new Named(
        ClassDesc.of(binaryName),
        given.contains(binaryName) ? TypeDefinition.Origin.GIVEN : TypeDefinition.Origin.SHARED);
  }
}

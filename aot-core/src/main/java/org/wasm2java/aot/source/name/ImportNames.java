package org.wasm2java.aot.source.name;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.wasm2java.aot.split.ImportedModule;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.split.JavaPlan;

/** The names of the interfaces, classes, fields and methods that stand for imported modules. */
public final class ImportNames {
  private static final String LINKED = "Linked";

  /** What the names of other nested classes start with. */
  private static final Pattern GENERATED =
      Pattern.compile(LINKED + "|" + GeneratedNames.RESULTS + "|" + GeneratedNames.FRAME + "\\d");

  private final Map<ImportedModule, String> interfaces = new HashMap<>();
  private final Map<ImportedModule, String> linked = new HashMap<>();
  private final Map<ImportedModule, String> fields = new HashMap<>();
  private final Map<ImportedModule, String> setters = new HashMap<>();
  private final Map<ImportedFunction, String> methods = new LinkedHashMap<>();

  public ImportNames(JavaPlan plan, GeneratedNames names) {
    JavaNames types =
        JavaNames.ofClassFiles(name -> ReservedNames.hidesNested(name) || names.isClass(name));
    JavaNames fieldNames = new JavaNames(Set.of("store", "linker", "imports", "functions"));
    JavaNames setterNames = new JavaNames(Set.of());
    for (ImportedModule module : plan.imports()) {
      String type = types.unique(interfaceName(group(module)));
      interfaces.put(module, type);
      fields.put(module, fieldNames.unique(JavaNames.member(type)) + "Module");
      setters.put(module, setterNames.unique(JavaNames.member(type)));
      JavaNames methodNames = JavaNames.ofMethods(Set.of());
      for (ImportedFunction function : module.functions()) {
        methods.put(function, methodNames.unique(JavaNames.member(method(module, function))));
      }
    }
    // Users see the interfaces alone, so those have the first choice.
    for (ImportedModule module : plan.imports()) {
      linked.put(module, types.unique(LINKED + interfaces.get(module)));
    }
  }

  private static String group(ImportedModule module) {
    return module.names().size() == 1 ? module.names().get(0) : "further_imports";
  }

  private static String method(ImportedModule module, ImportedFunction function) {
    return module.names().size() == 1
        ? function.field()
        : function.module() + "_" + function.field();
  }

  private static String interfaceName(String module) {
    String type = JavaNames.type(module);
    return GENERATED.matcher(type).lookingAt() ? type + "Module" : type;
  }

  public String interfaceName(ImportedModule module) {
    return interfaces.getOrDefault(module, "");
  }

  /** Returns the class that implements the interface by what is linked. */
  public String linkedClass(ImportedModule module) {
    return linked.getOrDefault(module, "");
  }

  /** Returns the field of the instance, which is also distinct from all other members. */
  public String field(ImportedModule module) {
    return fields.getOrDefault(module, "");
  }

  /** Returns the name of the setter in the holder of imports. */
  public String setter(ImportedModule module) {
    return setters.getOrDefault(module, "");
  }

  public String method(ImportedFunction function) {
    return methods.getOrDefault(function, "");
  }
}

package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Groups imported functions by interface and places the interfaces in classes. Usually there is one
 * for each import module, nested in the module's class; very many functions or modules take more
 * interfaces or share them, and classes of their own.
 */
final class ImportGroups {
  private record Key(String module, String field, int typeIndex) {}

  private final ValidModule module;
  private final IndexSpaces spaces;
  private final LayoutLimits limits;
  private final List<ImportedModule> groups = new ArrayList<>();
  private int placed;
  private int importClasses;

  private ImportGroups(ValidModule module, LayoutLimits limits) {
    this.module = module;
    this.spaces = module.spaces();
    this.limits = limits;
  }

  /** Returns the groups by first occurrence. */
  static List<ImportedModule> of(ValidModule module, LayoutLimits limits) {
    return new ImportGroups(module, limits).groups();
  }

  private List<ImportedModule> groups() {
    Map<String, List<ImportedFunction>> byModule = new LinkedHashMap<>();
    byKey()
        .forEach(
            (key, indices) ->
                byModule
                    .computeIfAbsent(key.module(), name -> new ArrayList<>())
                    .add(function(key, indices)));
    List<ImportedFunction> shared = new ArrayList<>();
    byModule.forEach(
        (name, functions) -> {
          Optional<Class<?>> hostClass = HostModules.hostClass(name);
          if (hostClass.isPresent() || groups.size() < limits.importInterfaces()) {
            addGroups(hostClass, functions);
          } else {
            shared.addAll(functions);
          }
        });
    addGroups(Optional.empty(), shared);
    return groups;
  }

  private Map<Key, List<Integer>> byKey() {
    Map<Key, List<Integer>> byKey = new LinkedHashMap<>();
    for (int i = 0; i < spaces.importedFunctions(); i++) {
      Import declared = spaces.functionImport(i).orElseThrow();
      int typeIndex = module.canonicalType(((FunctionReferenceType) declared.type()).typeIndex());
      byKey
          .computeIfAbsent(
              new Key(declared.module(), declared.field(), typeIndex), key -> new ArrayList<>())
          .add(i);
    }
    return byKey;
  }

  private ImportedFunction function(Key key, List<Integer> indices) {
    FunctionType type = spaces.functionTypeAt(key.typeIndex());
    Optional<String> hostMethod =
        HostModules.hostClass(key.module())
            .flatMap(host -> HostModules.method(host, key.field(), type));
    return new ImportedFunction(key.module(), key.field(), indices, key.typeIndex(), hostMethod);
  }

  private void addGroups(Optional<Class<?>> hostClass, List<ImportedFunction> functions) {
    for (int start = 0; start < functions.size(); start += limits.imports()) {
      List<ImportedFunction> group =
          functions.subList(start, Math.min(start + limits.imports(), functions.size()));
      placed += group.size();
      List<String> names = group.stream().map(ImportedFunction::module).distinct().toList();
      boolean inMain = placed <= limits.imports() && importClasses == 0;
      groups.add(new ImportedModule(names, hostClass, group, inMain ? 0 : ++importClasses));
    }
  }
}

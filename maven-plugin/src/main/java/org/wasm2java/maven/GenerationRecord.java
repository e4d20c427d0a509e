package org.wasm2java.maven;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.wasm2java.maven.RecordedModule.ServiceLine;

/**
 * What all executions of the goal in one project have written, kept in the build folder for the
 * next build to compare. One record for all makes it possible to know what nobody makes any more.
 *
 * @param modules the generated modules; a file of two of them is the same for both, such as the
 *     class of a type that they share
 */
record GenerationRecord(SortedMap<ModuleKey, RecordedModule> modules) {
  static final GenerationRecord EMPTY = new GenerationRecord(Collections.emptySortedMap());

  GenerationRecord {
    modules = Collections.unmodifiableSortedMap(new TreeMap<>(modules));
  }

  /** Returns the module that was generated from the same, by whichever execution. */
  Optional<RecordedModule> madeFrom(String inputs) {
    return modules.values().stream().filter(module -> module.inputs().equals(inputs)).findFirst();
  }

  /**
   * Returns the record with a module, to which the files belong that others had written before; it
   * shares those that are the same in modules of other classes.
   */
  GenerationRecord with(ModuleKey key, RecordedModule module) {
    SortedMap<ModuleKey, RecordedModule> all = new TreeMap<>();
    modules.forEach(
        (otherKey, other) -> {
          boolean isSameClass = otherKey.className().equals(key.className());
          RecordedModule rest =
              other.without(isSameClass ? module.files().keySet() : module.unlike(other));
          if (!rest.files().isEmpty()) {
            all.put(otherKey, rest);
          }
        });
    all.put(key, module);
    return new GenerationRecord(all);
  }

  /** Returns the record without some modules. */
  GenerationRecord without(Predicate<ModuleKey> gone) {
    SortedMap<ModuleKey, RecordedModule> rest = new TreeMap<>(modules);
    rest.keySet().removeIf(gone);
    return new GenerationRecord(rest);
  }

  /** Returns the hash of each file of all modules. */
  SortedMap<OutputPath, String> files() {
    SortedMap<OutputPath, String> files = new TreeMap<>();
    modules.values().forEach(module -> files.putAll(module.files()));
    return files;
  }

  /** Returns the service files of all modules. */
  SortedSet<OutputPath> serviceFiles() {
    SortedSet<OutputPath> files = new TreeSet<>();
    modules.values().forEach(module -> module.services().forEach(line -> files.add(line.file())));
    return files;
  }

  /**
   * Returns the lines that all modules have in a service file, whichever folder it is in: the files
   * of all folders are copied to one place, so that each has to have the lines of the others.
   */
  Collection<String> serviceLines(String path) {
    SortedSet<String> lines = new TreeSet<>();
    for (RecordedModule module : modules.values()) {
      for (ServiceLine line : module.services()) {
        if (line.file().path().equals(path)) {
          lines.add(line.line());
        }
      }
    }
    return lines;
  }
}

package org.wasm2java.aot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is written for a module.
 *
 * @param sources Java text by path
 * @param declarations the sources without code of those classes that have such, by path
 * @param resources contents by path
 * @param largeMethods the functions whose methods could not be cut to their limits, by an estimate
 */
record ModuleSources(
    SortedMap<String, String> sources,
    SortedMap<String, String> declarations,
    SortedMap<String, byte[]> resources,
    LargeMethods largeMethods) {
  ModuleSources {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    declarations = Collections.unmodifiableSortedMap(new TreeMap<>(declarations));
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** Returns the sources that are not, or not the same, among others. */
  SortedMap<String, String> changedFrom(ModuleSources others) {
    SortedMap<String, String> changed = new TreeMap<>(sources);
    changed.entrySet().removeAll(others.sources.entrySet());
    return changed;
  }

  /** Returns whether one of the sources gives the class file of a path. */
  boolean hasClass(String path) {
    int file = path.lastIndexOf('/') + 1;
    int end = path.length() - ".class".length();
    while (end > file && !sources.containsKey(path.substring(0, end) + ".java")) {
      end = path.lastIndexOf('$', end - 1); // names of users may have one as well
    }
    return end > file;
  }
}

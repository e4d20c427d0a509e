package org.wasm2java.aot;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A translated module: Java sources and the resources that go beside them.
 *
 * @param className the qualified name of the module's class
 * @param sources Java text by path, such as {@code com/acme/Sha256.java}
 * @param resources contents by path; they must be on the class path with the classes
 * @param command whether the class has a {@code main}
 * @param timings how long each phase took
 */
public record Translation(
    String className,
    SortedMap<String, String> sources,
    SortedMap<String, byte[]> resources,
    boolean command,
    List<PhaseTiming> timings) {
  /** Copies the collections. */
  public Translation {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    timings = List.copyOf(timings);
  }
}

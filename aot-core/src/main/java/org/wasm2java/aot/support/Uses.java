package org.wasm2java.aot.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.instruction.Feature;

/** Counts the uses of each feature and keeps the first, in the order in which they are met. */
final class Uses {
  private final Map<Feature, UnsupportedFeature> byFeature = new LinkedHashMap<>();

  void add(Feature feature, String what, Location place) {
    UnsupportedFeature known = byFeature.get(feature);
    byFeature.put(
        feature,
        known == null
            ? new UnsupportedFeature(new UnsupportedUse(feature, what, place), 1)
            : new UnsupportedFeature(known.first(), known.uses() + 1));
  }

  List<UnsupportedFeature> all() {
    return new ArrayList<>(byFeature.values());
  }
}

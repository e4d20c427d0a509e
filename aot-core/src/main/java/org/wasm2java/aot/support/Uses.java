package org.wasm2java.aot.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.ValueType;

/** Counts the uses of each feature and keeps the first, in the order in which they are met. */
final class Uses {
  private final IndexSpaces spaces;
  private final Map<Feature, UnsupportedFeature> byFeature = new LinkedHashMap<>();

  Uses(IndexSpaces spaces) {
    this.spaces = spaces;
  }

  void add(Feature feature, String what, Location place) {
    UnsupportedFeature known = byFeature.get(feature);
    byFeature.put(
        feature,
        known == null
            ? new UnsupportedFeature(new UnsupportedUse(feature, what, place), 1)
            : new UnsupportedFeature(known.first(), known.uses() + 1));
  }

  /** Adds a use of a type, if no Java carrier carries its values; returns whether it did. */
  boolean addIfUnsupported(ValueType type, String what, Location place) {
    if (Carrier.carries(type)) {
      return false;
    }
    add(TypeFeatures.of(spaces, type), what + " of type " + type.text(), place);
    return true;
  }

  List<UnsupportedFeature> all() {
    return new ArrayList<>(byFeature.values());
  }
}

package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.support.SupportCheck;
import org.wasm2java.aot.support.UnsupportedFeature;
import org.wasm2java.aot.support.UsedFeatures;
import org.wasm2java.aot.validate.ValidModule;

/** Describes a valid module in lines. */
final class ModuleInspector {
  private static final int BIGGEST = 10;

  private final ValidModule module;
  private final IndexSpaces spaces;

  ModuleInspector(ValidModule module) {
    this.module = module;
    this.spaces = module.spaces();
  }

  ModuleSummary summary() {
    EntityLines entities = new EntityLines(module);
    return new ModuleSummary(
        module.decoded().byteSize(),
        entities.imports(),
        entities.exports(),
        entities.memories(),
        entities.tables(),
        UsedFeatures.of(module).stream().map(Feature::text).toList(),
        module.decoded().functions().size(),
        biggest(),
        SupportCheck.unsupported(module).stream().map(UnsupportedFeature::text).toList(),
        entities.use());
  }

  private List<String> biggest() {
    List<Integer> indices = new ArrayList<>();
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      indices.add(i);
    }
    indices.sort(
        Comparator.comparingInt((Integer index) -> -spaces.function(index).codeBytes())
            .thenComparingInt(index -> index));
    List<String> lines = new ArrayList<>();
    for (int index : indices.subList(0, Math.min(BIGGEST, indices.size()))) {
      int codeBytes = spaces.function(index).codeBytes();
      lines.add(FunctionText.of(module, index) + ": " + codeBytes + " bytes");
    }
    return lines;
  }
}

package org.wasm2java.aot.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.SpecModules;
import org.wasm2java.aot.SpecModules.SpecModule;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Instruction.Constant;
import org.wasm2java.aot.instruction.Instruction.Plain;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.Modules;
import org.wasm2java.aot.validate.ValidModule;

final class UsedFeaturesTest {
  private static final Instruction END = new Plain(ControlOpcode.END);
  private static final Instruction I32 = new Constant(NumericOpcode.I32_CONST, 1);
  private static final Instruction F64 = new Constant(NumericOpcode.F64_CONST, 0);

  @Test
  void scriptsOfTheFirstVersionUseNoLaterFeature() throws IOException {
    Set<String> scripts = Set.of("core/f32_cmp", "core/forward", "core/int_exprs", "core/f64_cmp");
    List<Set<Feature>> features = new ArrayList<>();
    for (SpecModule module : SpecModules.all()) {
      if (scripts.contains(module.script()) && module.command().equals("module")) {
        features.add(
            UsedFeatures.of(ModuleValidator.validate(ModuleDecoder.decode(module.bytes()))));
      }
    }
    assertThat(features).isNotEmpty().allMatch(used -> used.equals(Set.of(Feature.MVP)));
  }

  @Test
  void onlyFeaturesInUseAreListed() {
    FunctionType twoResults = new FunctionType(List.of(), List.of(NumberType.I32, NumberType.F64));
    ValidModule module =
        ModuleValidator.validate(
            new Modules()
                .function(twoResults, I32, new Plain(NumericOpcode.I32_EXTEND8_S), F64, END)
                .build());
    assertThat(UsedFeatures.of(module))
        .containsExactly(Feature.MVP, Feature.SIGN_EXTENSION, Feature.MULTI_VALUE);
  }
}

package org.wasm2java.aot.support;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.validate.ValidModule;

/**
 * The extensions of WebAssembly that a build does not want, whether or not they can be translated.
 *
 * <pre>{@code
 * RefusedFeatures.parse("-simd,-threads").require(module);
 * }</pre>
 */
public final class RefusedFeatures {
  private final Set<Feature> features;

  private RefusedFeatures(Set<Feature> features) {
    this.features = features;
  }

  /**
   * Reads a list of extensions, each a minus and its name, with commas between; empty for none.
   *
   * @throws IllegalArgumentException if there is something else in it; the message lists the names
   */
  public static RefusedFeatures parse(String list) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (String entry : list.isBlank() ? new String[0] : list.split(",", -1)) {
      features.add(feature(entry.strip()));
    }
    return new RefusedFeatures(Collections.unmodifiableSet(features));
  }

  private static Feature feature(String entry) {
    for (Feature feature : refusable()) {
      if (entry.equals("-" + name(feature))) {
        return feature;
      }
    }
    throw new IllegalArgumentException(
        "\""
            + entry
            + "\" refuses nothing: give names with a minus, such as -simd,-threads, of "
            + refusable().stream().map(RefusedFeatures::name).collect(Collectors.joining(", ")));
  }

  private static Set<Feature> refusable() {
    return EnumSet.complementOf(EnumSet.of(Feature.MVP));
  }

  private static String name(Feature feature) {
    return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Refuses a module that uses one of the extensions.
   *
   * @throws WasmModuleException naming the first of them, its first instruction and the option
   */
  public void require(ValidModule module) {
    if (features.isEmpty()) {
      return;
    }
    for (Feature used : UsedFeatures.of(module)) {
      if (features.contains(used)) {
        throw refusal(used, module);
      }
    }
  }

  private static WasmModuleException refusal(Feature feature, ValidModule module) {
    UnsupportedUse use =
        firstInstruction(feature, module)
            .orElse(new UnsupportedUse(feature, "what the module has of it", Location.offset(-1)));
    return new Failure(Failure.Kind.UNSUPPORTED, "refused: " + feature.text())
        .at(use.place(), use.what() + " is valid, but --features=-" + name(feature) + " was given");
  }

  private static Optional<UnsupportedUse> firstInstruction(Feature feature, ValidModule module) {
    IndexSpaces spaces = module.spaces();
    for (int function = spaces.importedFunctions(); function < spaces.functionCount(); function++) {
      Body body = spaces.function(function).body();
      for (int i = 0; i < body.size(); i++) {
        Opcode opcode = body.at(i).opcode();
        if (opcode.feature() == feature) {
          Optional<String> name = module.decoded().names().functionName(function);
          Location place = Location.function(body.offset(i), function, name, i);
          return Optional.of(new UnsupportedUse(feature, opcode.text(), place));
        }
      }
    }
    return Optional.empty();
  }
}

package org.wasm2java.aot.shown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.wasm2java.aot.shown.HostileModule.assertShown;
import static org.wasm2java.aot.shown.HostileModule.name;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.ModuleSummary;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.host.HostModuleBuilder;
import org.wasm2java.runtime.listener.TraceListener;
import org.wasm2java.runtime.type.FunctionType;

/** Text of a module is printed nowhere raw. */
final class HostileNamesTest {
  private static final int UNREACHABLE = 0x00;
  private static final byte[] TRAPPING = HostileModule.of(0, new WasmBytes().u8(UNREACHABLE));

  private static ModuleDescriptor module;

  @BeforeAll
  static void compile() {
    module = GeneratedClasses.of(translator().compile(TRAPPING)).module();
  }

  private static Translator translator() {
    return new Translator(
        TranslationOptions.builder("shown.Hostile").listen("*").customSections("*").build());
  }

  private static Instance instance(InstanceConfig config) {
    WasmFunction nothing = HostFunction.boxed(FunctionType.NOTHING, arguments -> new Object[0]);
    Store store = new Store().define(name("module"), name("field"), nothing);
    return module.instantiate(store.namespace(), config);
  }

  @Test
  void inspectedModules() {
    ModuleSummary summary = translator().inspect(TRAPPING);
    for (List<String> lines :
        List.of(summary.imports(), summary.exports(), summary.biggestFunctions())) {
      assertThat(lines).isNotEmpty().allSatisfy(HostileModule::assertShown);
      assertThat(lines).allMatch(line -> line.lines().count() == 1);
    }
  }

  @Test
  void invalidModules() {
    byte[] mismatch = HostileModule.of(0, new WasmBytes().u8(0x41, 0));
    assertShown(catchThrowable(() -> translator().inspect(mismatch)).getMessage());
  }

  @Test
  void duplicateExports() {
    WasmBytes exports = new WasmBytes().u32(2);
    exports.name(name("x")).u8(2).u32(0).name(name("x")).u8(2).u32(0);
    WasmBytes wasm = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    wasm.u8(5).sized(new WasmBytes().u32(1).u8(0, 1)).u8(7).sized(exports);
    assertShown(catchThrowable(() -> translator().inspect(wasm.toByteArray())).getMessage());
  }

  @Test
  void unsupportedModules() {
    WasmBytes fence = new WasmBytes().u8(0xFE, 0x03, 0x00);
    byte[] wasm = HostileModule.of(0, fence);
    assertShown(catchThrowable(() -> translator().translate(wasm)).getMessage());
    assertThat(translator().inspect(wasm).untranslatable())
        .isNotEmpty()
        .allSatisfy(HostileModule::assertShown);
  }

  @Test
  void linkErrors() {
    Store empty = new Store();
    assertShown(catchThrowable(() -> module.instantiate(empty)).getMessage());
    Store wrong = new Store().define(name("module"), name("field"), Memory.create(1, 1));
    assertShown(catchThrowable(() -> module.instantiate(wrong)).getMessage());
    Store taken = new Store().add(HostModuleBuilder.named(name("module")).build());
    assertShown(
        catchThrowable(() -> taken.add(HostModuleBuilder.named(name("module")).build()))
            .getMessage());
    assertShown(catchThrowable(() -> taken.alias(name("a"), name("a"))).getMessage());
  }

  @Test
  void traps() {
    Instance instance = instance(InstanceConfig.DEFAULT);
    Trap trap = (Trap) catchThrowable(() -> instance.export(name("export")).call());
    assertShown(trap.getMessage());
    assertThat(trap.frames()).isNotEmpty().allSatisfy(frame -> assertShown(frame.toString()));
    assertThat(trap.frames().get(0).exportName()).isEqualTo(name("export"));
    StringWriter trace = new StringWriter();
    trap.printStackTrace(new PrintWriter(trace, true));
    assertShown(trace.toString().replace("\t", "  "));
  }

  @Test
  void traces() {
    Instance instance = instance(InstanceConfig.DEFAULT);
    StringBuilder trace = new StringBuilder();
    instance.execution().setListener(new TraceListener(trace));
    assertThat(catchThrowable(() -> instance.export(name("export")).call()))
        .isInstanceOf(Trap.class);
    instance.export(name("export2")).call(1);
    assertShown(trace.toString());
  }

  @Test
  void descriptionsOfModulesAndInstances() {
    assertShown(module.toString());
    assertShown(module.imports().get(0).toString());
    assertThat(module.exports()).isNotEmpty().allSatisfy(export -> assertShown(export.toString()));
    assertThat(module.customSections(name("custom")))
        .isNotEmpty()
        .allSatisfy(section -> assertShown(section.toString()));
    assertShown(instance(InstanceConfig.DEFAULT).toString());
    Instance named = instance(InstanceConfig.named(name("named")));
    assertShown(named.toString());
    assertShown(catchThrowable(() -> named.exportedMemory(name("no"))).getMessage());
    assertShown(new Store().newNamespace(name("space")).toString());
    HostModule host =
        HostModuleBuilder.named(name("host")).memory(name("memory"), Memory.create(1, 1)).build();
    assertShown(host.toString());
  }

  @Test
  void sources() {
    Translation translation = translator().translate(TRAPPING);
    for (String source : translation.sources().values()) {
      HostileModule.assertPlain(source);
      List<String> comments =
          source.lines().map(String::strip).filter(line -> line.startsWith("*")).toList();
      assertThat(comments)
          .allSatisfy(HostileModule::assertPlain)
          .noneMatch(line -> line.contains("<script>") || line.contains("{@link x}"))
          .noneMatch(line -> line.replaceFirst("\\*/$", "").contains("*/"));
    }
    assertThat(translation.sources().get("shown/Hostile.java"))
        .contains("Export export&#92;nFORGED&#92;rFORGED&#92;u{2028}FORGED");
  }
}

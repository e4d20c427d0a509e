package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wasm2java.aot.embedding.Guests.CALLER;
import static org.wasm2java.aot.embedding.Guests.GUEST;
import static org.wasm2java.aot.embedding.Guests.MACHINE;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.generated.IncompatibleRuntimeError;
import org.wasm2java.runtime.generated.RuntimeAbi;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.host.HostModuleBuilder;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.ImportType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;
import org.wasm2java.runtime.type.ValueType;

/** Modules as values: what they tell of themselves, and how they are found and instantiated. */
class DescriptorTest {
  @TempDir Path folder;

  @Test
  void aDescriptorTellsNameAndOrigin() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    assertThat(MACHINE.name()).isEqualTo("machine");
    assertThat(MACHINE.className()).isEqualTo("embedding.Machine");
    assertThat(MACHINE.sourceHash())
        .isEqualTo(HexFormat.of().formatHex(digest.digest(Guests.bytes("machine"))));
    assertThat(MACHINE.translatorVersion()).isNotEmpty();
    assertThat(MACHINE).hasToString("module machine");
  }

  @Test
  void aDescriptorTellsImportsWithTheirTypes() {
    assertThat(CALLER.imports())
        .startsWith(
            new ImportType("env", "mix", FunctionType.of("i32 i64 f32 f64", "f64")),
            new ImportType("env", "add", FunctionType.of("i32 i32", "i32")))
        .endsWith(
            new ImportType("env", "memory", new MemoryType(1, -1)),
            new ImportType("env", "table", new TableType(ValueType.FUNCREF, 1, -1)),
            new ImportType("env", "counter", new GlobalType(ValueType.I32, true)))
        .hasSize(11);
  }

  @Test
  void aDescriptorTellsExportsAndLimits() {
    assertThat(MACHINE.exports())
        .startsWith(
            new ExportType("memory", new MemoryType(1, 8)),
            new ExportType("table", new TableType(ValueType.FUNCREF, 2, 6)),
            new ExportType("shared", new GlobalType(ValueType.I64, true)))
        .contains(new ExportType("change", FunctionType.of("i32 externref", "")));
    assertThat(MACHINE.memories()).containsExactly(new MemoryType(1, 8), new MemoryType(1, -1));
    assertThat(MACHINE.tables())
        .containsExactly(
            new TableType(ValueType.FUNCREF, 2, 6), new TableType(ValueType.EXTERNREF, 3, -1));
    assertThat(MACHINE.exports().get(0).type().text()).isEqualTo("memory 1..8");
    assertThat(MACHINE.exports().get(1).type().text()).isEqualTo("table 2..6 funcref");
  }

  @Test
  void anInstanceKnowsItsModule() {
    Instance machine = MACHINE.instantiate(new Store());
    assertThat(machine.module()).isEqualTo(MACHINE).isNotEqualTo(GUEST);
    assertThat(machine.exportNames())
        .containsExactlyElementsOf(MACHINE.exports().stream().map(ExportType::name).toList());
  }

  @Test
  void aMissingExportIsNamedWithThoseThereAre() {
    Instance guest = GUEST.instantiate(Guests.storeForGuest());
    assertThatThrownBy(() -> guest.export("dirct"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no export \"dirct\" in module guest; it exports [memory, table,");
    assertThatThrownBy(() -> guest.exportedFunction("memory"))
        .hasMessageStartingWith("no exported function \"memory\"");
    assertThatThrownBy(() -> guest.export("memory").call())
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("memory 1..4 is not a function and cannot be called");
  }

  @Test
  void customSectionsAreKeptWhereTheTranslatorIsTold() {
    byte[] module = {0, 'a', 's', 'm', 1, 0, 0, 0, 0, 4, 1, 'a', 7, 8, 0, 3, 1, 'b', 9};
    assertThat(sections(module, List.of()).customSections("a")).isEmpty();
    ModuleDescriptor all = sections(module, List.of("*"));
    assertThat(all.customSections("a").get(0).contents()).containsExactly(7, 8);
    assertThat(all.customSections("b").get(0).contents()).containsExactly(9);
    assertThat(all.customSections("c")).isEmpty();
    assertThat(sections(module, List.of("a")).customSections("b")).isEmpty();
  }

  private static ModuleDescriptor sections(byte[] module, List<String> patterns) {
    TranslationOptions.Builder options = TranslationOptions.builder("embedding.Sections");
    patterns.forEach(options::customSections);
    return GeneratedClasses.of(new Translator(options.build()).compile(module)).module();
  }

  private Path jar(String wasm, String className) throws IOException {
    CompiledModule module =
        new Translator(TranslationOptions.builder(className).build()).compile(Guests.bytes(wasm));
    Path jar = folder.resolve(className + ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      module.writeJar(out, JarOptions.builder().bundleRuntime(false).build());
    }
    return jar;
  }

  private static URLClassLoader loader(Path... jars) throws IOException {
    URL[] path = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      path[i] = jars[i].toUri().toURL();
    }
    return new URLClassLoader(path, DescriptorTest.class.getClassLoader());
  }

  @Test
  void serviceLoadersFindModulesByName() throws IOException {
    try (URLClassLoader loader =
        loader(jar("machine", "com.acme.First"), jar("guest", "com.acme.Second"))) {
      assertThat(ModuleDescriptor.all(loader))
          .extracting(ModuleDescriptor::name)
          .containsExactlyInAnyOrder("machine", "guest");
      ModuleDescriptor machine = ModuleDescriptor.find("machine", loader).orElseThrow();
      assertThat(machine.className()).isEqualTo("com.acme.First");
      assertThat(ModuleDescriptor.find("com.acme.First", loader)).contains(machine);
      assertThat(ModuleDescriptor.find("other", loader)).isEmpty();
      assertThat(machine.instantiate(new Store()).export("count").call()).containsExactly(8);
    }
  }

  @Test
  void modulesOfTheSameNameAreToldApartByTheirClass() throws IOException {
    try (URLClassLoader loader =
        loader(jar("machine", "com.acme.First"), jar("machine", "com.acme.Second"))) {
      assertThatThrownBy(() -> ModuleDescriptor.find("machine", loader))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("several modules are named machine: ask for com.acme.");
      assertThat(ModuleDescriptor.find("com.acme.Second", loader)).isPresent();
    }
  }

  @Test
  void oneModuleMakesManyInstancesInStoresAndThreads() throws InterruptedException {
    List<Store> stores = List.of(new Store(), new Store());
    Thread[] threads = new Thread[4];
    List<Throwable> failures = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
    for (int t = 0; t < threads.length; t++) {
      String name = "machine-" + t;
      Store store = stores.get(t % 2);
      threads[t] =
          new Thread(
              () -> {
                for (int i = 0; i < 100; i++) {
                  try (Instance machine =
                      MACHINE.instantiate(store.namespace(), InstanceConfig.named(name))) {
                    machine.export("not_a_start").call(i);
                    assertThat(machine.export("count").call()).containsExactly(i);
                  } catch (Throwable e) {
                    failures.add(e);
                  }
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void codeOfAnotherRuntimeVersionIsRefusedWithAClearMessage() {
    int newer = RuntimeAbi.VERSION + 1;
    assertThatThrownBy(() -> RuntimeAbi.require(newer, "com.acme.Sha256"))
        .isInstanceOf(IncompatibleRuntimeError.class)
        .hasMessage(
            "com.acme.Sha256 was generated for runtime version "
                + newer
                + ", but wasm2java-runtime on the class path has version "
                + RuntimeAbi.VERSION
                + ": use a newer wasm2java-runtime");
    assertThatThrownBy(() -> RuntimeAbi.require(1, "com.acme.Sha256"))
        .hasMessageEndingWith("translate the module again with this version");
  }

  @Test
  void namesOfTheModuleDoNotClashWithThoseOfGeneratedClasses() {
    Store store = new Store();
    for (String name : List.of("env", "linked_env", "descriptor", "imports")) {
      store.add(HostModuleBuilder.named(name).function("f", () -> name.length()).build());
    }
    FunctionType pair = FunctionType.of("", "i32 i32");
    store.define("ResultsII", "f", HostFunction.boxed(pair, none -> new Object[] {8, 9}));
    Instance instance =
        GeneratedClasses.of(Guests.bytes("clashes"), "embedding.Clashes").instantiate(store);
    assertThat(instance.export("initialize0").call()).containsExactly(3);
    assertThat(instance.export("exportNames0").call()).containsExactly(10);
    assertThat(instance.export("exported0").call()).containsExactly(8, 9);
    assertThat(instance.export("close").call()).containsExactly(10);
    assertThat(instance.export("copy").call()).containsExactly(7);
    assertThat(instance.export("descriptor").call()).containsExactly(1);
    assertThat(instance.copy().export("function").call()).containsExactly(6);
  }
}

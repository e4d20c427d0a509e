package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.aot.GeneratedCode;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/**
 * Java code makes, reads and sets structures and arrays, and passes them to exports and imports:
 * {@code InventoryUser.java.txt} among the resources is a user's class, compiled with the generated
 * sources and with all warnings on.
 */
class AggregatesTest {
  @TempDir static Path folder;

  private static URLClassLoader loader;

  @BeforeAll
  static void compile() throws IOException {
    Translation translation =
        new Translator(TranslationOptions.builder("inventory.Inventory").build())
            .translate(Guests.bytes("inventory"));
    Map<String, String> sources = new HashMap<>(translation.sources());
    sources.put("inventory/InventoryUser.java", user());
    GeneratedCode.assertHasNoWarnings(sources, folder);
    Path classes = folder.resolve("classes");
    for (Map.Entry<String, byte[]> resource : translation.resources().entrySet()) {
      Files.write(classes.resolve(resource.getKey()), resource.getValue());
    }
    URL[] path = {classes.toUri().toURL()};
    loader = new URLClassLoader(path, AggregatesTest.class.getClassLoader());
  }

  @AfterAll
  static void close() throws IOException {
    if (loader != null) {
      loader.close();
    }
  }

  private static String user() throws IOException {
    try (InputStream in =
        AggregatesTest.class.getResourceAsStream("/embedding/InventoryUser.java.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fields, 7 -5 66 100 -1 true",
    "arrays, '30 4300 3 [0, 1, 2] 2'",
    "subtypes, 2 6 true true the elements of the array are immutable",
    "imports, 0:10 1:20 60 10",
    "vectors, 4 0 2",
    "snapshots, 3 39 39 true",
  })
  void aUserSees(String method, String seen) throws Exception {
    Class<?> user = loader.loadClass("inventory.InventoryUser");
    assertThat(user.getMethod(method).invoke(null)).isEqualTo(seen);
  }

  /** A trap of a structure or array is at its instruction, as others are. */
  @Test
  void trapsHaveFrames() throws Exception {
    Instance instance = instantiate();
    Object box = loader.loadClass("inventory.InventoryBox").getConstructor().newInstance();
    Object item = loader.loadClass("inventory.InventoryItem").getConstructor().newInstance();
    assertThatThrownBy(() -> instance.export("inner").call(box))
        .isInstanceOf(Trap.class)
        .hasMessageStartingWith("null reference")
        .hasMessageContaining("inner (module inventory");
    assertThatThrownBy(() -> instance.export("inner").call(item))
        .isInstanceOf(Trap.class)
        .hasMessageStartingWith("cast failure")
        .hasMessageContaining("inner (module inventory");
  }

  private static Instance instantiate() throws ReflectiveOperationException {
    Class<?> main = loader.loadClass("inventory.Inventory");
    ModuleDescriptor module = (ModuleDescriptor) main.getMethod("descriptor").invoke(null);
    FunctionType type = (FunctionType) module.imports().get(0).type();
    Store store =
        new Store().define("host", "visit", HostFunction.boxed(type, AggregatesTest::same));
    return module.instantiate(store);
  }

  private static Object[] same(Object... arguments) {
    return new Object[] {arguments[0]};
  }
}

package org.wasm2java.aot.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;

/** Two modules pass structures to each other. */
class SharedTypesTest {
  private static final String TYPES = "shared.types";

  @TempDir private Path folder;

  private static TranslationOptions.Builder options(String simpleName) {
    return TranslationOptions.builder("embedding." + simpleName);
  }

  private static CompiledModule compile(String name, TranslationOptions.Builder options) {
    return new Translator(options.build()).compile(Guests.bytes(name));
  }

  private static List<String> types(CompiledModule module) {
    return module.classes().keySet().stream()
        .filter(path -> path.startsWith("shared/types/"))
        .toList();
  }

  private Path jar(String name, CompiledModule module) throws IOException {
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream out = Files.newOutputStream(jar)) {
      module.writeJar(out, JarOptions.builder().bundleRuntime(false).build());
    }
    return jar;
  }

  /** Instantiates the modules of jars that are on one class path. */
  private static int sum(Path... jars) throws Exception {
    URL[] urls = Stream.of(jars).map(SharedTypesTest::url).toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(urls, Instance.class.getClassLoader())) {
      Store store = new Store();
      store.register("points", descriptor(loader, "Points").instantiate(store));
      Instance plotter = descriptor(loader, "Plotter").instantiate(store);
      return (Integer) plotter.exportedFunction("sum").call()[0];
    }
  }

  private static ModuleDescriptor descriptor(ClassLoader loader, String name) throws Exception {
    Method method = loader.loadClass("embedding." + name).getMethod("descriptor");
    return (ModuleDescriptor) method.invoke(null);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void modulesOfOnePackageOfTypesUnderstandEachOther() throws Exception {
    CompiledModule points = compile("points", options("Points").typesPackage(TYPES));
    CompiledModule plotter = compile("plotter", options("Plotter").typesPackage(TYPES));
    assertThat(types(points)).hasSize(3).isEqualTo(types(plotter));
    SortedMap<String, byte[]> same = new TreeMap<>(points.classes());
    same.keySet().retainAll(types(points));
    same.forEach((path, bytes) -> assertThat(plotter.classes().get(path)).isEqualTo(bytes));
    assertThat(sum(jar("points", points), jar("plotter", plotter))).isEqualTo(107 + 1 + 20);
  }

  @Test
  void classesOfAnotherJarAreNotMadeAgain() throws Exception {
    Path first = jar("points", compile("points", options("Points").typesPackage(TYPES)));
    CompiledModule plotter =
        compile("plotter", options("Plotter").typesPackage(TYPES).typesFrom(first));
    assertThat(types(plotter)).isEmpty();
    assertThat(sum(first, jar("plotter", plotter))).isEqualTo(107 + 1 + 20);
  }

  @Test
  void classesOfTheirOwnAreAnErrorThatSaysWhatToDo() throws Exception {
    Path points = jar("points", compile("points", options("Points")));
    Path plotter = jar("plotter", compile("plotter", options("Plotter")));
    assertThatThrownBy(() -> sum(points, plotter))
        .isInstanceOf(LinkException.class)
        .hasMessageContaining("points.make: expected func [i32] -> [(ref struct:")
        .hasMessageContaining(
            "other Java classes for its structures or arrays: translate both modules with the same"
                + " --types-package, or one with --types-from the other's jar");
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> options("Points").typesPackage("not a package").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not a Java package for types: \"not a package\": give one such as com.acme.types");
    assertThatThrownBy(() -> options("Points").typesFrom(folder.resolve("absent.jar")))
        .isInstanceOf(IOException.class);
  }
}

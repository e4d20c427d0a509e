package org.wasm2java.aot.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.UncompilableCodeException;

/**
 * Modules whose imports, exports and names are called like what generated code, the runtime and
 * Java call their own: they compile, run, and lose no file where file names have no case.
 */
class CollidingNamesTest {
  private static final String CLASS = "Thing";
  private static final int WORDS_PER_MODULE = 90;

  static Stream<NamedModule> modules() throws Exception {
    Set<String> words = new TreeSet<>(Words.classes());
    words.addAll(Words.members());
    words.addAll(Words.JAVA);
    List<String> all = new ArrayList<>(Words.inAllCases(Words.made(CLASS)));
    for (String word : Words.inAllCases(words)) {
      if (!all.contains(word)) {
        all.add(word);
      }
    }
    List<NamedModule> modules = new ArrayList<>();
    for (int start = 0; start < all.size(); start += WORDS_PER_MODULE) {
      int end = Math.min(start + WORDS_PER_MODULE, all.size());
      modules.add(new NamedModule(all.subList(start, end), modules.size()));
    }
    return modules.stream();
  }

  private static TranslationOptions options(String className) {
    return TranslationOptions.builder(className).build();
  }

  private static void assertDistinctFiles(CompiledModule compiled) {
    Set<String> small = new HashSet<>();
    assertThat(compiled.classes().keySet())
        .allSatisfy(path -> assertThat(small.add(path.toLowerCase(Locale.ROOT))).isTrue());
  }

  /** Two methods of one name that take interfaces of one method each are ambiguous for lambdas. */
  private static void assertDistinctSetters(CompiledModule compiled, int count) throws Exception {
    Class<?> imports =
        compiled
            .classLoader(CollidingNamesTest.class.getClassLoader())
            .loadClass(compiled.translation().className() + "$Imports");
    List<String> setters =
        Arrays.stream(imports.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .toList();
    assertThat(setters).hasSize(count).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void whatAModuleNamesHidesNothing(NamedModule module) throws Exception {
    CompiledModule compiled = new Translator(options("names." + CLASS)).compile(module.wasm());
    assertDistinctFiles(compiled);
    assertDistinctSetters(compiled, module.words().size());
    module.run(compiled);
  }

  @ParameterizedTest
  @MethodSource("modules")
  void whatALargeModuleNamesHidesNothing(NamedModule module) {
    CompiledModule compiled =
        SmallestLayout.translator(options("names." + CLASS)).compile(module.wasm());
    assertDistinctFiles(compiled);
    module.run(compiled);
  }

  /** A module's class has any name, or a message says that it cannot have it. */
  @Test
  void everyClassNameIsRefusedOrServes() throws Exception {
    Set<String> names = new TreeSet<>(Words.classes());
    names.addAll(Words.JAVA);
    names.addAll(Words.members());
    names.addAll(Words.made("Frame3"));
    List<String> failed =
        names.parallelStream().filter(name -> !isRefusedOrServes("names." + name)).toList();
    assertThat(failed).isEmpty();
  }

  private static boolean isRefusedOrServes(String className) {
    if (!TranslationOptions.isClassName(className)) {
      assertThatThrownBy(() -> options(className)).isInstanceOf(IllegalArgumentException.class);
      return true;
    }
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    NamedModule module =
        new NamedModule(List.copyOf(new TreeSet<>(List.of("env", "linked", "ENV", simpleName))), 0);
    try {
      module.run(new Translator(options(className)).compile(module.wasm()));
      return true;
    } catch (UncompilableCodeException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"class", "record", "var", "yield", "sealed", "permits", "_", "A\u200cB"})
  void wordsOfJavaAreNoClassNames(String word) {
    assertThatThrownBy(() -> options("p." + word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a Java class name: \"p." + word + "\": give one such as");
  }

  /** Packages may have the names that Java reserves for some uses only. */
  @Test
  void contextualKeywordsArePackages() {
    NamedModule module = new NamedModule(List.of("env"), 0);
    String name = "record.var.yield.sealed.permits.module.open.with.when." + CLASS;
    module.run(new Translator(options(name)).compile(module.wasm()));
  }
}

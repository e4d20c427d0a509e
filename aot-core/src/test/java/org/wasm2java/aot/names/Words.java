package org.wasm2java.aot.names;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.wasm2java.aot.source.name.ReservedNames;
import org.wasm2java.runtime.generated.GeneratedFunction;
import org.wasm2java.runtime.generated.GeneratedInstance;

/** Words that mean something in Java and in generated code. */
final class Words {
  /** Keywords, literals and contextual keywords (JLS 3.9 and 3.10). */
  static final List<String> JAVA =
      List.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends final finally float for goto if implements import"
                  + " instanceof int interface long native new package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient try void volatile while _ true false null exports module open opens"
                  + " permits provides record requires sealed to transitive uses var when with"
                  + " yield non-sealed")
              .split(" "));

  /** Classes that Java uses where no source names them. */
  private static final List<String> IMPLICIT =
      List.of(
          ("AssertionError AutoCloseable Boolean Byte Character Class Deprecated Enum Error"
                  + " Exception Iterable Module Number Package Record StringBuilder System Void")
              .split(" "));

  private Words() {}

  /** Returns the simple names of the runtime's classes, and of those of the JDK that matter. */
  static Set<String> classes() throws IOException {
    Set<String> names = new TreeSet<>();
    for (JavaClass type :
        new ClassFileImporter().importPackages("org.wasm2java.runtime", "org.wasm2java.wasi")) {
      if (type.getModifiers().contains(JavaModifier.PUBLIC)) {
        names.add(type.getSimpleName());
      }
    }
    Path jdk = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    for (String folder : List.of("java/lang", "java/lang/invoke", "java/util")) {
      try (Stream<Path> files = Files.list(jdk.resolve(folder))) {
        files
            .map(file -> file.getFileName().toString().replace(".class", ""))
            .filter(ReservedNames::hides)
            .forEach(names::add);
      }
    }
    names.addAll(IMPLICIT);
    return names;
  }

  /** Returns the names of what generated classes have and inherit. */
  static Set<String> members() {
    Set<String> names = new TreeSet<>();
    for (Class<?> generated : List.of(GeneratedInstance.class, GeneratedFunction.class)) {
      for (Class<?> type = generated; type != null; type = type.getSuperclass()) {
        for (Method method : type.getDeclaredMethods()) {
          names.add(method.getName());
        }
      }
    }
    names.removeIf(name -> name.contains("$"));
    names.addAll(
        List.of(
            ("f0 f1 memory0 table0 global0 data0 elem0 tag0 r1J s0I p0 l1 t2 stop fuel listener"
                    + " functions imports self frame address exit mem e host linker store found"
                    + " results implementation function0 listener0 call0 index arguments target"
                    + " raw handle more java org main instantiate descriptor copy initialize save"
                    + " load value0 name names known exported0 giveResults0 takeResults0 Foreign")
                .split(" ")));
    return names;
  }

  /** Returns the names of classes that the translator makes of a module's class. */
  static List<String> made(String simpleName) {
    List<String> names = new ArrayList<>();
    for (String suffix :
        ("Code0 Code1 Code0Part1 Type0 Type1 Ref0 Ref5 Refs State1 Setup1 Exports1 Imports1"
                + " Results1 0")
            .split(" ")) {
      names.add(simpleName + suffix);
    }
    names.addAll(
        List.of(
            ("imports descriptor data program foreign linked module linked-module linkedlinked"
                    + " linked_module Linked_Module results results-i-j ResultsIJ resultsij frame"
                    + " frame0 Frame3 a A a2 A2 a_2 env ENV Env eNV unnamed Unnamed")
                .split(" ")));
    names.add(simpleName);
    return names;
  }

  /** Returns each word as it is, small, large and capitalized, all different. */
  static List<String> inAllCases(Iterable<String> words) {
    Set<String> all = new LinkedHashSet<>();
    for (String word : words) {
      String small = word.toLowerCase(Locale.ROOT);
      all.add(word);
      all.add(small);
      all.add(word.toUpperCase(Locale.ROOT));
      all.add(small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1));
    }
    return List.copyOf(all);
  }
}

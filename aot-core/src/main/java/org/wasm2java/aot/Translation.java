package org.wasm2java.aot;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.source.SourceWriter;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.ModuleDescriptor;

/**
 * A translated module: Java sources and the resources that go beside them.
 *
 * @param className the qualified name of the module's class
 * @param sources Java text by path, such as {@code com/acme/Sha256.java}
 * @param resources contents by path; they must be on the class path with the classes
 * @param use whether the class has a {@code main}, and what the module has to be given
 * @param warnings what users should know of the result, one sentence each; mostly none
 * @param timings how long each phase took
 */
public record Translation(
    String className,
    SortedMap<String, String> sources,
    SortedMap<String, byte[]> resources,
    ModuleUse use,
    List<String> warnings,
    List<PhaseTiming> timings) {
  private static final String SERVICES = "META-INF/services/" + ModuleDescriptor.class.getName();

  /** Copies the collections. */
  public Translation {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
    warnings = List.copyOf(warnings);
    timings = List.copyOf(timings);
  }

  static Translation of(
      ValidModule module,
      TranslationOptions options,
      ModuleSources written,
      LargeMethods large,
      List<PhaseTiming> timings) {
    return new Translation(
        options.className(),
        written.sources(),
        written.resources(),
        new EntityLines(module).use(),
        large.warnings(module),
        timings);
  }

  /** Returns whether the class has a {@code main}. */
  public boolean command() {
    return use.isCommand();
  }

  /**
   * Returns the file by which service loaders find the module, by its path. Other modules that go
   * to the same place have lines of their own in it, see {@link
   * org.wasm2java.aot.tool.ServiceFiles}.
   */
  public SortedMap<String, byte[]> services() {
    String line = SourceWriter.descriptorClass(className) + "\n";
    return new TreeMap<>(Map.of(SERVICES, line.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns whether a Java source says of itself that a translation wrote it. */
  public static boolean isGenerated(String source) {
    return source.startsWith("// " + SourceWriter.FILE_COMMENT);
  }
}

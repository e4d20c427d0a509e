package org.wasm2java.aot;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.build.JavacException;
import org.wasm2java.aot.build.JavacRunner;
import org.wasm2java.aot.build.RuntimeClasses;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Compiles a module's sources in batches, so that the compiler's trees of a large module are not in
 * memory at once. Classes refer to each other in circles: batches see other batches' classes by
 * their declarations, which are compiled first.
 */
final class Compilation {
  /** Bytes of heap that compiling a batch takes, beside the sources and classes. */
  private static final long BATCH_HEAP = 900_000_000;

  private final JavacRunner javac;
  private final ValidModule module;
  private final int batch;
  private final ProgressListener progress;

  /**
   * A compilation.
   *
   * @param module the module that the sources are of, for messages
   * @param batch how many characters of source are compiled together
   */
  Compilation(ValidModule module, int batch, TranslationOptions options) {
    StringBuilder classPath = new StringBuilder(RuntimeClasses.classPath());
    options.typesFrom().forEach(jar -> classPath.append(File.pathSeparatorChar).append(jar));
    this.javac = new JavacRunner(classPath.toString());
    this.module = module;
    this.batch = batch;
    this.progress = options.progress();
  }

  /**
   * Compiles sources.
   *
   * @param sources what to compile, by path
   * @param declarations sources of classes with the same members but no code, by path
   * @param known class files that the sources refer to
   * @return the class files of the sources
   * @throws UncompilableCodeException if the compiler rejects them
   */
  SortedMap<String, byte[]> compile(
      SortedMap<String, String> sources,
      Map<String, String> declarations,
      Map<String, byte[]> known) {
    long size = sources.values().stream().mapToLong(String::length).sum();
    if (size <= batch) {
      return Workers.call(() -> compileTogether(sources, known));
    }
    SortedMap<String, String> first = new TreeMap<>();
    SortedMap<String, String> rest = new TreeMap<>();
    sources.forEach(
        (path, text) -> {
          String declaration = declarations.get(path);
          first.put(path, declaration == null ? text : declaration);
          if (declaration != null) {
            rest.put(path, text);
          }
        });
    SortedMap<String, byte[]> classes = Workers.call(() -> compileTogether(first, known));
    Map<String, byte[]> seen = new TreeMap<>(known);
    seen.putAll(classes);
    List<SortedMap<String, String>> batches = batches(rest);
    report(0, batches.size());
    int[] done = {0};
    Workers.map(
            batches.size(),
            threads(),
            batch -> {
              SortedMap<String, byte[]> compiled = compileTogether(batches.get(batch), seen);
              synchronized (done) {
                report(++done[0], batches.size());
              }
              return compiled;
            })
        .forEach(classes::putAll);
    return classes;
  }

  private SortedMap<String, byte[]> compileTogether(
      SortedMap<String, String> sources, Map<String, byte[]> known) {
    try {
      return javac.compile(sources, known);
    } catch (JavacException e) {
      throw new UncompilableCodeException(module, sources, e);
    }
  }

  /** Reports the progress of the batches and of the declarations before them. */
  private void report(int done, int batches) {
    progress.progress(Phase.JAVAC, done + 1, batches + 1);
  }

  private static int threads() {
    long heap = Runtime.getRuntime().maxMemory();
    return (int) Math.max(1, Math.min(Workers.processors(), heap / 2 / BATCH_HEAP));
  }

  private List<SortedMap<String, String>> batches(SortedMap<String, String> sources) {
    List<SortedMap<String, String>> batches = new ArrayList<>();
    long size = batch;
    for (Map.Entry<String, String> source : sources.entrySet()) {
      if (size >= batch) {
        batches.add(new TreeMap<>());
        size = 0;
      }
      batches.get(batches.size() - 1).put(source.getKey(), source.getValue());
      size += source.getValue().length();
    }
    return batches;
  }
}

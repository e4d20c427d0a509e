package org.wasm2java.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.wasm2java.aot.build.RuntimeClasses;

/** Compiles generated sources as a user's strict build does. */
public final class GeneratedCode {
  private static final List<String> STRICT =
      List.of("--release", "17", "-proc:none", "-Xlint:all", "-Werror");

  private GeneratedCode() {}

  /** Asserts that the compiler has nothing to say about the sources, with all its warnings on. */
  public static void assertHasNoWarnings(Map<String, String> sources, Path folder)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options = new ArrayList<>(STRICT);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    options.addAll(List.of("-cp", RuntimeClasses.classPath(), "-d", classes.toString()));
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      boolean success = compiler.getTask(null, manager, diagnostics, options, null, units).call();
      assertThat(diagnostics.getDiagnostics()).isEmpty();
      assertThat(success).isTrue();
    }
  }
}

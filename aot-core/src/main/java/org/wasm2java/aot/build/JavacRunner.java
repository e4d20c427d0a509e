package org.wasm2java.aot.build;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles generated sources in process, for Java 17 whatever the JDK. The compiler recurses into
 * nested blocks and expressions: a block nested a thousand deep takes about 8 MB of the caller's
 * stack.
 */
public final class JavacRunner {
  private final String classPath;

  /** Compiles against this class path, which must contain the runtime. */
  public JavacRunner(String classPath) {
    this.classPath = classPath;
  }

  /** Returns whether this Java has a compiler: it may be a runtime alone. */
  public static boolean isAvailable() {
    return ToolProvider.getSystemJavaCompiler() != null;
  }

  /**
   * Compiles all sources together.
   *
   * @param sources Java text by path, such as {@code com/acme/Sha256.java}
   * @param known class files by path that the sources refer to
   * @return the class files of the sources by path
   * @throws JavacException if the compiler reports an error, which is a defect of this project
   */
  public SortedMap<String, byte[]> compile(Map<String, String> sources, Map<String, byte[]> known) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("the caller did not ask whether there is a compiler");
    }
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager standard =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
    InMemoryFiles files = new InMemoryFiles(standard, known);
    List<String> options =
        List.of(
            "--release",
            "17",
            "-proc:none",
            "-implicit:none",
            "-XDuseUnsharedTable=true",
            "-Xlint:none",
            "-nowarn",
            "-g:source,lines",
            "-classpath",
            classPath);
    StringWriter output = new StringWriter();
    boolean success =
        compiler
            .getTask(output, files, diagnostics, options, null, InMemoryFiles.units(sources))
            .call();
    if (!success) {
      throw new JavacException(problems(diagnostics, output.toString()));
    }
    return files.classes();
  }

  private static List<JavacException.Problem> problems(
      DiagnosticCollector<JavaFileObject> diagnostics, String output) {
    List<JavacException.Problem> problems = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        JavaFileObject source = diagnostic.getSource();
        problems.add(
            new JavacException.Problem(
                source == null ? "" : InMemoryFiles.path(source),
                diagnostic.getLineNumber(),
                diagnostic.getMessage(Locale.ROOT)));
      }
    }
    if (problems.isEmpty()) {
      problems.add(new JavacException.Problem("", 0, output));
    }
    return problems;
  }
}

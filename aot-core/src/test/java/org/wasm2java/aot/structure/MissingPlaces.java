package org.wasm2java.aot.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.wasm2java.aot.structure.MainSources.MainSource;

/**
 * Where javac misses something once the main sources have an addition, such as one more row of a
 * table: the places that a developer who adds one is led to. All additions are compiled at once.
 */
final class MissingPlaces {
  private static final String MODULE = "aot-core/";

  /**
   * A change of a source.
   *
   * @param file the end of the file's path
   * @param before text that occurs once in the file
   * @param text what is put before that
   */
  record Addition(String file, String before, String text) {}

  private final List<JavaFileObject> files = new ArrayList<>();
  private final SortedSet<String> found = new TreeSet<>();

  private MissingPlaces() {}

  /** Returns the methods, or classes where it is a method that is missing, with an error. */
  static SortedSet<String> of(List<Addition> additions) {
    MissingPlaces places = new MissingPlaces();
    int applied = 0;
    for (MainSource source : MainSources.all()) {
      if (source.path().startsWith(MODULE) && !source.fileName().equals("module-info.java")) {
        String text = source.text();
        for (Addition addition : additions) {
          if (source.path().endsWith("/" + addition.file())) {
            text = apply(addition, text);
            applied++;
          }
        }
        places.files.add(new SourceFile(source.path(), text));
      }
    }
    if (applied != additions.size()) {
      throw new IllegalArgumentException("not every addition has exactly one file");
    }
    places.compile();
    return places.found;
  }

  private static String apply(Addition addition, String text) {
    int place = text.indexOf(addition.before());
    if (place < 0 || text.indexOf(addition.before(), place + 1) >= 0) {
      throw new IllegalArgumentException(addition.before() + " is not once in " + addition.file());
    }
    return text.substring(0, place) + addition.text() + text.substring(place);
  }

  private void compile() {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-implicit:none",
            "-Xmaxerrs",
            "1000",
            "-XDshould-stop.ifError=FLOW",
            "-classpath",
            System.getProperty("java.class.path"));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostics, options, null, files);
    Map<URI, CompilationUnitTree> units = new HashMap<>();
    try {
      task.parse().forEach(unit -> units.put(unit.getSourceFile().toUri(), unit));
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
        found.add(place(diagnostic, units, Trees.instance(task).getSourcePositions()));
      }
    }
  }

  private static String place(
      Diagnostic<? extends JavaFileObject> error,
      Map<URI, CompilationUnitTree> units,
      SourcePositions positions) {
    CompilationUnitTree unit = units.get(error.getSource().toUri());
    if (unit == null) {
      throw new IllegalStateException(error.toString());
    }
    Enclosing enclosing = new Enclosing(unit, positions, error.getPosition());
    enclosing.scan(unit, null);
    return enclosing.name;
  }

  /** Finds the innermost class and method around a position. */
  private static final class Enclosing extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final long position;
    private String type = "";
    private String name = "";

    Enclosing(CompilationUnitTree unit, SourcePositions positions, long position) {
      this.unit = unit;
      this.positions = positions;
      this.position = position;
    }

    private boolean contains(Tree tree) {
      return positions.getStartPosition(unit, tree) <= position
          && position < positions.getEndPosition(unit, tree);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      if (!contains(tree)) {
        return null;
      }
      if (!tree.getSimpleName().isEmpty()) {
        type = tree.getSimpleName().toString();
        name = type;
      }
      return super.visitClass(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      if (contains(tree)) {
        name = type + "." + tree.getName();
        return super.visitMethod(tree, nothing);
      }
      return null;
    }
  }

  private static final class SourceFile extends SimpleJavaFileObject {
    private final String text;

    SourceFile(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}

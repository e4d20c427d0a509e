package org.wasm2java.aot.structure;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.wasm2java.aot.structure.MainSources.MainSource;

/** What the compiler's parser finds in sources: their types and methods. */
final class ParsedSources {
  /** A type: its name, where it is, whether it is public and on top, and its comment. */
  record ParsedType(String path, String name, boolean isPublic, boolean isTop, String comment) {
    boolean documented() {
      return !comment.isEmpty();
    }

    boolean hasExample() {
      return comment.contains("<pre>{@code");
    }
  }

  /**
   * A method: its name and where it is.
   *
   * @param owner what declares it
   * @param parameters their types
   * @param nesting how deep its statements stand in each other
   */
  record ParsedMethod(
      String path, Tree.Kind owner, String name, long lines, List<String> parameters, int nesting) {
    ParsedMethod {
      parameters = List.copyOf(parameters);
    }

    /** Returns whether it makes a record from its components. */
    boolean isOfComponents() {
      return owner == Tree.Kind.RECORD && name.equals("<init>");
    }

    @Override
    public String toString() {
      return path + " " + name + parameters + ", lines " + lines + ", nesting " + nesting;
    }
  }

  /** A string in code: where it is and what it says. */
  record ParsedLiteral(String place, String text) {}

  /** A class that code hands on, as {@code Memory.class}: where it is and its simple name. */
  record ParsedClass(String place, String simpleName) {}

  private final List<ParsedClass> classes = new ArrayList<>();
  private final List<ParsedLiteral> literals = new ArrayList<>();
  private final List<ParsedType> types = new ArrayList<>();
  private final List<ParsedMethod> methods = new ArrayList<>();

  ParsedSources(List<MainSource> sources) {
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach(source -> files.add(new SourceFile(source)));
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, files);
    try {
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, DocTrees.instance(task)).scan(unit, null);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  List<ParsedType> types() {
    return types;
  }

  List<ParsedMethod> methods() {
    return methods;
  }

  List<ParsedClass> classes() {
    return classes;
  }

  List<ParsedLiteral> literals() {
    return literals;
  }

  private static final class SourceFile extends SimpleJavaFileObject {
    private final MainSource source;

    SourceFile(MainSource source) {
      super(URI.create("string:///" + source.path()), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source.text();
    }
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final String path;

    Scanner(CompilationUnitTree unit, DocTrees trees) {
      this.unit = unit;
      this.trees = trees;
      this.path = unit.getSourceFile().getName().substring(1);
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      Tree outer = getCurrentPath().getParentPath().getLeaf();
      boolean inInterface = outer.getKind() == Tree.Kind.INTERFACE;
      boolean isPublic = inInterface || type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      types.add(
          new ParsedType(
              path,
              type.getSimpleName().toString(),
              isPublic,
              outer.getKind() == Tree.Kind.COMPILATION_UNIT,
              comment == null ? "" : comment.toString()));
      return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      SourcePositions positions = trees.getSourcePositions();
      long first = line(positions.getStartPosition(unit, method));
      long last = line(positions.getEndPosition(unit, method));
      methods.add(
          new ParsedMethod(
              path,
              getCurrentPath().getParentPath().getLeaf().getKind(),
              method.getName().toString(),
              last - first + 1,
              method.getParameters().stream().map(each -> each.getType().toString()).toList(),
              Nesting.of(method)));
      return super.visitMethod(method, nothing);
    }

    /** What is asked of a class at once is not handed on. */
    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
      boolean asked = getCurrentPath().getParentPath().getLeaf() instanceof MemberSelectTree;
      if (select.getIdentifier().contentEquals("class") && !asked) {
        String name = select.getExpression().toString();
        long start = trees.getSourcePositions().getStartPosition(unit, select);
        classes.add(
            new ParsedClass(path + ":" + line(start), name.substring(name.lastIndexOf('.') + 1)));
      }
      return super.visitMemberSelect(select, nothing);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof String text) {
        long start = trees.getSourcePositions().getStartPosition(unit, literal);
        literals.add(new ParsedLiteral(path + ":" + line(start), text));
      }
      return super.visitLiteral(literal, nothing);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}

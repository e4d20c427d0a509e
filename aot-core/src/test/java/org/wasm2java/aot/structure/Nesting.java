package org.wasm2java.aot.structure;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;

/**
 * How deep the statements of a method stand in each other: conditionals, loops, switches and {@code
 * try}. An {@code else if} is as deep as its {@code if}; a class inside has methods itself.
 */
final class Nesting extends TreeScanner<Void, Void> {
  private int depth;
  private int deepest;

  private Nesting() {}

  static int of(MethodTree method) {
    Nesting nesting = new Nesting();
    nesting.scan(method.getBody(), null);
    return nesting.deepest;
  }

  private void inside(Runnable scan) {
    depth++;
    deepest = Math.max(deepest, depth);
    scan.run();
    depth--;
  }

  @Override
  public Void visitIf(IfTree tree, Void nothing) {
    inside(() -> scan(tree.getThenStatement(), null));
    Tree otherwise = tree.getElseStatement();
    if (otherwise instanceof IfTree chained) {
      return visitIf(chained, null);
    }
    inside(() -> scan(otherwise, null));
    return null;
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void nothing) {
    inside(() -> super.visitForLoop(tree, null));
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    inside(() -> super.visitEnhancedForLoop(tree, null));
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void nothing) {
    inside(() -> super.visitWhileLoop(tree, null));
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void nothing) {
    inside(() -> super.visitDoWhileLoop(tree, null));
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void nothing) {
    inside(() -> super.visitSwitch(tree, null));
    return null;
  }

  @Override
  public Void visitTry(TryTree tree, Void nothing) {
    inside(() -> super.visitTry(tree, null));
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    return null;
  }
}

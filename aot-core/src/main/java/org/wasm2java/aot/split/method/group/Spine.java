package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Stmt;

/**
 * Nested blocks as a sequence.
 *
 * @param head the body of the innermost block
 * @param labels the labels of the blocks, innermost first
 * @param sections what follows each block inside the next; none follows the outermost here
 */
record Spine(List<Stmt> head, List<Label> labels, List<List<Stmt>> sections) {
  /** Returns the blocks that stand first in each other, from this one inwards. */
  static Spine of(Stmt.Block outermost) {
    List<Label> labels = new ArrayList<>();
    List<List<Stmt>> sections = new ArrayList<>();
    List<Stmt> body = outermost.body();
    while (!body.isEmpty() && body.get(0) instanceof Stmt.Block inner) {
      labels.add(inner.label());
      sections.add(body.subList(1, body.size()));
      body = inner.body();
    }
    Collections.reverse(labels);
    Collections.reverse(sections);
    return new Spine(body, labels, sections);
  }
}

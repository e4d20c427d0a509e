package org.wasm2java.aot.optimize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * Turns a block that one conditional branch skips to the end of into what the program's author
 * wrote: an {@code if} around the rest.
 *
 * <pre>{@code
 * a: { if (c) { break a; } rest }   becomes   if (!c) { rest }
 * }</pre>
 */
final class ConditionalBlocks extends StatementRewriter {
  private final Map<Label, Integer> jumps;

  private ConditionalBlocks(Map<Label, Integer> jumps) {
    this.jumps = jumps;
  }

  /** Runs the pass. */
  static IrFunction run(IrFunction function) {
    Map<Label, Integer> jumps = new HashMap<>();
    new StatementWalk() {
      @Override
      public Void jump(Stmt.Jump jump) {
        jumps.merge(jump.label(), 1, Integer::sum);
        return null;
      }
    }.walk(function.body());
    return function.withBody(new ConditionalBlocks(jumps).rewrite(function.body()));
  }

  @Override
  protected List<Stmt> rewrite(List<Stmt> list) {
    List<Stmt> rewritten = new ArrayList<>(list.size());
    for (Stmt statement : list) {
      Stmt inner = statement.accept(this);
      int skip = inner instanceof Stmt.Block block ? skip(block) : -1;
      if (skip < 0) {
        rewritten.add(inner);
      } else {
        List<Stmt> body = ((Stmt.Block) inner).body();
        Stmt.If test = (Stmt.If) body.get(skip);
        rewritten.addAll(body.subList(0, skip));
        rewritten.add(
            new Stmt.If(test.condition(), List.of(), body.subList(skip + 1, body.size())));
      }
    }
    return rewritten;
  }

  /** Returns which statement of a block is the only jump to its end, on a condition; -1 if none. */
  private int skip(Stmt.Block block) {
    if (jumps.getOrDefault(block.label(), 0) != 1) {
      return -1;
    }
    for (int i = 0; i < block.body().size(); i++) {
      if (block.body().get(i) instanceof Stmt.If test
          && test.elseBody().isEmpty()
          && test.thenBody().size() == 1
          && test.thenBody().get(0) instanceof Stmt.Jump jump
          && jump.label() == block.label()) {
        return i;
      }
    }
    return -1;
  }
}

package org.wasm2java.aot.source.body;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Recognises loops whose only repetition is a condition at their end: Java's {@code do while}. */
final class LoopShape {
  private LoopShape() {}

  /** Returns the condition under which the loop repeats, or null if it is not of that shape. */
  static @Nullable Expr repeatCondition(Stmt.Loop loop) {
    List<Stmt> body = loop.body();
    if (body.isEmpty() || !(body.get(body.size() - 1) instanceof Stmt.If last)) {
      return null;
    }
    boolean repeats =
        last.elseBody().isEmpty()
            && last.thenBody().size() == 1
            && last.thenBody().get(0) instanceof Stmt.Jump jump
            && jump.label() == loop.label();
    return repeats && jumps(body, loop.label()) == 1 ? last.condition() : null;
  }

  private static int jumps(List<Stmt> body, Label label) {
    int[] count = {0};
    new StatementWalk() {
      @Override
      public Void jump(Stmt.Jump jump) {
        count[0] += jump.label() == label ? 1 : 0;
        return null;
      }
    }.walk(body);
    return count[0];
  }
}

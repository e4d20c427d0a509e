package org.wasm2java.aot.ir;

import java.util.List;
import org.wasm2java.aot.ir.Stmt.Block;
import org.wasm2java.aot.ir.Stmt.CallPart;
import org.wasm2java.aot.ir.Stmt.Checkpoint;
import org.wasm2java.aot.ir.Stmt.Evaluate;
import org.wasm2java.aot.ir.Stmt.Group;
import org.wasm2java.aot.ir.Stmt.If;
import org.wasm2java.aot.ir.Stmt.Jump;
import org.wasm2java.aot.ir.Stmt.Leave;
import org.wasm2java.aot.ir.Stmt.Loop;
import org.wasm2java.aot.ir.Stmt.Return;
import org.wasm2java.aot.ir.Stmt.SetGlobal;
import org.wasm2java.aot.ir.Stmt.SetLocal;
import org.wasm2java.aot.ir.Stmt.Store;
import org.wasm2java.aot.ir.Stmt.Switch;
import org.wasm2java.aot.ir.Stmt.Throw;
import org.wasm2java.aot.ir.Stmt.Trap;
import org.wasm2java.aot.ir.Stmt.Try;

/**
 * Whether control can fall off the end of statements, by the rule that javac applies. A block's
 * label always has a jump that is reachable, so a block always completes. Conditions are never
 * constants, see {@link JavaConstants}, so they can always be true and false for javac as well.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-14.html#jls-14.22">JLS
 *     14.22</a>
 */
public final class Completion implements Stmt.Visitor<Boolean> {
  private static final Completion COMPLETION = new Completion();

  private Completion() {}

  /** Returns whether control can fall off the end of a list. */
  public static boolean of(List<Stmt> list) {
    return list.isEmpty() || list.get(list.size() - 1).accept(COMPLETION);
  }

  @Override
  public Boolean setLocal(SetLocal setLocal) {
    return true;
  }

  @Override
  public Boolean setGlobal(SetGlobal setGlobal) {
    return true;
  }

  @Override
  public Boolean store(Store store) {
    return true;
  }

  @Override
  public Boolean evaluate(Evaluate evaluate) {
    return true;
  }

  @Override
  public Boolean block(Block block) {
    return true;
  }

  @Override
  public Boolean loop(Loop loop) {
    return of(loop.body());
  }

  @Override
  public Boolean group(Group group) {
    return of(group.body());
  }

  @Override
  public Boolean conditional(If conditional) {
    return of(conditional.thenBody()) || of(conditional.elseBody());
  }

  @Override
  public Boolean multiway(Switch multiway) {
    return false;
  }

  @Override
  public Boolean jump(Jump jump) {
    return false;
  }

  @Override
  public Boolean returning(Return returning) {
    return false;
  }

  @Override
  public Boolean trap(Trap trap) {
    return false;
  }

  @Override
  public Boolean handling(Try handling) {
    return of(handling.body()) || of(handling.handler());
  }

  @Override
  public Boolean throwing(Throw throwing) {
    return false;
  }

  @Override
  public Boolean checkpoint(Checkpoint checkpoint) {
    return true;
  }

  @Override
  public Boolean callPart(CallPart callPart) {
    return callPart.completes();
  }

  @Override
  public Boolean leave(Leave leave) {
    return false;
  }
}

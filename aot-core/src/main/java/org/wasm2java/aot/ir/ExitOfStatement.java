package org.wasm2java.aot.ir;

import java.util.Optional;

/** Tells by which exit a single statement leaves; those inside others are statements themselves. */
final class ExitOfStatement implements Stmt.Visitor<Optional<Exit>> {
  static final ExitOfStatement VISITOR = new ExitOfStatement();

  private ExitOfStatement() {}

  @Override
  public Optional<Exit> jump(Stmt.Jump jump) {
    return Optional.of(new Exit.Jump(jump.label()));
  }

  @Override
  public Optional<Exit> returning(Stmt.Return returning) {
    return Optional.of(new Exit.Return(returning.values()));
  }

  @Override
  public Optional<Exit> throwing(Stmt.Throw throwing) {
    return Optional.of(new Exit.Throw());
  }

  @Override
  public Optional<Exit> handling(Stmt.Try handling) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> setLocal(Stmt.SetLocal setLocal) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> setGlobal(Stmt.SetGlobal setGlobal) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> store(Stmt.Store store) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> evaluate(Stmt.Evaluate evaluate) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> block(Stmt.Block block) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> loop(Stmt.Loop loop) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> group(Stmt.Group group) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> conditional(Stmt.If conditional) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> multiway(Stmt.Switch multiway) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> trap(Stmt.Trap trap) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> checkpoint(Stmt.Checkpoint checkpoint) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> callPart(Stmt.CallPart callPart) {
    return Optional.empty();
  }

  @Override
  public Optional<Exit> leave(Stmt.Leave leave) {
    return Optional.empty(); // it has been made of an exit
  }
}

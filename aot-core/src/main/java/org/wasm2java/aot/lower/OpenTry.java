package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.instruction.CatchClause;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/** A {@code try_table} or {@code try} that is open: in its body, or in a {@code catch} of a try. */
final class OpenTry extends OpenConstruct {
  /** Stands for the tags of {@code catch_all}. */
  static final int ANY_TAG = -1;

  private final Local caught;
  private final List<CatchClause> clauses;
  private final List<Arm> arms = new ArrayList<>();
  private List<Stmt> body = List.of();
  private boolean inBody = true;
  private boolean bodyCompletes;
  private boolean catches;
  private int armTag;

  /**
   * What one {@code catch} does.
   *
   * @param tagIndex the tag, or {@link #ANY_TAG}
   */
  record Arm(int tagIndex, List<Stmt> statements, boolean completes) {}

  /**
   * A construct in its body.
   *
   * @param caught what holds the exception in its handler
   * @param clauses those of a {@code try_table}; a {@code try} has none
   */
  OpenTry(Start start, Local caught, List<CatchClause> clauses) {
    super(Form.TRY, start);
    this.caught = caught;
    this.clauses = List.copyOf(clauses);
  }

  Local caught() {
    return caught;
  }

  List<CatchClause> clauses() {
    return clauses;
  }

  /** Returns whether what is lowered next is in the body, where exceptions are handled. */
  boolean inBody() {
    return inBody;
  }

  /**
   * Ends the body.
   *
   * @param catches whether control can come to a handler
   */
  void closeBody(List<Stmt> statements, boolean handles) {
    body = statements;
    bodyCompletes = reachable();
    catches = handles;
    inBody = false;
  }

  /** Returns the statements of the body. */
  List<Stmt> body() {
    return body;
  }

  /** Returns whether control can come to a handler. */
  boolean catches() {
    return catches;
  }

  /** Begins a {@code catch}. */
  void openArm(int tagIndex) {
    armTag = tagIndex;
  }

  /** Ends the {@code catch} that is open. */
  void closeArm(List<Stmt> statements) {
    if (catches) {
      arms.add(new Arm(armTag, statements, reachable()));
    }
  }

  /** Returns what has been lowered of each {@code catch}. */
  List<Arm> arms() {
    return arms;
  }

  /** Returns whether control falls off the end of the body or of a {@code catch}. */
  boolean completes() {
    return bodyCompletes || arms.stream().anyMatch(Arm::completes);
  }
}

package org.wasm2java.aot.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;

/**
 * A control construct that is open: what has been lowered of it, and what a branch to it does.
 *
 * @see <a href="https://webassembly.github.io/spec/core/appendix/algorithm.html">Control frames</a>
 */
class OpenConstruct {
  /** The function's body, which no instruction opens. */
  static final int NO_INSTRUCTION = -1;

  /** Which construct it is. */
  enum Form {
    FUNCTION,
    BLOCK,
    LOOP,
    IF,
    TRY
  }

  /**
   * Where exceptions arrive that a {@code try} inside leaves to this construct.
   *
   * @param label what is jumped to
   * @param exception what holds the exception then
   */
  record Delegation(Label label, Local exception) {}

  /**
   * Where a construct starts.
   *
   * @param type its parameters and results
   * @param opener the number of the instruction that opens it, or {@link #NO_INSTRUCTION}
   * @param label what branches to it name
   * @param base the height of the operand stack below its parameters
   */
  record Start(FunctionType type, int opener, Label label, int base) {}

  private final Form form;
  private final Start start;
  private final List<Stmt> statements = new ArrayList<>();
  private List<Local> parameterLocals = List.of();
  private List<Local> resultLocals = List.of();
  private @Nullable Delegation delegation;
  private boolean targeted;
  private boolean reachable = true;

  /** A construct with nothing in it. */
  OpenConstruct(Form form, Start start) {
    this.form = form;
    this.start = start;
  }

  /** Returns the body of a function, which has no label: branches to it return. */
  static OpenConstruct function(FunctionType type) {
    Label none = new Label(NO_INSTRUCTION);
    return new OpenConstruct(Form.FUNCTION, new Start(type, NO_INSTRUCTION, none, 0));
  }

  Form form() {
    return form;
  }

  FunctionType type() {
    return start.type();
  }

  int opener() {
    return start.opener();
  }

  Label label() {
    return start.label();
  }

  int base() {
    return start.base();
  }

  void add(Stmt statement) {
    statements.add(statement);
  }

  void addAll(List<Stmt> further) {
    statements.addAll(further);
  }

  boolean isEmpty() {
    return statements.isEmpty();
  }

  /** Returns the statements so far and goes on with none. */
  List<Stmt> takeStatements() {
    List<Stmt> taken = List.copyOf(statements);
    statements.clear();
    return taken;
  }

  /** Returns whether control comes to what is lowered next. */
  boolean reachable() {
    return reachable;
  }

  /** Notes where control goes behind the instruction just lowered. */
  void follow(Flow flow) {
    reachable = flow == Flow.NEXT;
  }

  /** Returns whether a branch leads here. */
  boolean targeted() {
    return targeted;
  }

  /** Returns a branch to here; what it passes on must be in {@link #branchLocals} before. */
  Stmt jump() {
    targeted = true;
    return new Stmt.Jump(label());
  }

  /** Returns where exceptions arrive; it is made when first needed. */
  Delegation delegation(Supplier<Label> newLabel, Locals locals) {
    if (delegation == null) {
      delegation = new Delegation(newLabel.get(), locals.temporary(Carrier.EXCEPTION));
    }
    return delegation;
  }

  /** Returns where exceptions arrive, if any do. */
  Optional<Delegation> delegation() {
    return Optional.ofNullable(delegation);
  }

  /** Returns the types of what a branch passes on: a loop's parameters, else the results. */
  List<ValueType> branchTypes() {
    return form == Form.LOOP ? type().parameters() : type().results();
  }

  /** Returns the locals that a branch assigns; they are made when first needed. */
  List<Local> branchLocals(Locals locals) {
    if (form != Form.LOOP) {
      return resultLocals(locals);
    }
    if (parameterLocals.isEmpty()) {
      parameterLocals = locals.temporariesOf(type().parameters());
    }
    return parameterLocals;
  }

  /**
   * Returns the locals that hold the results behind the construct where they cannot stay
   * expressions; they are made when first needed.
   */
  List<Local> resultLocals(Locals locals) {
    if (resultLocals.isEmpty()) {
      resultLocals = locals.temporariesOf(type().results());
    }
    return resultLocals;
  }
}

package org.wasm2java.aot.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.runtime.TrapKind;

/** A step of a function's body. Control is structured: branches leave blocks or repeat loops. */
public sealed interface Stmt {
  /** Calls the visitor's method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** One method per form of statement. */
  interface Visitor<R> {
    /** Visits an assignment to a local. */
    R setLocal(SetLocal setLocal);

    /** Visits an assignment to a global. */
    R setGlobal(SetGlobal setGlobal);

    /** Visits a store to a memory. */
    R store(Store store);

    /** Visits an evaluation for its effects. */
    R evaluate(Evaluate evaluate);

    /** Visits a block. */
    R block(Block block);

    /** Visits a loop. */
    R loop(Loop loop);

    /** Visits a group of cases. */
    R group(Group group);

    /** Visits a conditional. */
    R conditional(If conditional);

    /** Visits a multi-way branch. */
    R multiway(Switch multiway);

    /** Visits a jump. */
    R jump(Jump jump);

    /** Visits a return. */
    R returning(Return returning);

    /** Visits an unconditional trap. */
    R trap(Trap trap);

    /** Visits statements whose exceptions are handled. */
    R handling(Try handling);

    /** Visits a throw. */
    R throwing(Throw throwing);

    /** Visits a checkpoint. */
    R checkpoint(Checkpoint checkpoint);

    /** Visits a call of an outlined part. */
    R callPart(CallPart callPart);

    /** Visits the end of an outlined part. */
    R leave(Leave leave);
  }

  /**
   * Assigns a local.
   *
   * @param declares whether this assignment declares the local's variable in Java
   */
  record SetLocal(Local local, Expr value, boolean declares) implements Stmt {
    /** An assignment that declares nothing, as all do until a function is split. */
    public SetLocal(Local local, Expr value) {
      this(local, value, false);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setLocal(this);
    }
  }

  /**
   * Assigns a global.
   *
   * @param part which of the carriers of its value it assigns
   */
  record SetGlobal(int globalIndex, int part, Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setGlobal(this);
    }
  }

  /**
   * Stores to a memory.
   *
   * @param bytes the local that holds the memory's array
   * @param offset what is added to the address, unsigned
   * @param nonNegative whether the address is known not to be negative as a Java int
   * @param style how Java reaches it
   * @param at the instruction's byte offset in the module
   */
  record Store(
      Opcode opcode,
      Local bytes,
      long offset,
      Expr address,
      Expr value,
      boolean nonNegative,
      Expr.AccessStyle style,
      int at)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.store(this);
    }
  }

  /** Evaluates an expression for its effects. */
  record Evaluate(Expr value) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.evaluate(this);
    }
  }

  /** Statements whose end is a label. */
  record Block(Label label, List<Stmt> body) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /**
   * Statements whose start is a label; falling off the end leaves the loop.
   *
   * @param form how Java repeats it
   */
  record Loop(Label label, List<Stmt> body, Form form) implements Stmt {
    /** How Java repeats a loop. */
    public enum Form {
      /** Jumps to the start repeat it, as in every loop until a function is split. */
      REPEATED_BY_JUMPS,
      /**
       * The last statement is a conditional jump to the start, and nothing else repeats the loop:
       * {@code do while}.
       */
      TESTS_LAST,
      /** As {@link #TESTS_LAST}, but the opposite of the condition leaves an endless loop. */
      LEAVES_LAST
    }

    /** A loop that jumps repeat. */
    public Loop(Label label, List<Stmt> body) {
      this(label, body, Form.REPEATED_BY_JUMPS);
    }

    /** Returns whether a conditional jump as the last statement is all that repeats the loop. */
    public boolean repeatsAtEndAlone() {
      return !body.isEmpty()
          && body.get(body.size() - 1) instanceof If last
          && last.elseBody().isEmpty()
          && last.thenBody().size() == 1
          && last.thenBody().get(0) instanceof Jump jump
          && jump.label() == label
          && StatementWalk.jumps(label, body) == 1;
    }

    /** Returns the condition under which a loop repeats that does so at its end alone. */
    public Expr lastTest() {
      return ((If) body.get(body.size() - 1)).condition();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /**
   * Statements that become a method of their own, most of them cases of a large switch: they run
   * where they are. A group exists only while a function is split into methods; it is here so that
   * every pass over statements carries it along.
   *
   * @param entry the local that says which case to enter: of several cases, the one to start with;
   *     else the one that follows; null for a loop
   * @param body the statements
   */
  record Group(@Nullable Local entry, Kind kind, List<Stmt> body) implements Stmt {
    /** What the statements are. */
    public enum Kind {
      /** Neighbouring cases, and what enters one of them; no method where all around fits one. */
      CASES,
      /**
       * One case, up to where it is known which follows. It is always a method. What it fetches of
       * memories is fetched again behind it where that is needed.
       */
      CASE,
      /** The way from the end of a case to the next one: always a method, the same for all. */
      NEXT,
      /** A loop: always a method. */
      LOOP
    }

    /** Returns a loop that becomes a method. */
    public static Group of(Loop loop) {
      return new Group(null, Kind.LOOP, List.of(loop));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.group(this);
    }
  }

  /** One of two lists of statements. */
  record If(Expr condition, List<Stmt> thenBody, List<Stmt> elseBody) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /**
   * Runs the case whose number {@code targets} gives for the selector, else the default (the last
   * case). Every case ends in a branch, return or trap, so none falls through.
   */
  record Switch(Expr selector, int[] targets, List<List<Stmt>> cases) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.multiway(this);
    }
  }

  /** Branches to a label: past the end of a block or to the start of a loop. */
  record Jump(Label label) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.jump(this);
    }
  }

  /** Returns from the function; results after the first go to the instance. */
  record Return(List<Expr> values) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.returning(this);
    }
  }

  /**
   * Traps.
   *
   * @param kind why
   * @param at the instruction's byte offset in the module, or {@link Expr#NOWHERE}
   */
  record Trap(TrapKind kind, int at) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.trap(this);
    }
  }

  /**
   * Statements and what runs if an exception of WebAssembly leaves them: traps, exits and the like
   * pass. What the handler throws is not handled here.
   *
   * @param caught holds the exception in the handler, and occurs nowhere else
   */
  record Try(List<Stmt> body, Local caught, List<Stmt> handler) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.handling(this);
    }
  }

  /** Throws an exception, which is not null. */
  record Throw(Expr exception) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.throwing(this);
    }
  }

  /**
   * Where running code can be stopped: the entry of a function, and the start of a loop's round.
   *
   * @param at the byte offset in the module of the loop, or of the function's first instruction
   * @param cost the instructions from here to the next checkpoints
   * @param fuel whether to use up as much fuel
   * @param stop whether to look for a reason to stop
   */
  record Checkpoint(int at, int cost, boolean fuel, boolean stop) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.checkpoint(this);
    }
  }

  /**
   * Calls a part that was split off the function. The part takes {@code arguments}, gives {@code
   * results} back (the first as the method's value unless there are ways out) and tells by a number
   * which way it left; 0 is falling through.
   *
   * @param ways what to do for each number
   * @param completes whether the part can fall through; if not, the last way needs no test
   * @param sharesNumbers whether all parts of the function have the same numbers for the same exits
   * @param forwards whether the method that calls leaves by the same number where no way has it
   */
  record CallPart(
      int part,
      List<Local> arguments,
      List<Local> results,
      List<Way> ways,
      boolean completes,
      boolean sharesNumbers,
      boolean forwards)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.callPart(this);
    }
  }

  /** What the caller of a part does when the part left by a number: it leaves, too. */
  record Way(int number, Stmt then) {}

  /**
   * Leaves a part.
   *
   * @param exit the number that {@link CallPart} knows, or -1 if the part only falls through
   * @param results what to give back
   * @param returned the values that the function returns, if the exit does
   */
  record Leave(int exit, List<Result> results, List<Expr> returned) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** A local that a part gives back as the result of this position. */
  record Result(int position, Local local) {}
}

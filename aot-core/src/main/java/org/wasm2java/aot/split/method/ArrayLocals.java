package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Moves the locals of a function into arrays that its parts share. Handing thousands of locals to
 * each part and back takes more bytecode than a method may have; an array costs one parameter.
 * Locals that live for a few statements of one list stay variables.
 */
final class ArrayLocals extends StatementRewriter {
  /** A variable that lives longer would be handed over by too many parts. */
  private static final int MOST_STATEMENTS = 16;

  private final Map<Local, Integer> places = new IdentityHashMap<>();
  private final Map<Local, Uses> uses;
  private final Local numbers;
  private final Local references;
  private int numberCount;
  private int referenceCount;

  private ArrayLocals(IrFunction function) {
    uses = new Lifetimes(function.body()).uses;
    numbers = Local.temporary(function.localCount(), Carrier.LONGS);
    references = Local.temporary(function.localCount() + 1, Carrier.OBJECTS);
  }

  /** Returns the function with arrays for its locals. */
  static IrFunction rewrite(IrFunction function) {
    return new ArrayLocals(function).run(function);
  }

  private IrFunction run(IrFunction function) {
    List<Stmt> rest = rewrite(behindZeros(function.body()));
    List<Stmt> body = new ArrayList<>();
    List<Stmt> parameters = new ArrayList<>();
    for (Local parameter : function.parameters()) {
      if (moves(parameter)) {
        parameters.add(set(parameter, new Expr.GetLocal(parameter)));
      }
    }
    body.add(new Stmt.SetLocal(numbers, array(Carrier.LONGS, numberCount)));
    body.add(new Stmt.SetLocal(references, array(Carrier.OBJECTS, referenceCount)));
    body.addAll(parameters);
    body.addAll(rest);
    return function.withBody(body, function.localCount() + 2, function.labelCount());
  }

  private static Expr array(Carrier carrier, int length) {
    return new Expr.Entity(EntityOperation.ARRAY_NEW, carrier, length, 0, List.of());
  }

  /** The elements of new arrays are zero as declared locals are. */
  private static List<Stmt> behindZeros(List<Stmt> body) {
    int start = 0;
    while (start < body.size()
        && body.get(start) instanceof Stmt.SetLocal set
        && set.local().origin() == Local.Origin.DECLARED
        && set.value() instanceof Expr.Constant constant
        && constant.bits() == 0) {
      start++;
    }
    return body.subList(start, body.size());
  }

  private boolean moves(Local local) {
    return switch (local.origin()) {
      case PARAMETER, DECLARED -> !local.isInActivation();
      case MEMORY -> false;
      case TEMPORARY -> !local.carrier().isArray() && uses.getOrDefault(local, Uses.NONE).isLong();
    };
  }

  private int place(Local local) {
    return places.computeIfAbsent(
        local, key -> key.carrier().isReference() ? referenceCount++ : numberCount++);
  }

  private Expr arrayOf(Local local) {
    return new Expr.GetLocal(local.carrier().isReference() ? references : numbers);
  }

  private Stmt set(Local local, Expr value) {
    List<Expr> operands = List.of(arrayOf(local), value);
    return new Stmt.Evaluate(
        new Expr.Entity(EntityOperation.ARRAY_SET, Carrier.VOID, place(local), 0, operands));
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    Expr value = rewrite(setLocal.value());
    Local local = setLocal.local();
    return moves(local) ? set(local, value) : new Stmt.SetLocal(local, value);
  }

  @Override
  public Stmt handling(Stmt.Try handling) {
    List<Stmt> body = rewrite(handling.body());
    List<Stmt> handler = new ArrayList<>();
    if (moves(handling.caught())) {
      handler.add(set(handling.caught(), new Expr.GetLocal(handling.caught())));
    }
    handler.addAll(rewrite(handling.handler()));
    return new Stmt.Try(body, handling.caught(), handler);
  }

  @Override
  protected Expr rewrite(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      Local local = get.local();
      return moves(local)
          ? new Expr.Entity(
              EntityOperation.ARRAY_GET, local.carrier(), place(local), 0, List.of(arrayOf(local)))
          : get;
    }
    return rewriteOperands(expr);
  }

  /**
   * Where a local occurs.
   *
   * @param list the number of the list whose statements it occurs in, or -1 for several lists
   * @param first the first of these statements
   * @param last the last of them
   */
  private record Uses(int list, int first, int last) {
    static final Uses NONE = new Uses(0, 0, 0);

    boolean isLong() {
      return list < 0 || last - first > MOST_STATEMENTS;
    }

    Uses and(int otherList, int statement) {
      return new Uses(list == otherList ? list : -1, first, statement);
    }
  }

  /** Finds the uses of all temporaries. */
  private static final class Lifetimes extends LocalUses {
    private final Map<Local, Uses> uses = new IdentityHashMap<>();
    private int lists;
    private int list;
    private int statement;

    Lifetimes(List<Stmt> body) {
      walk(body);
    }

    @Override
    public void walk(List<Stmt> statements) {
      int outerList = list;
      int outerStatement = statement;
      list = ++lists;
      for (int i = 0; i < statements.size(); i++) {
        statement = i;
        statements.get(i).accept(this);
      }
      list = outerList;
      statement = outerStatement;
    }

    @Override
    void occurs(Local local) {
      uses.merge(
          local,
          new Uses(list, statement, statement),
          (known, now) -> known.and(now.list(), now.last()));
    }
  }
}

package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.MethodPlan;

/**
 * Decides where Java declares a method's variables: at their first assignment if everything that
 * uses them follows it in the same block, else at the top without a value, as every path assigns
 * them first.
 */
final class Declarations extends StatementWalk {
  /** A list of statements inside another; each is one object. */
  private static final class Scope {
    final @Nullable Scope outer;
    final int depth;

    Scope(@Nullable Scope outer) {
      this.outer = outer;
      this.depth = outer == null ? 0 : outer.depth + 1;
    }
  }

  /** The scope that holds all occurrences so far, and the first of them. */
  private record Use(Scope home, Scope first, @Nullable Stmt firstStatement) {}

  private final Map<Local, Use> uses = new LinkedHashMap<>();
  private final Set<Stmt> declaring = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Local> caught = new HashSet<>();
  private final List<Local> atTop = new ArrayList<>();
  private Scope scope = new Scope(null);

  private Declarations() {}

  /** Returns the method with the declarations of its variables. */
  static MethodPlan place(MethodPlan method) {
    Declarations declarations = new Declarations();
    declarations.walk(method.body());
    Set<Local> parameters = new HashSet<>(method.parameters());
    parameters.addAll(declarations.caught);
    declarations.uses.forEach(
        (local, use) -> {
          if (!parameters.contains(local)) {
            declarations.decide(local, use);
          }
        });
    return method.with(declarations.atTop, declarations.new Marking().of(method.body()));
  }

  /** Says of assignments that they declare their locals. */
  private final class Marking extends StatementRewriter {
    List<Stmt> of(List<Stmt> body) {
      return rewrite(body);
    }

    @Override
    public Stmt setLocal(Stmt.SetLocal set) {
      return declaring.contains(set) ? new Stmt.SetLocal(set.local(), set.value(), true) : set;
    }
  }

  private void decide(Local local, Use use) {
    boolean direct =
        use.first() == use.home()
            && use.firstStatement() instanceof Stmt.SetLocal set
            && set.local() == local;
    if (direct && use.firstStatement() != null) {
      declaring.add(use.firstStatement());
    } else {
      atTop.add(local);
    }
  }

  @Override
  public void walk(List<Stmt> list) {
    Scope outer = scope;
    scope = new Scope(outer);
    super.walk(list);
    scope = outer;
  }

  private void occurs(Local local, @Nullable Stmt assigned) {
    if (local.isInActivation()) {
      return; // a field of the frame
    }
    Use use = uses.get(local);
    if (use == null) {
      uses.put(local, new Use(scope, scope, assigned));
      return;
    }
    Scope a = use.home();
    Scope b = scope;
    while (a != b) {
      if (a.depth >= b.depth && a.outer != null) {
        a = a.outer;
      } else if (b.outer != null) {
        b = b.outer;
      } else {
        throw new IllegalStateException("scopes of one method share a root");
      }
    }
    if (a != use.home()) {
      uses.put(local, new Use(a, use.first(), use.firstStatement()));
    }
  }

  @Override
  public void expression(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      occurs(get.local(), null);
      return;
    }
    if (expr instanceof Expr.Load load) {
      occurs(load.bytes(), null);
    }
    super.expression(expr);
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    super.setLocal(setLocal);
    occurs(setLocal.local(), setLocal);
    return null;
  }

  /** What is caught is declared where it is caught. */
  @Override
  public Void handling(Stmt.Try handling) {
    caught.add(handling.caught());
    return super.handling(handling);
  }

  @Override
  public Void store(Stmt.Store store) {
    occurs(store.bytes(), null);
    return super.store(store);
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    super.loop(loop);
    if (loop.form() == Stmt.Loop.Form.TESTS_LAST) {
      expression(loop.lastTest()); // Java evaluates it outside the braces
    }
    return null;
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    callPart.arguments().forEach(argument -> occurs(argument, null));
    callPart.results().forEach(result -> occurs(result, null));
    return super.callPart(callPart);
  }

  @Override
  public Void leave(Stmt.Leave leave) {
    leave.results().forEach(result -> occurs(result.local(), null));
    return super.leave(leave);
  }
}

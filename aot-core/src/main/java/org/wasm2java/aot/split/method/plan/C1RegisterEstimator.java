package org.wasm2java.aot.split.method.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/** Counts in statements what {@link C1Registers} are made of. */
public final class C1RegisterEstimator extends StatementWalk {
  /** Lists of statements are asked for again at each level around them. */
  private final Map<List<Stmt>, C1Registers> known = new IdentityHashMap<>();

  private int accesses;
  private int fetches;

  /** Returns what the registers of statements are made of. */
  public C1Registers of(List<Stmt> statements) {
    C1Registers found = known.get(statements);
    if (found == null) {
      found = counted(() -> super.walk(statements));
      known.put(statements, found);
    }
    return found;
  }

  /** Returns what the registers of a statement are made of. */
  public C1Registers of(Stmt statement) {
    return counted(() -> statement.accept(this));
  }

  private C1Registers counted(Runnable walk) {
    int accessesBefore = accesses;
    int fetchesBefore = fetches;
    walk.run();
    C1Registers found = new C1Registers(accesses - accessesBefore, fetches - fetchesBefore);
    accesses = accessesBefore;
    fetches = fetchesBefore;
    return found;
  }

  @Override
  public void walk(List<Stmt> statements) {
    C1Registers found = of(statements);
    accesses += found.accesses();
    fetches += found.fetches();
  }

  @Override
  public void expression(Expr expr) {
    if (expr instanceof Expr.Load load) {
      count(load.opcode());
    } else if (expr instanceof Expr.Entity entity) {
      fetches += fetches(entity.operation()) ? 1 : 0;
    }
    super.expression(expr);
  }

  private static boolean fetches(EntityOperation operation) {
    return operation == EntityOperation.MEMORY_BYTES
        || operation == EntityOperation.MEMORY_MOVED
        || operation == EntityOperation.ARRAY_SET;
  }

  @Override
  public Void store(Stmt.Store store) {
    count(store.opcode());
    return super.store(store);
  }

  private void count(Opcode opcode) {
    boolean wide = opcode.javaForm() instanceof JavaForm.MemoryAccess access && access.isWide();
    accesses += wide ? 1 : 0;
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    for (Local result : callPart.results()) {
      fetches += result.isMemory() ? 1 : 0;
    }
    return super.callPart(callPart);
  }
}

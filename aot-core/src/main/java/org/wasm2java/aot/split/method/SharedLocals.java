package org.wasm2java.aot.split.method;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.LocalRenaming;
import org.wasm2java.aot.ir.Stmt;

/**
 * Which locals of a dispatch loop live in a frame object: those that more than one group of cases,
 * or a group and the dispatch, have in common. Each case then reads and writes just what it needs,
 * where parameters and results of a group would be those of all its cases together.
 *
 * @param function the function, with the locals of the frame replaced
 * @param locals the locals of the frame
 * @param groups the first statement of each group, and how many statements it has
 */
record SharedLocals(IrFunction function, List<Local> locals, Map<Stmt, Integer> groups) {
  static SharedLocals of(SpineGrouping.Grouped grouped) {
    IrFunction function = grouped.function();
    if (grouped.groups().isEmpty()) {
      return new SharedLocals(function, List.of(), grouped.groups());
    }
    Units units = new Units(grouped);
    units.walk(function.body());
    Map<Local, Local> framed = new LinkedHashMap<>();
    units.byLocal.forEach(
        (local, unit) -> {
          if (unit == Units.SEVERAL) {
            framed.put(
                local, new Local(local.index(), local.kind(), Local.Role.FRAME, local.name()));
          }
        });
    Map<Stmt, Integer> groups = new IdentityHashMap<>();
    Renaming renaming = new Renaming(framed, grouped.groups(), groups);
    List<Stmt> body = new ArrayList<>();
    for (Local parameter : function.parameters()) {
      Local local = framed.get(parameter);
      if (local != null) {
        body.add(new Stmt.SetLocal(local, new Expr.GetLocal(parameter)));
      }
    }
    body.addAll(renaming.rewrite(function.body()));
    return new SharedLocals(function.withBody(body), List.copyOf(framed.values()), groups);
  }

  /** Renames, and finds the groups again among the new statements. */
  private static final class Renaming extends LocalRenaming {
    private final Map<Stmt, Integer> before;
    private final Map<Stmt, Integer> after;

    Renaming(Map<Local, Local> names, Map<Stmt, Integer> before, Map<Stmt, Integer> after) {
      super(names);
      this.before = before;
      this.after = after;
    }

    @Override
    protected List<Stmt> rewrite(List<Stmt> list) {
      List<Stmt> renamed = super.rewrite(list);
      for (int i = 0; i < list.size(); i++) {
        Integer length = before.get(list.get(i));
        if (length != null) {
          after.put(renamed.get(i), length);
        }
      }
      return renamed;
    }
  }

  /** Finds out which group uses each local. */
  private static final class Units extends LocalUses {
    static final int SEVERAL = -1;

    private final Map<Stmt, Integer> groups;
    private final Map<Local, Integer> byLocal = new LinkedHashMap<>();
    private final Set<Local> entries;
    private int count;
    private int unit;

    Units(SpineGrouping.Grouped grouped) {
      groups = grouped.groups();
      entries = grouped.entries();
    }

    @Override
    public void walk(List<Stmt> list) {
      int outer = unit;
      int end = -1;
      for (int i = 0; i < list.size(); i++) {
        if (i == end) {
          unit = outer;
        }
        Integer length = groups.get(list.get(i));
        if (length != null) {
          unit = ++count;
          end = i + length;
        }
        list.get(i).accept(this);
      }
      unit = outer;
    }

    @Override
    void occurs(Local local) {
      if (local.role() != Local.Role.MEMORY && !entries.contains(local)) {
        byLocal.merge(local, unit, (known, now) -> known.equals(now) ? known : SEVERAL);
      }
    }
  }
}

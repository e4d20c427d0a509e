package org.wasm2java.aot.split.method;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;

/**
 * Finds the locals that more than one group of cases, or a group and the dispatch, have in common.
 * In the activation object each case reads and writes just what it needs, where parameters and
 * results of a group would be those of all its cases together (ADR 0007).
 */
final class SharedByGroups extends LocalUses {
  private static final int SEVERAL = -1;

  private final Map<Local, Integer> groupOf = new LinkedHashMap<>();
  private final Set<Local> entries;
  private int count;
  private int group;

  private SharedByGroups(Set<Local> entries) {
    this.entries = entries;
  }

  /** Returns the locals in order of first use; none if the function has no groups. */
  static Set<Local> of(IrFunction function) {
    Set<Local> entries = entries(function.body());
    Set<Local> shared = new LinkedHashSet<>();
    if (!entries.isEmpty()) {
      SharedByGroups uses = new SharedByGroups(entries);
      uses.walk(function.body());
      uses.groupOf.forEach(
          (local, group) -> {
            if (group == SEVERAL) {
              shared.add(local);
            }
          });
    }
    return shared;
  }

  /** The locals that say which case to enter come as parameters: each call of a group has one. */
  private static Set<Local> entries(List<Stmt> body) {
    Set<Local> entries = new HashSet<>();
    new StatementWalk() {
      @Override
      public Void group(Stmt.Group group) {
        if (group.entry() != null) {
          entries.add(group.entry());
        }
        return super.group(group);
      }
    }.walk(body);
    return entries;
  }

  @Override
  public Void group(Stmt.Group cases) {
    int outer = group;
    group = ++count;
    super.group(cases);
    group = outer;
    return null;
  }

  @Override
  void occurs(Local local) {
    if (!local.isMemory() && !entries.contains(local)) {
      groupOf.merge(local, group, (known, now) -> known.equals(now) ? known : SEVERAL);
    }
  }
}

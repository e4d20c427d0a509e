package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodSizeEstimator;

/**
 * Finds the cases of a dispatch loop that can be methods of their own: a spine whose head ends with
 * a switch that jumps to its sections. A section that the switch alone goes to, by one of its
 * cases, becomes that case; the others stay behind the switch, in blocks.
 */
final class CaseGrouping {
  /** Fewer cases are no dispatch loop: the calls would cost more than they bring. */
  private static final int LEAST_CASES = 8;

  /** What a case takes of the method that dispatches: a call, an assignment and a jump. */
  private static final int CASE_CALL = 20;

  private final Spine spine;
  private final Stmt.Switch multiway;
  private final List<List<Stmt>> sections = new ArrayList<>();
  private final Map<Label, Integer> sectionOf = new HashMap<>();

  /** The sections that are jumped to from elsewhere than the switch, or by several of its cases. */
  private final Set<Integer> staying = new HashSet<>();

  /** The section of each case of the switch that becomes that case. */
  private final Map<Integer, Integer> ofCase = new LinkedHashMap<>();

  private CaseGrouping(Spine spine, Stmt.Switch multiway, Label end) {
    this.spine = spine;
    this.multiway = multiway;
    int count = spine.sections().size();
    for (int i = 0; i < count; i++) {
      sectionOf.put(spine.labels().get(i), i);
    }
    for (int i = 0; i < count; i++) {
      List<Stmt> section = new ArrayList<>(spine.sections().get(i));
      if (Completion.of(section)) {
        section.add(new Stmt.Jump(i + 1 < count ? spine.labels().get(i + 1) : end));
      }
      sections.add(section);
    }
  }

  /**
   * Returns the cases of a spine, or nothing if it is no dispatch loop or has more cases than one
   * method can call.
   *
   * @param end the label behind the last section
   */
  static Optional<CaseGrouping> of(Spine spine, Label end, MethodLimit limit) {
    List<Stmt> head = spine.head();
    if (head.isEmpty() || !(head.get(head.size() - 1) instanceof Stmt.Switch multiway)) {
      return Optional.empty();
    }
    CaseGrouping grouping = new CaseGrouping(spine, multiway, end);
    grouping.choose();
    int bytes =
        MethodSizeEstimator.SWITCH_ENTRY * multiway.targets().length
            + CASE_CALL * multiway.cases().size();
    boolean fits = grouping.ofCase.size() >= LEAST_CASES && bytes <= limit.whole();
    return fits ? Optional.of(grouping) : Optional.empty();
  }

  private List<Stmt> beforeSwitch() {
    return spine.head().subList(0, spine.head().size() - 1);
  }

  private void choose() {
    Jumps elsewhere = new Jumps();
    elsewhere.walk(beforeSwitch());
    sections.forEach(elsewhere::walk);
    Jumps cases = new Jumps();
    multiway.cases().forEach(cases::walk);
    for (int section = 0; section < sections.size(); section++) {
      int once = cases.counts.getOrDefault(section, 0);
      if (elsewhere.counts.containsKey(section) || once != 1) {
        staying.add(section);
      }
    }
    for (int i = 0; i < multiway.cases().size(); i++) {
      List<Stmt> body = multiway.cases().get(i);
      int section =
          body.get(0) instanceof Stmt.Jump jump ? sectionOf.getOrDefault(jump.label(), -1) : -1;
      if (section >= 0 && !staying.contains(section)) {
        ofCase.put(i, section);
      }
    }
    for (int section = 0; section < sections.size(); section++) {
      if (!ofCase.containsValue(section)) {
        staying.add(section); // jumped to from inside a case that does more than jump
      }
    }
  }

  /**
   * Returns what the spine becomes.
   *
   * @param dispatch makes the switch whose cases are methods
   */
  Optional<List<Stmt>> statements(CaseDispatch dispatch) {
    List<List<Stmt>> cases = new ArrayList<>(multiway.cases());
    ofCase.forEach((number, section) -> cases.set(number, sections.get(section)));
    Stmt.Switch direct = new Stmt.Switch(multiway.selector(), multiway.targets(), cases);
    return dispatch.statements(direct, ofCase.keySet()).map(this::around);
  }

  /** Puts the sections that stay around what dispatches. */
  private List<Stmt> around(List<Stmt> dispatching) {
    List<Stmt> statements = new ArrayList<>(beforeSwitch());
    statements.addAll(dispatching);
    for (int i = 0; i < sections.size(); i++) {
      if (staying.contains(i)) {
        List<Stmt> outer = new ArrayList<>();
        outer.add(new Stmt.Block(spine.labels().get(i), List.copyOf(statements)));
        outer.addAll(sections.get(i));
        statements = outer;
      }
    }
    return statements;
  }

  /** Counts the jumps to each section. */
  private final class Jumps extends StatementWalk {
    private final Map<Integer, Integer> counts = new HashMap<>();

    @Override
    public Void jump(Stmt.Jump jump) {
      Integer section = sectionOf.get(jump.label());
      if (section != null) {
        counts.merge(section, 1, Integer::sum);
      }
      return null;
    }
  }
}

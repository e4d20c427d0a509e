package org.wasm2java.aot.split.method.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.live.Liveness;
import org.wasm2java.aot.live.LocalSet;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodSizeEstimator;
import org.wasm2java.aot.split.method.plan.Occurrences;

/**
 * Regroups what a compiler makes of a large {@code switch}: blocks nested as deep as there are
 * cases, whose innermost statement dispatches and whose rests are the cases. Where the switch calls
 * each case by itself, {@link CaseGrouping} makes methods of them. Else neighbouring cases become
 * groups that fit a method each; the dispatch says which case to enter in a local, and the group's
 * method dispatches once more. So a case costs two dispatches and one call, however many cases
 * there are.
 *
 * <pre>{@code
 * c: { b: { a: { switch } case a } case b } case c
 *   becomes
 * G2: { G1: { switch: entry = a or b; break G1 | entry = c; break G2 } group of a, b } group of c
 * }</pre>
 */
public final class SpineGrouping {
  private static final int LEAST_SECTIONS = 4;

  /** Groups of more cases take HotSpot longer per case, unless there would be too many groups. */
  private static final int MOST_SECTIONS = 12;

  /**
   * The method that dispatches calls every group, and each call takes some 50 to 150 bytes of it.
   */
  private static final int MOST_GROUPS = 14;

  /** With more groups than this the calls would not fit: then groups consist of groups. */
  private static final int MOST_CALLS = 40;

  /** The most cases that a method dispatches to by itself. */
  private static final int MOST_CASES = 150;

  private final MethodLimit limit;
  private final MethodSizeEstimator sizes = new MethodSizeEstimator();
  private final IrFunction function;
  private final FreshNumbers fresh;
  private boolean grouped;

  private SpineGrouping(IrFunction function, MethodLimit limit) {
    this.limit = limit;
    this.function = function;
    this.fresh = new FreshNumbers(function);
  }

  /** Returns the function with each group as a {@link Stmt.Group}; itself if there is none. */
  public static IrFunction group(IrFunction function, MethodLimit limit) {
    SpineGrouping grouping = new SpineGrouping(function, limit);
    List<Stmt> body = grouping.new Descent().rewrite(function.body());
    if (!grouping.grouped) {
      return function;
    }
    return initialized(
        function.withBody(body, grouping.fresh.localCount(), grouping.fresh.labelCount()));
  }

  /**
   * Cases that share a group share its entry, so a local that only some of them read can seem to be
   * read before it is assigned: give it a value.
   */
  private static IrFunction initialized(IrFunction function) {
    LocalSet live = Liveness.of(function).before(function.body(), LocalSet.EMPTY);
    List<Stmt> body = new ArrayList<>();
    for (Local local : Occurrences.of(function.body()).all()) {
      if (live.contains(local.index()) && !function.parameters().contains(local)) {
        body.add(new Stmt.SetLocal(local, new Expr.Constant(local.carrier(), 0)));
      }
    }
    body.addAll(function.body());
    return function.withBody(body);
  }

  /** Looks for spines in everything that is too large for one method. */
  private final class Descent extends StatementRewriter {
    private final Places places = new Places();

    @Override
    protected List<Stmt> rewrite(List<Stmt> list) {
      List<Stmt> rewritten = new ArrayList<>(list.size());
      for (int i = 0; i < list.size(); i++) {
        Stmt statement = list.get(i);
        if (sizes.of(statement) <= limit.target()) {
          rewritten.add(statement);
        } else {
          places.enter(list, i);
          rewritten.add(statement.accept(this));
          places.leave();
        }
      }
      return rewritten;
    }

    @Override
    public Stmt block(Stmt.Block block) {
      Spine spine = Spine.of(block);
      int total = 0;
      for (List<Stmt> section : spine.sections()) {
        total += sizes.of(section);
      }
      if (spine.sections().size() < LEAST_SECTIONS || total <= limit.target()) {
        return super.block(block);
      }
      return new Stmt.Block(block.label(), regroup(block, spine));
    }

    private List<Stmt> regroup(Stmt.Block block, Spine spine) {
      List<Stmt> list = block.body();
      for (int i = 0; i < spine.sections().size(); i++) {
        places.enter(list, 0);
        list = ((Stmt.Block) list.get(0)).body();
      }
      List<Stmt> head = rewrite(spine.head());
      List<List<Stmt>> sections = new ArrayList<>();
      for (List<Stmt> section : spine.sections()) {
        places.leave();
        sections.add(rewrite(section));
      }
      Spine rewritten = new Spine(head, spine.labels(), sections);
      grouped = true;
      return CaseGrouping.of(rewritten, block.label(), limit)
          .flatMap(cases -> cases.statements(dispatch(spine)))
          .orElseGet(() -> inGroups(rewritten));
    }

    private CaseDispatch dispatch(Spine spine) {
      Stmt last = spine.head().get(spine.head().size() - 1);
      return new CaseDispatch(function, (Stmt.Switch) last, places, fresh);
    }

    private List<Stmt> inGroups(Spine spine) {
      return new Regrouping(spine, fresh.temporary(Carrier.INT), 0).statements();
    }
  }

  /** The new shape of one spine. */
  private final class Regrouping {
    private final Spine spine;
    private final Local entry;
    private final int base;
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Label> groupLabels = new ArrayList<>();
    private final Map<Label, Integer> sectionOf = new HashMap<>();

    /**
     * A new shape.
     *
     * @param entry the local that says which section to enter
     * @param base what it is for the first section
     */
    Regrouping(Spine spine, Local entry, int base) {
      this.spine = spine;
      this.entry = entry;
      this.base = base;
      int count = spine.sections().size();
      long total = 0;
      for (List<Stmt> section : spine.sections()) {
        total += sizes.of(section);
      }
      int groupSize = Math.min(Math.max(limit.group(), share(total)), limit.whole());
      if (total / groupSize > MOST_CALLS) {
        groupSize = share(total);
      }
      int groupSections = Math.max(MOST_SECTIONS, share(count));
      int size = 0;
      for (int i = 0; i < count; i++) {
        sectionOf.put(spine.labels().get(i), i);
        int section = sizes.of(spine.sections().get(i));
        boolean full =
            firsts.isEmpty()
                || size + section > groupSize
                || i - firsts.get(firsts.size() - 1) >= groupSections;
        if (full) {
          firsts.add(i);
          groupLabels.add(fresh.label());
          size = 0;
        }
        size += section;
      }
    }

    private int share(long total) {
      return (int) (total / MOST_GROUPS) + 1;
    }

    private int groupOf(int section) {
      int found = Collections.binarySearch(firsts, section);
      return found >= 0 ? found : -found - 2;
    }

    private int end(int group) {
      return group + 1 < firsts.size() ? firsts.get(group + 1) : spine.sections().size();
    }

    private Stmt enter(int section) {
      return new Stmt.SetLocal(entry, new Expr.Constant(Carrier.INT, base + section));
    }

    List<Stmt> statements() {
      List<Stmt> statements = new ArrayList<>(new Redirection(-1).rewrite(tabled(spine.head())));
      if (Completion.of(statements)) {
        statements.add(enter(0));
      }
      for (int group = 0; group < firsts.size(); group++) {
        List<Stmt> outer = new ArrayList<>();
        outer.add(new Stmt.Block(groupLabels.get(group), List.copyOf(statements)));
        List<Stmt> body = body(group);
        outer.add(new Stmt.Group(entry, Stmt.Group.Kind.CASES, body));
        if (group + 1 < firsts.size() && Completion.of(body)) {
          outer.add(enter(firsts.get(group + 1)));
        }
        statements = outer;
      }
      return statements;
    }

    private List<Stmt> body(int group) {
      int first = firsts.get(group);
      List<List<Stmt>> sections = new ArrayList<>();
      long size = 0;
      for (int i = first; i < end(group); i++) {
        sections.add(new Redirection(group).rewrite(spine.sections().get(i)));
        size += sizes.of(sections.get(i - first));
      }
      List<Label> entered = spine.labels().subList(first, end(group));
      List<Stmt> statements = List.of(dispatch(entered, base + first));
      boolean large = size > limit.whole() && sections.size() >= LEAST_SECTIONS;
      if (sections.size() > MOST_CASES || (large && firsts.size() > 1)) {
        return new Regrouping(new Spine(statements, entered, sections), entry, base + first)
            .statements();
      }
      for (int i = 0; i < sections.size(); i++) {
        List<Stmt> outer = new ArrayList<>();
        outer.add(new Stmt.Block(entered.get(i), List.copyOf(statements)));
        outer.addAll(sections.get(i));
        statements = outer;
      }
      return statements;
    }

    /** Returns the switch that goes where the entry says; entries of other groups do not come. */
    private Stmt dispatch(List<Label> entered, int first) {
      List<List<Stmt>> cases = new ArrayList<>();
      entered.forEach(label -> cases.add(List.of(new Stmt.Jump(label))));
      boolean far = first > Expr.Lookup.LEAST;
      int skipped = far ? 0 : first;
      int[] targets = new int[skipped + cases.size()];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = i < skipped ? cases.size() - 1 : i - skipped;
      }
      Expr selector = new Expr.GetLocal(entry);
      if (far) {
        List<Expr> operands = List.of(selector, new Expr.Constant(Carrier.INT, first));
        selector = new Expr.Operation(NumericOpcode.I32_SUB, Carrier.INT, operands);
      }
      return new Stmt.Switch(selector, targets, cases);
    }

    /**
     * Finds the switch at the end of a head, if it has more cases than fit a method and they only
     * jump: then a table gives the entry, and another the group that has it.
     */
    private List<Stmt> tabled(List<Stmt> head) {
      boolean tall =
          !head.isEmpty()
              && head.get(head.size() - 1) instanceof Stmt.Switch last
              && last.cases().size() > MOST_CASES;
      if (!tall) {
        return head;
      }
      Stmt.Switch multiway = (Stmt.Switch) head.get(head.size() - 1);
      List<Stmt> tabled = new ArrayList<>(head.subList(0, head.size() - 1));
      int count = spine.sections().size();
      int[] entryOf = new int[multiway.cases().size()];
      List<List<Stmt>> cases = new ArrayList<>();
      groupLabels.forEach(label -> cases.add(List.of(new Stmt.Jump(label))));
      for (int i = 0; i < entryOf.length; i++) {
        List<Stmt> body = multiway.cases().get(i);
        Integer section =
            body.size() == 1 && body.get(0) instanceof Stmt.Jump jump
                ? sectionOf.get(jump.label())
                : null;
        entryOf[i] = section != null ? section : count + cases.size() - groupLabels.size();
        if (section == null) {
          cases.add(body);
        }
      }
      int[] caseOf = new int[count + cases.size() - groupLabels.size()];
      for (int i = 0; i < caseOf.length; i++) {
        caseOf[i] = i < count ? groupOf(i) : groupLabels.size() + i - count;
      }
      tabled.addAll(twoSteps(multiway, entryOf, caseOf, cases));
      return tabled;
    }

    private List<Stmt> twoSteps(
        Stmt.Switch multiway, int[] entryOf, int[] caseOf, List<List<Stmt>> cases) {
      int[] entries = new int[multiway.targets().length];
      for (int i = 0; i < entries.length; i++) {
        entries[i] = base + entryOf[multiway.targets()[i]];
      }
      int otherwise = base + entryOf[entryOf.length - 1];
      Expr index = new Expr.GetLocal(entry);
      Expr found = new Expr.Lookup(index, entries, otherwise);
      Expr relative = index;
      if (base > 0) {
        List<Expr> operands = List.of(index, new Expr.Constant(Carrier.INT, base));
        relative = new Expr.Operation(NumericOpcode.I32_SUB, Carrier.INT, operands);
      }
      return List.of(
          new Stmt.SetLocal(entry, multiway.selector()),
          new Stmt.SetLocal(entry, found),
          SwitchTables.dispatch(relative, caseOf, cases));
    }

    /** Turns jumps to cases of other groups into an entry and a jump to the group. */
    private final class Redirection extends StatementRewriter {
      private final int group;

      Redirection(int group) {
        this.group = group;
      }

      @Override
      protected List<Stmt> rewrite(List<Stmt> list) {
        List<Stmt> rewritten = new ArrayList<>(list.size());
        for (Stmt statement : list) {
          if (statement instanceof Stmt.Group cases) {
            redirect(cases, rewritten);
          } else if (goesElsewhere(statement)) {
            int section = section(statement);
            rewritten.add(enter(section));
            rewritten.add(new Stmt.Jump(groupLabels.get(groupOf(section))));
          } else {
            rewritten.add(statement.accept(this));
          }
        }
        return rewritten;
      }

      /** Returns the section that a statement jumps to, or -1. */
      private int section(Stmt statement) {
        return statement instanceof Stmt.Jump jump ? sectionOf.getOrDefault(jump.label(), -1) : -1;
      }

      private boolean goesElsewhere(Stmt statement) {
        int section = section(statement);
        return section >= 0 && groupOf(section) != group;
      }

      private boolean endsElsewhere(Stmt statement) {
        return statement instanceof Stmt.Group cases
            ? endsElsewhere(cases.body().get(cases.body().size() - 1))
            : goesElsewhere(statement);
      }

      /**
       * A group of an inner spine that ends with such a jump leaves the jump to its caller: then
       * the part has one way out less to tell by a number.
       */
      private void redirect(Stmt.Group cases, List<Stmt> to) {
        List<Stmt> body = rewrite(cases.body());
        int last = body.size() - 1;
        boolean leaves = endsElsewhere(cases);
        to.add(new Stmt.Group(cases.entry(), cases.kind(), leaves ? body.subList(0, last) : body));
        if (leaves) {
          to.add(body.get(last));
        }
      }
    }
  }
}

package org.wasm2java.aot.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Liveness;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Regroups what a compiler makes of a large {@code switch}: blocks nested as deep as there are
 * cases, whose innermost statement dispatches and whose rests are the cases. Neighbouring cases
 * become groups that fit a method each; the dispatch says which case to enter in a local, and the
 * group's method dispatches once more. So a case costs two dispatches and one call, however many
 * cases there are.
 *
 * <pre>{@code
 * c: { b: { a: { switch } case a } case b } case c
 *   becomes
 * G2: { G1: { switch: entry = a or b; break G1 | entry = c; break G2 } group of a, b } group of c
 * }</pre>
 */
final class SpineGrouping {
  private static final int LEAST_SECTIONS = 4;

  /** Groups of more cases take HotSpot longer per case, unless there would be too many groups. */
  private static final int MOST_SECTIONS = 12;

  /** The method that dispatches calls every group, and each call takes about 150 bytes of it. */
  private static final int MOST_GROUPS = 14;

  private final MethodLimit limit;
  private final MethodSizeEstimator sizes = new MethodSizeEstimator();
  private final Map<Stmt, Integer> groups = new IdentityHashMap<>();
  private final Set<Local> entries = new HashSet<>();
  private int locals;
  private int labels;

  private SpineGrouping(IrFunction function, MethodLimit limit) {
    this.limit = limit;
    this.locals = function.localCount();
    this.labels = function.labelCount();
  }

  /**
   * A function whose cases are grouped.
   *
   * @param function the function
   * @param groups the first statement of each group, and how many statements it has
   * @param entries the locals that say which case of a group to enter
   */
  record Grouped(IrFunction function, Map<Stmt, Integer> groups, Set<Local> entries) {}

  static Grouped group(IrFunction function, MethodLimit limit) {
    SpineGrouping grouping = new SpineGrouping(function, limit);
    List<Stmt> body = List.copyOf(grouping.new Descent().rewrite(function.body()));
    IrFunction grouped =
        new IrFunction(
            function.functionIndex(),
            function.parameters(),
            function.results(),
            grouping.locals,
            grouping.labels,
            body);
    return new Grouped(
        grouping.groups.isEmpty() ? function : initialized(grouped),
        grouping.groups,
        grouping.entries);
  }

  /**
   * Cases that share a group share its entry, so a local that only some of them read can seem to be
   * read before it is assigned: give it a value.
   */
  private static IrFunction initialized(IrFunction function) {
    BitSet live = Liveness.of(function).walk(function.body(), (list, index, set) -> {});
    function.parameters().forEach(parameter -> live.clear(parameter.index()));
    List<Stmt> body = new ArrayList<>();
    for (Local local : Occurrences.of(function.body()).all()) {
      if (live.get(local.index())) {
        body.add(new Stmt.SetLocal(local, new Expr.Constant(local.kind(), 0)));
      }
    }
    body.addAll(function.body());
    return function.withBody(body);
  }

  /** Looks for spines in everything that is too large for one method. */
  private final class Descent extends StatementRewriter {
    @Override
    protected List<Stmt> rewrite(List<Stmt> list) {
      List<Stmt> rewritten = new ArrayList<>(list.size());
      for (Stmt statement : list) {
        boolean fits = sizes.of(statement) <= limit.target();
        rewritten.add(fits ? statement : statement.accept(this));
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
      return new Stmt.Block(block.label(), regroup(spine));
    }

    private List<Stmt> regroup(Spine spine) {
      List<List<Stmt>> sections = new ArrayList<>();
      spine.sections().forEach(section -> sections.add(rewrite(section)));
      return new Regrouping(new Spine(rewrite(spine.head()), spine.labels(), sections))
          .statements();
    }
  }

  /**
   * Nested blocks as a sequence.
   *
   * @param head the body of the innermost block
   * @param labels the labels of the blocks, innermost first
   * @param sections what follows each block inside the next; none follows the outermost here
   */
  private record Spine(List<Stmt> head, List<Label> labels, List<List<Stmt>> sections) {
    static Spine of(Stmt.Block outermost) {
      List<Label> labels = new ArrayList<>();
      List<List<Stmt>> sections = new ArrayList<>();
      List<Stmt> body = outermost.body();
      while (!body.isEmpty() && body.get(0) instanceof Stmt.Block inner) {
        labels.add(0, inner.label());
        sections.add(0, body.subList(1, body.size()));
        body = inner.body();
      }
      return new Spine(body, labels, sections);
    }
  }

  /** The new shape of one spine. */
  private final class Regrouping {
    private final Spine spine;
    private final Local entry = new Local(locals++, Kind.INT, Local.Role.TEMPORARY, "");
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Label> groupLabels = new ArrayList<>();
    private final Map<Label, Integer> sectionOf = new HashMap<>();

    Regrouping(Spine spine) {
      this.spine = spine;
      entries.add(entry);
      int total = 0;
      for (List<Stmt> section : spine.sections()) {
        total += sizes.of(section);
      }
      int groupSize = Math.min(Math.max(limit.group(), total / MOST_GROUPS), limit.whole());
      int groupSections = Math.max(MOST_SECTIONS, spine.sections().size() / MOST_GROUPS + 1);
      int size = 0;
      for (int i = 0; i < spine.sections().size(); i++) {
        sectionOf.put(spine.labels().get(i), i);
        int section = sizes.of(spine.sections().get(i));
        boolean full =
            firsts.isEmpty()
                || size + section > groupSize
                || i - firsts.get(firsts.size() - 1) >= groupSections;
        if (full) {
          firsts.add(i);
          groupLabels.add(new Label(labels++));
          size = 0;
        }
        size += section;
      }
    }

    private int groupOf(int section) {
      int group = firsts.size() - 1;
      while (firsts.get(group) > section) {
        group--;
      }
      return group;
    }

    private int end(int group) {
      return group + 1 < firsts.size() ? firsts.get(group + 1) : spine.sections().size();
    }

    private Stmt enter(int section) {
      return new Stmt.SetLocal(entry, new Expr.Constant(Kind.INT, section));
    }

    List<Stmt> statements() {
      List<Stmt> statements = new ArrayList<>(new Redirection(-1).rewrite(spine.head()));
      if (Completion.of(statements)) {
        statements.add(enter(0));
      }
      for (int group = 0; group < firsts.size(); group++) {
        List<Stmt> outer = new ArrayList<>();
        outer.add(new Stmt.Block(groupLabels.get(group), List.copyOf(statements)));
        List<Stmt> body = body(group);
        groups.put(body.get(0), body.size());
        outer.addAll(body);
        if (group + 1 < firsts.size() && Completion.of(body)) {
          outer.add(enter(firsts.get(group + 1)));
        }
        statements = outer;
      }
      return statements;
    }

    private List<Stmt> body(int group) {
      int first = firsts.get(group);
      List<List<Stmt>> cases = new ArrayList<>();
      int[] targets = new int[end(group)];
      for (int i = first; i < end(group); i++) {
        cases.add(List.of(new Stmt.Jump(spine.labels().get(i))));
        targets[i] = i - first;
      }
      for (int i = 0; i < first; i++) {
        targets[i] = cases.size() - 1;
      }
      List<Stmt> statements = List.of(new Stmt.Switch(new Expr.GetLocal(entry), targets, cases));
      for (int i = first; i < end(group); i++) {
        List<Stmt> outer = new ArrayList<>();
        outer.add(new Stmt.Block(spine.labels().get(i), List.copyOf(statements)));
        outer.addAll(new Redirection(group).rewrite(spine.sections().get(i)));
        statements = outer;
      }
      return statements;
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
          Integer section =
              statement instanceof Stmt.Jump jump ? sectionOf.get(jump.label()) : null;
          if (section == null || groupOf(section) == group) {
            rewritten.add(keep(statement));
          } else {
            rewritten.add(enter(section));
            rewritten.add(new Stmt.Jump(groupLabels.get(groupOf(section))));
          }
        }
        return rewritten;
      }

      /** Groups of an inner spine are known by identity, so what has no jump out stays itself. */
      private Stmt keep(Stmt statement) {
        Stmt rewritten = statement.accept(this);
        Integer length = groups.remove(statement);
        if (length != null) {
          groups.put(rewritten, length);
        }
        return rewritten;
      }
    }
  }
}

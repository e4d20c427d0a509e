package org.wasm2java.aot.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.StatementRewriter;
import org.wasm2java.aot.ir.Stmt;

/**
 * Gives every live range a local of its own. Compilers reuse a local for values that have nothing
 * to do with each other; where a function is cut, each use would have to cross the cut with the
 * others. Assignments that reach a common read share a local, others do not.
 */
public final class LiveRanges extends StatementRewriter {
  /** Labels by locals: what one function may cost. */
  private static final long MOST_STATES = 30_000_000;

  private final Liveness liveness;
  private final Map<Label, Local @Nullable []> arriving = new HashMap<>();
  private final Map<Local, Local> parents = new IdentityHashMap<>();
  private final Map<Local, Local> originals = new IdentityHashMap<>();

  /** What met behind an {@code if}, by the range that stands for both: one only if it is read. */
  private final Map<Local, Meeting> meetings = new IdentityHashMap<>();

  private final List<Local> ranges = new ArrayList<>();

  /** What arrives at the handlers around a statement, the innermost last. */
  private final List<Handler> handlers = new ArrayList<>();

  /** The range that holds each local's value here; null where control cannot come. */
  private Local @Nullable [] current;

  /** Two ranges of a local that control leaves an {@code if} with. */
  private record Meeting(Local one, Local other) {}

  /** A handler: what it reads, and the ranges that may hold it when something is thrown. */
  private static final class Handler {
    private final LocalSet live;
    private Local @Nullable [] arriving;

    Handler(LocalSet live, Local @Nullable [] arriving) {
      this.live = live;
      this.arriving = arriving;
    }
  }

  private LiveRanges(IrFunction function) {
    liveness = Liveness.of(function);
    current = new Local[function.localCount()];
    function.parameters().forEach(this::begin);
  }

  /** Runs the pass, but for functions so large that it would not pay. */
  public static IrFunction split(IrFunction function) {
    if ((long) function.localCount() * function.labelCount() > MOST_STATES) {
      return function;
    }
    LiveRanges split = new LiveRanges(function);
    List<Stmt> body = split.rewrite(function.body());
    Map<Local, Local> names = new IdentityHashMap<>();
    int count = split.name(function, names);
    return function.withBody(LocalRenaming.rename(body, names), count, function.labelCount());
  }

  /** Names ranges: the first of each local keeps the local, the others get new ones. */
  private int name(IrFunction function, Map<Local, Local> names) {
    int count = function.localCount();
    BitSet taken = new BitSet();
    Map<Local, Local> ofRoot = new IdentityHashMap<>();
    for (Local range : ranges) {
      Local root = root(range);
      Local name = ofRoot.get(root);
      if (name == null) {
        Local original = originals.getOrDefault(range, range);
        boolean first = !taken.get(original.index());
        taken.set(original.index());
        name = first ? original : original.later(count++);
        ofRoot.put(root, name);
      }
      names.put(range, name);
    }
    return count;
  }

  private Local begin(Local original) {
    Local range = original.copy(original.index());
    originals.put(range, original);
    ranges.add(range);
    if (current != null) {
      current[original.index()] = range;
    }
    return range;
  }

  private Local root(Local range) {
    Local root = range;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    Local at = range;
    while (at != root) {
      Local next = parents.get(at);
      parents.put(at, root);
      at = next;
    }
    return root;
  }

  private void unite(Local a, Local b) {
    settle(a);
    settle(b);
    join(a, b);
  }

  /** Makes one range of those that met in this one, and in those again. */
  private void settle(Local range) {
    Deque<Local> open = new ArrayDeque<>(List.of(range));
    while (!open.isEmpty()) {
      Local next = open.pop();
      Meeting meeting = meetings.remove(next);
      if (meeting != null) {
        ranges.add(next);
        join(next, meeting.one());
        join(next, meeting.other());
        open.push(meeting.one());
        open.push(meeting.other());
      }
    }
  }

  private void join(Local a, Local b) {
    Local rootA = root(a);
    Local rootB = root(b);
    if (rootA != rootB) {
      parents.put(rootB, rootA);
    }
  }

  /** Returns what is in a local behind an {@code if}, one of whose ends may be unreachable. */
  private Local @Nullable [] behind(Local @Nullable [] one, Local @Nullable [] other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    for (int i = 0; i < one.length; i++) {
      if (one[i] == null || other[i] == null) {
        one[i] = one[i] == null ? other[i] : one[i];
      } else if (root(one[i]) != root(other[i])) {
        Local original = originals.getOrDefault(one[i], one[i]);
        Local range = original.copy(original.index());
        originals.put(range, original);
        meetings.put(range, new Meeting(one[i], other[i]));
        one[i] = range;
      }
    }
    return one;
  }

  /** Unites what arrives at a place with what has arrived there; either may be unreachable. */
  private Local @Nullable [] meet(
      Local @Nullable [] there, Local @Nullable [] here, LocalSet live) {
    if (there == null || here == null) {
      return there == null ? (here == null ? null : here.clone()) : there;
    }
    for (int i = 0; i < there.length; i++) {
      if (!live.contains(i)) {
        there[i] = null;
      } else if (there[i] != null && here[i] != null) {
        unite(there[i], here[i]);
      } else if (there[i] == null) {
        there[i] = here[i];
      }
    }
    return there;
  }

  @Override
  protected Expr rewrite(Expr expr) {
    if (expr instanceof Expr.GetLocal get) {
      return new Expr.GetLocal(range(get.local()));
    }
    Expr rewritten = rewriteOperands(expr);
    if ((expr.ownEffects() & Effects.THROWS) != 0) {
      reachHandlers();
    }
    return rewritten;
  }

  /** Control may go from here to the handlers around. */
  private void reachHandlers() {
    for (Handler handler : handlers) {
      handler.arriving = meet(handler.arriving, current, handler.live);
    }
  }

  @Override
  public Stmt handling(Stmt.Try handling) {
    handlers.add(new Handler(liveness.at(handling), current == null ? null : current.clone()));
    List<Stmt> body = rewrite(handling.body());
    Local[] behindBody = current;
    current = handlers.remove(handlers.size() - 1).arriving;
    Local caught = begin(handling.caught());
    List<Stmt> handler = rewrite(handling.handler());
    current = behind(current, behindBody);
    return new Stmt.Try(body, caught, handler);
  }

  @Override
  public Stmt throwing(Stmt.Throw throwing) {
    Stmt rewritten = super.throwing(throwing);
    reachHandlers();
    current = null;
    return rewritten;
  }

  private Local range(Local local) {
    if (local.isMemory()) {
      return local;
    }
    Local range = current == null ? null : current[local.index()];
    if (range == null) {
      return begin(local);
    }
    settle(range);
    return range;
  }

  @Override
  public Stmt setLocal(Stmt.SetLocal setLocal) {
    Expr value = rewrite(setLocal.value());
    boolean memory = setLocal.local().isMemory();
    return new Stmt.SetLocal(memory ? setLocal.local() : begin(setLocal.local()), value);
  }

  @Override
  public Stmt block(Stmt.Block block) {
    List<Stmt> body = rewrite(block.body());
    Local[] jumped = arriving.remove(block.label());
    current = meet(current, jumped, liveness.at(block.label()));
    return new Stmt.Block(block.label(), body);
  }

  @Override
  public Stmt loop(Stmt.Loop loop) {
    if (current != null) {
      current = current.clone();
      LocalSet live = liveness.at(loop.label());
      for (int i = 0; i < current.length; i++) {
        if (!live.contains(i)) {
          current[i] = null;
        }
      }
      arriving.put(loop.label(), current.clone());
    }
    return super.loop(loop);
  }

  @Override
  public Stmt jump(Stmt.Jump jump) {
    LocalSet live = liveness.at(jump.label());
    arriving.put(jump.label(), meet(arriving.get(jump.label()), current, live));
    current = null;
    return jump;
  }

  @Override
  public Stmt conditional(Stmt.If conditional) {
    Expr condition = rewrite(conditional.condition());
    Local[] before = current == null ? null : current.clone();
    List<Stmt> thenBody = rewrite(conditional.thenBody());
    Local[] behindThen = current;
    current = before;
    List<Stmt> elseBody = rewrite(conditional.elseBody());
    current = behind(current, behindThen);
    return new Stmt.If(condition, thenBody, elseBody);
  }

  @Override
  public Stmt multiway(Stmt.Switch multiway) {
    Expr selector = rewrite(multiway.selector());
    Local[] before = current;
    List<List<Stmt>> cases = new ArrayList<>();
    for (List<Stmt> body : multiway.cases()) {
      current = before == null ? null : before.clone();
      cases.add(rewrite(body));
    }
    current = null; // every case ends with a jump
    return new Stmt.Switch(selector, multiway.targets(), cases);
  }

  @Override
  public Stmt returning(Stmt.Return returning) {
    Stmt rewritten = super.returning(returning);
    current = null;
    return rewritten;
  }

  @Override
  public Stmt trap(Stmt.Trap trap) {
    current = null;
    return trap;
  }
}

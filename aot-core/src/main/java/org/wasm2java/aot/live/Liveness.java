package org.wasm2java.aot.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.ir.Stmt.Block;
import org.wasm2java.aot.ir.Stmt.CallPart;
import org.wasm2java.aot.ir.Stmt.Checkpoint;
import org.wasm2java.aot.ir.Stmt.Evaluate;
import org.wasm2java.aot.ir.Stmt.Group;
import org.wasm2java.aot.ir.Stmt.If;
import org.wasm2java.aot.ir.Stmt.Jump;
import org.wasm2java.aot.ir.Stmt.Leave;
import org.wasm2java.aot.ir.Stmt.Loop;
import org.wasm2java.aot.ir.Stmt.Return;
import org.wasm2java.aot.ir.Stmt.SetGlobal;
import org.wasm2java.aot.ir.Stmt.SetLocal;
import org.wasm2java.aot.ir.Stmt.Store;
import org.wasm2java.aot.ir.Stmt.Switch;
import org.wasm2java.aot.ir.Stmt.Trap;

/**
 * Which locals may still be read, at every label and, by {@link #walk}, behind every statement.
 * Sets are of {@link Local#index}.
 *
 * <p>Passes over the whole body are repeated until no loop's start changes: once more than loops
 * are nested, at most.
 */
public final class Liveness {
  /** Is told what is live behind each statement of each list, last statement first. */
  public interface Observer {
    /** The locals in {@code live} may be read behind {@code list.get(index)}. */
    void behind(List<Stmt> list, int index, LocalSet live);
  }

  private static final Observer NOBODY = (list, index, live) -> {};

  private final @Nullable LocalSet[] atLabel;
  private final Map<Stmt.Try, LocalSet> atHandler = new IdentityHashMap<>();
  private boolean changed;

  private Liveness(IrFunction function) {
    atLabel = new LocalSet[function.labelCount()];
  }

  /** Solves the data flow of a function. */
  public static Liveness of(IrFunction function) {
    Liveness liveness = new Liveness(function);
    do {
      liveness.changed = false;
      liveness.walk(function.body(), NOBODY);
    } while (liveness.changed);
    return liveness;
  }

  /** Returns what is live where a branch to the label arrives. */
  public LocalSet at(Label label) {
    LocalSet live = atLabel[label.number()];
    return live == null ? LocalSet.EMPTY : live;
  }

  /** Returns what is live where the handler of a statement of the function begins. */
  public LocalSet at(Stmt.Try handling) {
    return atHandler.getOrDefault(handling, LocalSet.EMPTY);
  }

  /** Walks a function's whole body backwards; returns what is live at its start. */
  public LocalSet walk(List<Stmt> body, Observer observer) {
    Walk walk = new Walk(observer, LocalSet.EMPTY);
    walk.list(body);
    return walk.live;
  }

  /** Returns what is live before a list, given what is live behind it. */
  public LocalSet before(List<Stmt> list, LocalSet behind) {
    Walk walk = new Walk(NOBODY, behind);
    walk.list(list);
    return walk.live;
  }

  /** Returns what is live behind each statement of a function's whole body. */
  public LiveBehind behind(List<Stmt> body) {
    RecordingWalk walk = new RecordingWalk();
    walk.list(body);
    return walk.inside.get(0);
  }

  /** Keeps what is live behind each statement, in the shape of the statements. */
  private final class RecordingWalk extends Walk {
    private List<LiveBehind> inside = new ArrayList<>();

    RecordingWalk() {
      super(NOBODY, LocalSet.EMPTY);
    }

    @Override
    void list(List<Stmt> list) {
      List<LiveBehind> outer = inside;
      LiveBehind.Statement[] statements = new LiveBehind.Statement[list.size()];
      for (int i = list.size() - 1; i >= 0; i--) {
        LocalSet behind = live;
        inside = new ArrayList<>();
        list.get(i).accept(this);
        statements[i] = new LiveBehind.Statement(behind, inside);
      }
      inside = outer;
      inside.add(new LiveBehind(List.of(statements)));
    }

    /** The handler is walked first. */
    @Override
    public Void handling(Stmt.Try handling) {
      super.handling(handling);
      Collections.swap(inside, 0, 1);
      return null;
    }
  }

  private class Walk implements Stmt.Visitor<Void> {
    private final Observer observer;
    LocalSet live;

    /** What the handlers around a statement read: control goes there from whatever throws. */
    private LocalSet caught = LocalSet.EMPTY;

    Walk(Observer observer, LocalSet live) {
      this.observer = observer;
      this.live = live;
    }

    void list(List<Stmt> list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        observer.behind(list, i, live);
        list.get(i).accept(this);
      }
    }

    private Void reads(Expr expr) {
      if (caught != LocalSet.EMPTY && (expr.ownEffects() & Effects.THROWS) != 0) {
        live = live.union(caught);
      }
      if (expr instanceof Expr.GetLocal get) {
        if (!get.local().isInActivation()) {
          live = live.with(get.local().index());
        }
      } else {
        if (expr instanceof Expr.Load load) {
          live = live.with(load.bytes().index());
        }
        expr.operands().forEach(this::reads);
      }
      return null;
    }

    @Override
    public Void setLocal(SetLocal setLocal) {
      if (!setLocal.local().isInActivation()) {
        live = live.without(setLocal.local().index());
      }
      return reads(setLocal.value());
    }

    @Override
    public Void setGlobal(SetGlobal setGlobal) {
      return reads(setGlobal.value());
    }

    @Override
    public Void store(Store store) {
      live = live.with(store.bytes().index());
      reads(store.address());
      return reads(store.value());
    }

    @Override
    public Void evaluate(Evaluate evaluate) {
      return reads(evaluate.value());
    }

    @Override
    public Void block(Block block) {
      atLabel[block.label().number()] = live;
      list(block.body());
      return null;
    }

    @Override
    public Void loop(Loop loop) {
      list(loop.body());
      LocalSet start = at(loop.label()).union(live);
      changed |= !start.equals(at(loop.label()));
      atLabel[loop.label().number()] = start;
      live = start;
      return null;
    }

    @Override
    public Void group(Group group) {
      list(group.body());
      return null;
    }

    @Override
    public Void conditional(If conditional) {
      LocalSet behind = live;
      list(conditional.thenBody());
      LocalSet beforeThen = live;
      live = behind;
      list(conditional.elseBody());
      live = live.union(beforeThen);
      return reads(conditional.condition());
    }

    @Override
    public Void multiway(Switch multiway) {
      LocalSet all = LocalSet.EMPTY;
      for (List<Stmt> body : multiway.cases()) {
        live = LocalSet.EMPTY;
        list(body);
        all = all.union(live);
      }
      live = all;
      return reads(multiway.selector());
    }

    @Override
    public Void jump(Jump jump) {
      live = at(jump.label());
      return null;
    }

    @Override
    public Void returning(Return returning) {
      live = LocalSet.EMPTY;
      returning.values().forEach(this::reads);
      return null;
    }

    @Override
    public Void trap(Trap trap) {
      live = LocalSet.EMPTY;
      return null;
    }

    /** Java wants all that the handler reads to be assigned before the body. */
    @Override
    public Void handling(Stmt.Try handling) {
      LocalSet behind = live;
      list(handling.handler());
      LocalSet handled = live.without(handling.caught().index());
      atHandler.put(handling, handled);
      LocalSet outer = caught;
      caught = outer.union(handled);
      live = behind;
      list(handling.body());
      caught = outer;
      live = live.union(handled);
      return null;
    }

    @Override
    public Void throwing(Stmt.Throw throwing) {
      live = caught;
      return reads(throwing.exception());
    }

    @Override
    public Void checkpoint(Checkpoint checkpoint) {
      return null;
    }

    @Override
    public Void callPart(CallPart callPart) {
      LocalSet all = callPart.completes() ? live : LocalSet.EMPTY;
      for (Stmt.Way way : callPart.ways()) {
        live = LocalSet.EMPTY;
        way.then().accept(this);
        all = all.union(live);
      }
      live = all;
      callPart.results().forEach(result -> live = live.without(result.index()));
      live = live.union(caught);
      callPart.arguments().forEach(argument -> live = live.with(argument.index()));
      return null;
    }

    @Override
    public Void leave(Leave leave) {
      live = LocalSet.EMPTY;
      leave.results().forEach(result -> live = live.with(result.local().index()));
      leave.returned().forEach(this::reads);
      return null;
    }
  }
}

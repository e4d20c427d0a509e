package org.wasm2java.aot.ir;

import java.util.BitSet;
import java.util.List;
import org.wasm2java.aot.ir.Stmt.Block;
import org.wasm2java.aot.ir.Stmt.CallPart;
import org.wasm2java.aot.ir.Stmt.Evaluate;
import org.wasm2java.aot.ir.Stmt.If;
import org.wasm2java.aot.ir.Stmt.Jump;
import org.wasm2java.aot.ir.Stmt.Leave;
import org.wasm2java.aot.ir.Stmt.Loop;
import org.wasm2java.aot.ir.Stmt.Return;
import org.wasm2java.aot.ir.Stmt.SetGlobal;
import org.wasm2java.aot.ir.Stmt.SetLocal;
import org.wasm2java.aot.ir.Stmt.Store;
import org.wasm2java.aot.ir.Stmt.Switch;
import org.wasm2java.aot.ir.Stmt.Unreachable;

/**
 * Which locals may still be read, at every label and, by {@link #walk}, behind every statement.
 * Sets are of {@link Local#index}.
 */
public final class Liveness {
  /** Is told what is live behind each statement of each list, last statement first. */
  public interface Observer {
    /**
     * The locals in {@code live} may be read behind {@code list.get(index)}; do not keep the set.
     */
    void behind(List<Stmt> list, int index, BitSet live);
  }

  private static final Observer NOBODY = (list, index, live) -> {};

  private final BitSet[] atLabel;
  private final int localCount;
  private boolean solved;

  private Liveness(IrFunction function) {
    atLabel = new BitSet[function.labelCount()];
    localCount = function.localCount();
  }

  /** Solves the data flow of a function. */
  public static Liveness of(IrFunction function) {
    Liveness liveness = new Liveness(function);
    liveness.walk(function.body(), NOBODY);
    liveness.solved = true;
    return liveness;
  }

  /** Returns what is live where a branch to the label arrives. */
  public BitSet at(Label label) {
    BitSet live = atLabel[label.number()];
    return live == null ? new BitSet() : (BitSet) live.clone();
  }

  /** Walks a function's whole body backwards; returns what is live at its start. */
  public BitSet walk(List<Stmt> body, Observer observer) {
    Walk walk = new Walk(observer, new BitSet(localCount));
    walk.list(body);
    return walk.live;
  }

  /** Returns what is live before a list, given what is live behind it. */
  public BitSet before(List<Stmt> list, BitSet behind) {
    Walk walk = new Walk(NOBODY, (BitSet) behind.clone());
    walk.list(list);
    return walk.live;
  }

  private final class Walk implements Stmt.Visitor<Void> {
    private final Observer observer;
    private BitSet live;

    Walk(Observer observer, BitSet live) {
      this.observer = observer;
      this.live = live;
    }

    private void list(List<Stmt> list) {
      for (int i = list.size() - 1; i >= 0; i--) {
        observer.behind(list, i, live);
        list.get(i).accept(this);
      }
    }

    private BitSet copy() {
      return (BitSet) live.clone();
    }

    private Void reads(Expr expr) {
      if (expr instanceof Expr.GetLocal get) {
        if (get.local().role() != Local.Role.FRAME) {
          live.set(get.local().index());
        }
      } else {
        if (expr instanceof Expr.Load load) {
          live.set(load.bytes().index());
        }
        expr.operands().forEach(this::reads);
      }
      return null;
    }

    @Override
    public Void setLocal(SetLocal setLocal) {
      if (setLocal.local().role() != Local.Role.FRAME) {
        live.clear(setLocal.local().index());
      }
      return reads(setLocal.value());
    }

    @Override
    public Void setGlobal(SetGlobal setGlobal) {
      return reads(setGlobal.value());
    }

    @Override
    public Void store(Store store) {
      live.set(store.bytes().index());
      reads(store.address());
      return reads(store.value());
    }

    @Override
    public Void evaluate(Evaluate evaluate) {
      return reads(evaluate.value());
    }

    @Override
    public Void block(Block block) {
      atLabel[block.label().number()] = copy();
      list(block.body());
      return null;
    }

    @Override
    public Void loop(Loop loop) {
      int label = loop.label().number();
      BitSet behind = live;
      BitSet start = atLabel[label] == null ? new BitSet(localCount) : atLabel[label];
      atLabel[label] = start;
      boolean changed = true;
      while (changed) {
        live = (BitSet) behind.clone();
        list(loop.body());
        int before = start.cardinality();
        start.or(live);
        changed = !solved && start.cardinality() != before;
      }
      live = (BitSet) start.clone();
      return null;
    }

    @Override
    public Void conditional(If conditional) {
      BitSet behind = copy();
      list(conditional.thenBody());
      BitSet beforeThen = live;
      live = behind;
      list(conditional.elseBody());
      live.or(beforeThen);
      return reads(conditional.condition());
    }

    @Override
    public Void multiway(Switch multiway) {
      BitSet all = new BitSet(localCount);
      for (List<Stmt> body : multiway.cases()) {
        live = new BitSet(localCount);
        list(body);
        all.or(live);
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
      live = new BitSet(localCount);
      returning.values().forEach(this::reads);
      return null;
    }

    @Override
    public Void unreachable(Unreachable unreachable) {
      live = new BitSet(localCount);
      return null;
    }

    @Override
    public Void callPart(CallPart callPart) {
      BitSet all = callPart.completes() ? copy() : new BitSet(localCount);
      for (Stmt exit : callPart.exits()) {
        live = new BitSet(localCount);
        exit.accept(this);
        all.or(live);
      }
      live = all;
      callPart.results().forEach(result -> live.clear(result.index()));
      callPart.arguments().forEach(argument -> live.set(argument.index()));
      return null;
    }

    @Override
    public Void leave(Leave leave) {
      live = new BitSet(localCount);
      leave.results().forEach(result -> live.set(result.local().index()));
      leave.returned().forEach(this::reads);
      return null;
    }
  }
}

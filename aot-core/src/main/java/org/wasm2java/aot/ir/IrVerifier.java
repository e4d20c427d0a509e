package org.wasm2java.aot.ir;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wasm2java.aot.module.IndexSpaces;

/**
 * Checks what every phase behind {@code lower} relies on: locals are assigned before they are read
 * on every path, jumps target open labels, every label has a jump, carriers agree, nothing stands
 * behind what cannot complete, no constant decides where control goes, and no expression is too
 * deep for a Java compiler. Phases do not check again; tests run this behind each of them.
 */
public final class IrVerifier {
  private final IndexSpaces spaces;
  private final List<Carrier> results;
  private final ExpressionVerifier expressions;
  private final Set<Label> open = new HashSet<>();
  private final Map<Label, BitSet> arrivals = new HashMap<>();
  private final Deque<Stmt> path = new ArrayDeque<>();
  private BitSet assigned = new BitSet();

  private IrVerifier(IndexSpaces spaces, List<Local> parameters, List<Carrier> results) {
    this.spaces = spaces;
    this.results = results;
    this.expressions = new ExpressionVerifier(spaces, this::read);
    parameters.forEach(parameter -> assigned.set(parameter.index()));
  }

  /**
   * Checks a function.
   *
   * @throws IllegalStateException if a rule is broken; that is a defect of this project
   */
  public static void verify(IndexSpaces spaces, IrFunction function) {
    verify(
        spaces,
        function.functionIndex(),
        function.parameters(),
        function.results(),
        function.body());
  }

  /**
   * Checks a function or a part of one.
   *
   * @param parameters the locals that come in with a value
   * @param results the results of the whole function
   * @throws IllegalStateException if a rule is broken; that is a defect of this project
   */
  public static void verify(
      IndexSpaces spaces,
      int functionIndex,
      List<Local> parameters,
      List<Carrier> results,
      List<Stmt> body) {
    IrVerifier verifier = new IrVerifier(spaces, parameters, results);
    try {
      verifier.list(body);
      require(!Completion.of(body), "control falls off the end");
    } catch (BrokenRule e) {
      Stmt statement = verifier.path.peek();
      String where = statement == null ? "" : " in:\n" + IrPrinter.print(List.of(statement));
      throw new IllegalStateException("func[" + functionIndex + "]: " + e.getMessage() + where, e);
    }
  }

  /** A rule that does not hold. */
  static final class BrokenRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenRule(String message) {
      super(message);
    }
  }

  static void require(boolean holds, String rule) {
    if (!holds) {
      throw new BrokenRule(rule);
    }
  }

  private void read(Local local) {
    if (local.isInActivation()) {
      return; // fields are zero from the start
    }
    require(assigned.get(local.index()), local + " is read before it is assigned on some path");
  }

  private void assign(Local local) {
    assigned.set(local.index());
  }

  private void list(List<Stmt> statements) {
    for (int i = 0; i < statements.size(); i++) {
      path.push(statements.get(i));
      statements.get(i).accept(walk);
      boolean last = i + 1 == statements.size();
      require(
          last || Completion.of(statements.subList(i, i + 1)),
          "a statement stands behind one that does not complete");
      path.pop();
    }
  }

  private BitSet copy() {
    return (BitSet) assigned.clone();
  }

  private void value(Expr expr, Carrier carrier) {
    expressions.check(expr);
    require(
        ExpressionVerifier.fits(expr.carrier(), carrier),
        "expected " + carrier + ", found " + IrPrinter.print(expr));
  }

  /** Control that Java knows to go one way only makes code that Java does not take. */
  private void decision(Expr expr) {
    require(!(expr instanceof Expr.Constant), "a constant decides");
    value(expr, Carrier.INT);
  }

  private void labelled(Label label, List<Stmt> body) {
    require(open.add(label), label + " is open already");
    list(body);
    open.remove(label);
    require(arrivals.containsKey(label), "nothing jumps to " + label);
  }

  private final Walk walk = new Walk();

  private final class Walk implements Stmt.Visitor<Void> {
    @Override
    public Void setLocal(Stmt.SetLocal setLocal) {
      value(setLocal.value(), setLocal.local().carrier());
      assign(setLocal.local());
      return null;
    }

    @Override
    public Void setGlobal(Stmt.SetGlobal setGlobal) {
      value(
          setGlobal.value(),
          Carrier.of(spaces.globalType(setGlobal.globalIndex()).valueType()).get(setGlobal.part()));
      return null;
    }

    @Override
    public Void store(Stmt.Store store) {
      expressions.access(store.opcode(), store.bytes(), store.address(), List.of(store.value()));
      return null;
    }

    @Override
    public Void evaluate(Stmt.Evaluate evaluate) {
      expressions.check(evaluate.value());
      return null;
    }

    @Override
    public Void block(Stmt.Block block) {
      labelled(block.label(), block.body());
      BitSet arrived = arrivals.getOrDefault(block.label(), assigned);
      if (Completion.of(block.body())) {
        assigned.and(arrived);
      } else {
        assigned = (BitSet) arrived.clone();
      }
      return null;
    }

    @Override
    public Void loop(Stmt.Loop loop) {
      BitSet start = copy();
      labelled(loop.label(), loop.body());
      BitSet repeated = arrivals.getOrDefault(loop.label(), start);
      start.andNot(repeated);
      require(start.isEmpty(), "a loop repeats with fewer locals assigned");
      return null;
    }

    @Override
    public Void group(Stmt.Group group) {
      require(false, "a group is left, which only the splitter may have");
      return null;
    }

    @Override
    public Void conditional(Stmt.If conditional) {
      decision(conditional.condition());
      BitSet before = copy();
      list(conditional.thenBody());
      BitSet behindThen = assigned;
      assigned = before;
      list(conditional.elseBody());
      if (!Completion.of(conditional.elseBody())) {
        assigned = behindThen;
      } else if (Completion.of(conditional.thenBody())) {
        assigned.and(behindThen);
      }
      return null;
    }

    @Override
    public Void multiway(Stmt.Switch multiway) {
      decision(multiway.selector());
      int cases = multiway.cases().size();
      for (int target : multiway.targets()) {
        require(target >= 0 && target < cases, "case " + target + " of " + cases);
      }
      BitSet before = copy();
      for (List<Stmt> body : multiway.cases()) {
        assigned = (BitSet) before.clone();
        list(body);
        require(!Completion.of(body), "a case falls through");
      }
      return null;
    }

    @Override
    public Void jump(Stmt.Jump jump) {
      require(open.contains(jump.label()), "a jump to " + jump.label() + ", which is not open");
      arrivals.computeIfAbsent(jump.label(), label -> copy()).and(assigned);
      return null;
    }

    @Override
    public Void returning(Stmt.Return returning) {
      returned(returning.values());
      return null;
    }

    private void returned(List<Expr> values) {
      require(values.size() == results.size(), "a return of " + values.size() + " values");
      for (int i = 0; i < values.size(); i++) {
        value(values.get(i), results.get(i));
        require(
            values.get(i).carrier().equals(results.get(i)),
            "result " + i + " is not returned as it is declared");
      }
    }

    @Override
    public Void trap(Stmt.Trap trap) {
      return null;
    }

    /** As javac sees it: whatever the body assigned, control may have left it before. */
    @Override
    public Void handling(Stmt.Try handling) {
      require(handling.caught().carrier() == Carrier.EXCEPTION, "what is caught is an exception");
      BitSet before = copy();
      list(handling.body());
      BitSet behindBody = assigned;
      assigned = before;
      assign(handling.caught());
      list(handling.handler());
      if (!Completion.of(handling.handler())) {
        assigned = behindBody;
      } else if (Completion.of(handling.body())) {
        assigned.and(behindBody);
      }
      return null;
    }

    @Override
    public Void throwing(Stmt.Throw throwing) {
      value(throwing.exception(), Carrier.EXCEPTION);
      return null;
    }

    @Override
    public Void checkpoint(Stmt.Checkpoint checkpoint) {
      return null;
    }

    @Override
    public Void callPart(Stmt.CallPart callPart) {
      callPart.arguments().forEach(IrVerifier.this::read);
      callPart.results().forEach(IrVerifier.this::assign);
      for (Stmt.Way way : callPart.ways()) {
        list(List.of(way.then()));
        require(!Completion.of(List.of(way.then())), "an exit of a part falls through");
      }
      return null;
    }

    @Override
    public Void leave(Stmt.Leave leave) {
      leave.results().forEach(result -> read(result.local()));
      if (!leave.returned().isEmpty()) {
        returned(leave.returned());
      }
      return null;
    }
  }
}

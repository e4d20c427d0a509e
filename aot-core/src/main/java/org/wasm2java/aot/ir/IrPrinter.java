package org.wasm2java.aot.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;

/**
 * The text of statements and expressions, for golden files and for messages of defects: the same
 * text for the same tree. Operations have their names of the text format and come first, as in
 * {@code (i32.add p0 1)}.
 *
 * <p>The text of a function says all that the function does, so tests parse it back. It does not
 * say where in the module something came from (byte offsets and names of locals).
 */
public final class IrPrinter implements Stmt.Visitor<Void> {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final Operands operands = new Operands();
  private int depth;

  private IrPrinter() {}

  /** Prints a function: a line with its types, one with its other locals, then its body. */
  public static String print(IrFunction function) {
    String results =
        function.results().stream().map(IrPrinter::name).collect(Collectors.joining(", "));
    return print(
        "func[" + function.functionIndex() + "] " + declared(function.parameters()),
        " -> (" + results + ")",
        function.parameters(),
        function.body());
  }

  /** Prints a part of a function in the form of a function without results. */
  public static String printPart(int part, List<Local> parameters, List<Stmt> body) {
    return print("part " + part + " " + declared(parameters), "", parameters, body);
  }

  private static String print(String head, String tail, List<Local> parameters, List<Stmt> body) {
    IrPrinter printer = new IrPrinter();
    printer.line(head + tail);
    List<Local> others = MentionedLocals.in(body);
    others.removeAll(parameters);
    if (!others.isEmpty()) {
      printer.line(INDENT + "locals " + declared(others));
    }
    printer.nested(body);
    return printer.text.toString();
  }

  private static String declared(List<Local> locals) {
    return locals.stream()
        .map(local -> local + " " + name(local.carrier()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Prints statements. */
  public static String print(List<Stmt> statements) {
    IrPrinter printer = new IrPrinter();
    statements.forEach(statement -> statement.accept(printer));
    return printer.text.toString();
  }

  /** Prints an expression. */
  public static String print(Expr expr) {
    return expr.accept(new Operands());
  }

  private static String name(Carrier carrier) {
    return carrier.text();
  }

  private Void line(String line) {
    text.append(INDENT.repeat(depth)).append(line).append('\n');
    return null;
  }

  private void nested(List<Stmt> statements) {
    depth++;
    statements.forEach(statement -> statement.accept(this));
    depth--;
  }

  private String text(Expr expr) {
    return expr.accept(operands);
  }

  private String texts(List<Expr> exprs) {
    StringBuilder all = new StringBuilder();
    exprs.forEach(expr -> all.append(' ').append(text(expr)));
    return all.toString();
  }

  private static String locals(List<Local> locals) {
    StringBuilder all = new StringBuilder();
    locals.forEach(local -> all.append(' ').append(local));
    return all.toString();
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    String declare = setLocal.declares() ? "declare " : "";
    return line(declare + setLocal.local() + " = " + text(setLocal.value()));
  }

  @Override
  public Void setGlobal(Stmt.SetGlobal setGlobal) {
    return line(
        global(setGlobal.globalIndex(), setGlobal.part()) + " = " + text(setGlobal.value()));
  }

  @Override
  public Void store(Stmt.Store store) {
    String place = access(store.bytes(), store.offset(), store.nonNegative(), store.style());
    return line(
        store.opcode().text() + place + " " + text(store.address()) + " " + text(store.value()));
  }

  private static String access(
      Local bytes, long offset, boolean nonNegative, Expr.AccessStyle style) {
    String view = style == Expr.AccessStyle.VIEW ? " view" : "";
    return " " + bytes + "+" + offset + (nonNegative ? "!" : "") + view;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    return line("evaluate " + text(evaluate.value()));
  }

  @Override
  public Void block(Stmt.Block block) {
    line("block " + block.label());
    nested(block.body());
    return null;
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    line("loop " + loop.label() + form(loop));
    nested(loop.body());
    return null;
  }

  private static String form(Stmt.Loop loop) {
    return switch (loop.form()) {
      case REPEATED_BY_JUMPS -> "";
      case TESTS_LAST -> " tests-last";
      case LEAVES_LAST -> " leaves-last";
    };
  }

  @Override
  public Void group(Stmt.Group group) {
    boolean single = group.kind() != Stmt.Group.Kind.CASES;
    String kind = single ? " " + group.kind().name().toLowerCase(Locale.ROOT) : "";
    line("group" + (group.entry() == null ? "" : " " + group.entry()) + kind);
    nested(group.body());
    return null;
  }

  @Override
  public Void conditional(Stmt.If conditional) {
    line("if " + text(conditional.condition()));
    nested(conditional.thenBody());
    if (!conditional.elseBody().isEmpty()) {
      line("else");
      nested(conditional.elseBody());
    }
    return null;
  }

  @Override
  public Void multiway(Stmt.Switch multiway) {
    line("switch " + text(multiway.selector()));
    depth++;
    int last = multiway.cases().size() - 1;
    for (int i = 0; i <= last; i++) {
      StringBuilder selectors = new StringBuilder(i == last ? "default" : "case");
      for (int selector = 0; selector < multiway.targets().length; selector++) {
        if (multiway.targets()[selector] == i) {
          selectors.append(' ').append(selector);
        }
      }
      line(selectors.toString());
      nested(multiway.cases().get(i));
    }
    depth--;
    return null;
  }

  @Override
  public Void jump(Stmt.Jump jump) {
    return line("jump " + jump.label());
  }

  @Override
  public Void returning(Stmt.Return returning) {
    return line("return" + texts(returning.values()));
  }

  @Override
  public Void trap(Stmt.Trap trap) {
    return line(trap.kind().text());
  }

  @Override
  public Void handling(Stmt.Try handling) {
    line("try");
    nested(handling.body());
    line("catch " + handling.caught());
    nested(handling.handler());
    return null;
  }

  @Override
  public Void throwing(Stmt.Throw throwing) {
    return line("throw " + text(throwing.exception()));
  }

  @Override
  public Void checkpoint(Stmt.Checkpoint checkpoint) {
    String fuel = checkpoint.fuel() ? " fuel" : "";
    return line("checkpoint " + checkpoint.cost() + fuel + (checkpoint.stop() ? " stop" : ""));
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    String results = callPart.results().isEmpty() ? "" : " ->" + locals(callPart.results());
    String forwards = callPart.forwards() ? " forwards" : "";
    String never = callPart.ways().isEmpty() && !callPart.completes() ? " never" : "";
    line("part " + callPart.part() + locals(callPart.arguments()) + results + forwards + never);
    depth++;
    for (int i = 0; i < callPart.ways().size(); i++) {
      boolean last = i + 1 == callPart.ways().size() && !callPart.completes();
      Stmt.Way way = callPart.ways().get(i);
      line((last ? "otherwise " : "exit ") + way.number());
      nested(List.of(way.then()));
    }
    depth--;
    return null;
  }

  @Override
  public Void leave(Stmt.Leave leave) {
    StringBuilder given = new StringBuilder();
    leave
        .results()
        .forEach(result -> given.append(' ').append(result.position() + ":" + result.local()));
    String returned = leave.returned().isEmpty() ? "" : " return" + texts(leave.returned());
    return line("leave " + leave.exit() + given + returned);
  }

  private static String global(int globalIndex, int part) {
    return "global[" + globalIndex + "]" + (part > 0 ? "." + part : "");
  }

  private static final class Operands implements Expr.Visitor<String> {
    private String call(String head, List<Expr> operands) {
      StringBuilder call = new StringBuilder("(").append(head);
      operands.forEach(operand -> call.append(' ').append(operand.accept(this)));
      return call.append(')').toString();
    }

    @Override
    public String constant(Expr.Constant constant) {
      long bits = constant.bits();
      if (!(constant.carrier() instanceof Carrier.Primitive primitive)) {
        return "null:" + name(constant.carrier());
      }
      return switch (primitive) {
        case INT -> Integer.toString((int) bits);
        case LONG -> bits + "L";
        case FLOAT -> number(Float.intBitsToFloat((int) bits), bits & 0xFFFFFFFFL) + "f";
        case DOUBLE -> number(Double.longBitsToDouble(bits), bits) + "d";
      };
    }

    private static String number(double value, long bits) {
      return Double.isNaN(value) ? "nan:0x" + Long.toHexString(bits) : Double.toString(value);
    }

    @Override
    public String getLocal(Expr.GetLocal getLocal) {
      return getLocal.local().toString();
    }

    @Override
    public String operation(Expr.Operation operation) {
      boolean lane = operation.opcode() instanceof VectorOpcode;
      String text = operation.opcode().text();
      return call(lane ? "lane:" + text : text, operation.operands());
    }

    @Override
    public String vector(Expr.Vector vector) {
      VectorForm form = vector.opcode().form();
      String head = vector.opcode().text();
      if (form instanceof VectorForm.Constant || form instanceof VectorForm.Shuffle) {
        head += "[0x%016x 0x%016x]".formatted(vector.low(), vector.high());
      } else if (form instanceof VectorForm.Extract || form instanceof VectorForm.Replace) {
        head += "[" + vector.low() + "]";
      }
      return call(head, vector.operands());
    }

    @Override
    public String load(Expr.Load load) {
      String place = access(load.bytes(), load.offset(), load.nonNegative(), load.style());
      return call(load.opcode().text() + place, load.operands());
    }

    @Override
    public String getGlobal(Expr.GetGlobal getGlobal) {
      return global(getGlobal.globalIndex(), getGlobal.part()) + ":" + name(getGlobal.carrier());
    }

    @Override
    public String select(Expr.Select select) {
      return call("select", select.operands());
    }

    @Override
    public String lookup(Expr.Lookup lookup) {
      String head = "lookup" + Arrays.toString(lookup.table()) + " else " + lookup.otherwise();
      return call(head, lookup.operands());
    }

    @Override
    public String call(Expr.Call call) {
      String head = "call func[" + call.functionIndex() + "]:" + name(call.carrier());
      return call(call.grows() ? head + " grows" : head, call.operands());
    }

    @Override
    public String callIndirect(Expr.CallIndirect call) {
      String table =
          call.isOfReference() ? "call_ref" : "call_indirect table[" + call.tableIndex() + "]";
      String head = table + " type[" + call.typeIndex() + "]:";
      return call(head + name(call.carrier()), call.operands());
    }

    @Override
    public String entity(Expr.Entity entity) {
      EntityOperation operation = entity.operation();
      String name = operation.name().toLowerCase(Locale.ROOT);
      String indices = "[" + entity.first() + " " + entity.second() + "]";
      String carrier = operation.result().isPresent() ? "" : ":" + name(entity.carrier());
      return call(name + indices + carrier, entity.operands());
    }

    @Override
    public String aggregate(Aggregate aggregate) {
      String name = aggregate.operation().name().toLowerCase(Locale.ROOT);
      String indices =
          "[%d %d %d]".formatted(aggregate.typeIndex(), aggregate.member(), aggregate.part());
      return call(name + indices + ":" + name(aggregate.carrier()), aggregate.operands());
    }

    @Override
    public String cast(Cast cast) {
      String form = cast.form().name().toLowerCase(Locale.ROOT);
      return call("cast " + form + " " + cast.target().text(), cast.operands());
    }
  }
}

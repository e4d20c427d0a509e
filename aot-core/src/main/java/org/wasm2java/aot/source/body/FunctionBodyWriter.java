package org.wasm2java.aot.source.body;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Completion;
import org.wasm2java.aot.ir.Effects;
import org.wasm2java.aot.ir.EntityOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceLines;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.generated.Checkpoint;
import org.wasm2java.runtime.ops.Discard;

/** Writes a method's statements as Java: real {@code if}, {@code while} and {@code switch}. */
public final class FunctionBodyWriter implements Stmt.Visitor<Void> {
  private final MethodPlan method;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final ExpressionWriter expressions;
  private final PlaceMarks marks = PlaceMarks.ofFunction();
  private final SourceBuffer out = new SourceBuffer(marks);
  private final ImpliedJumps implied = new ImpliedJumps();
  private final Set<Label> loops = new HashSet<>();

  private FunctionBodyWriter(MethodPlan method, MethodNames names, RuntimeTypes types) {
    this.method = method;
    this.names = names;
    this.types = types;
    this.expressions = new ExpressionWriter(names, types, marks);
  }

  /** Returns the body's text, without the braces of the method. */
  public static String write(MethodPlan method, MethodNames names, RuntimeTypes types) {
    return new FunctionBodyWriter(method, names, types).write();
  }

  private String write() {
    takeScratchParameters();
    list(method.body());
    SourceBuffer top = new SourceBuffer(PlaceMarks.none());
    if (method.startsActivation()) {
      String frame = GeneratedNames.frameClass(method.functionIndex());
      top.line(frame + " frame = new " + frame + "();");
    }
    if (names.usesAddressTemporary()) {
      top.line("int address;");
    }
    new PaddingWriter(top).write(method.padding());
    for (Local local : method.declared()) {
      top.line(type(local) + " " + names.local(local) + ";");
    }
    String text = top + out.toString();
    String note = PlaceLines.method(method.functionIndex(), method.role() == MethodPlan.Role.PART);
    return text.isEmpty() ? text : note + text;
  }

  private String type(Local local) {
    return types.name(local.carrier().javaType());
  }

  private void takeScratchParameters() {
    for (int i = method.registers(); i < method.parameters().size(); i++) {
      Local parameter = method.parameters().get(i);
      out.line(
          type(parameter) + " " + names.local(parameter) + " = " + readScratch(parameter, i) + ";");
    }
  }

  private String readScratch(Local local, int position) {
    return names.scratch(local.carrier(), position);
  }

  private void list(List<Stmt> statements) {
    int end = implied.behind();
    for (int i = 0; i < statements.size(); i++) {
      if (i < statements.size() - 1) {
        implied.elsewhere();
      } else {
        implied.setBehind(end);
      }
      statements.get(i).accept(this);
    }
    implied.setBehind(end);
  }

  @Override
  public Void setLocal(Stmt.SetLocal setLocal) {
    Local local = setLocal.local();
    String declared = setLocal.declares() ? type(local) + " " : "";
    out.line(declared + names.local(local) + " = " + expressions.value(setLocal.value()) + ";");
    return null;
  }

  @Override
  public Void setGlobal(Stmt.SetGlobal setGlobal) {
    String value = expressions.value(setGlobal.value());
    out.line(names.writeGlobal(setGlobal.globalIndex(), setGlobal.part(), value) + ";");
    return null;
  }

  @Override
  public Void store(Stmt.Store store) {
    out.line(expressions.accesses(store.bytes()).store(store) + ";");
    return null;
  }

  @Override
  public Void evaluate(Stmt.Evaluate evaluate) {
    Expr value = evaluate.value();
    boolean statement =
        value.carrier() == Carrier.VOID
            || value instanceof Expr.Call
            || value instanceof Expr.CallIndirect
            || (value instanceof Expr.Entity entity
                && entity.operation() != EntityOperation.REF_AS_NON_NULL
                && entity.operation() != EntityOperation.REF_IS_NULL
                && entity.operation() != EntityOperation.TABLE_GET
                && entity.operation() != EntityOperation.ARRAY_GET);
    String text = expressions.value(value);
    out.line((statement ? text : types.member(Discard.class, "value(") + text + ")") + ";");
    return null;
  }

  @Override
  public Void block(Stmt.Block block) {
    implied.leadsBehind(block.label());
    if (!implied.isEmpty(block.body())) {
      out.open(names.label(block.label()) + ": {");
      list(block.body());
      out.close("}");
    }
    return null;
  }

  @Override
  public Void loop(Stmt.Loop loop) {
    implied.elsewhere();
    loops.add(loop.label());
    switch (loop.form()) {
      case TESTS_LAST -> {
        out.open("do {");
        list(loop.body().subList(0, loop.body().size() - 1));
        out.close("} while (" + expressions.condition(loop.lastTest()) + ");");
      }
      case LEAVES_LAST -> {
        out.open("while (true) {");
        list(loop.body().subList(0, loop.body().size() - 1));
        out.open("if (" + expressions.negated(loop.lastTest()) + ") {");
        out.line("break;");
        out.close("}");
        out.close("}");
      }
      case REPEATED_BY_JUMPS -> repeatedByJumps(loop);
    }
    return null;
  }

  private void repeatedByJumps(Stmt.Loop loop) {
    boolean completes = Completion.of(loop.body());
    if (!completes) {
      implied.leadsBehind(loop.label());
    }
    out.open(names.label(loop.label()) + ": while (true) {");
    list(loop.body());
    if (completes) {
      out.line("break;");
    }
    out.close("}");
  }

  @Override
  public Void group(Stmt.Group group) {
    throw new IllegalStateException("groups became methods when the function was split");
  }

  @Override
  public Void conditional(Stmt.If conditional) {
    Expr condition = conditional.condition();
    boolean hasThen = !implied.isEmpty(conditional.thenBody());
    boolean hasElse = !implied.isEmpty(conditional.elseBody());
    if (!hasThen && !hasElse) {
      return Effects.isRemovable(Effects.of(condition))
          ? null
          : evaluate(new Stmt.Evaluate(condition));
    }
    out.open(
        "if ("
            + (hasThen ? expressions.condition(condition) : expressions.negated(condition))
            + ") {");
    list(hasThen ? conditional.thenBody() : conditional.elseBody());
    if (hasThen && hasElse) {
      out.reopen("} else {");
      list(conditional.elseBody());
    }
    out.close("}");
    return null;
  }

  @Override
  public Void multiway(Stmt.Switch multiway) {
    out.open("switch (" + expressions.value(multiway.selector()) + ") {");
    int last = multiway.cases().size() - 1;
    List<List<Integer>> selectors = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      selectors.add(new ArrayList<>());
    }
    for (int i = 0; i < multiway.targets().length; i++) {
      selectors.get(multiway.targets()[i]).add(i);
    }
    for (int i = 0; i < last; i++) {
      List<Integer> arm = selectors.get(i);
      for (int selector : arm.subList(0, arm.size() - 1)) {
        out.line("case " + selector + ":");
      }
      arm("case " + arm.get(arm.size() - 1) + ":", multiway.cases().get(i));
    }
    arm("default:", multiway.cases().get(last));
    out.close("}");
    return null;
  }

  /** Control goes from the end of an arm to the next one. */
  private void arm(String label, List<Stmt> body) {
    implied.elsewhere();
    if (body.size() == 1 && body.get(0) instanceof Stmt.Jump jump) {
      out.line(label + " " + text(jump));
      return;
    }
    out.open(label + " {");
    list(body);
    out.close("}");
  }

  @Override
  public Void jump(Stmt.Jump jump) {
    if (!implied.isImplied(jump.label())) {
      out.line(text(jump));
    }
    return null;
  }

  private String text(Stmt.Jump jump) {
    Label label = jump.label();
    return (loops.contains(label) ? "continue " : "break ") + names.label(label) + ";";
  }

  @Override
  public Void returning(Stmt.Return returning) {
    List<Expr> values = returning.values();
    for (int i = 1; i < values.size(); i++) {
      give(values.get(i), i);
    }
    if (values.isEmpty()) {
      returnNothing();
    } else {
      out.line("return " + expressions.value(values.get(0)) + ";");
    }
    return null;
  }

  private void returnNothing() {
    if (!implied.isReturnImplied()) {
      out.line("return;");
    }
  }

  /** Puts a result into the field that carries it, unless it is there already. */
  private void give(Expr value, int position) {
    if (!(value instanceof Expr.Entity entity && entity.isResult(position))) {
      String field = names.result(value.carrier(), position);
      out.line(field + " = " + expressions.value(value) + ";");
    }
  }

  @Override
  public Void trap(Stmt.Trap trap) {
    String method = types.member(Trap.class, "of") + marks.call(Trap.class, "of", trap.at());
    out.line("throw " + method + "(" + types.member(TrapKind.class, trap.kind().name()) + ");");
    return null;
  }

  @Override
  public Void handling(Stmt.Try handling) {
    int behind = implied.behind();
    out.open("try {");
    list(handling.body());
    implied.setBehind(behind);
    String exception = types.name(WasmException.class);
    out.reopen("} catch (" + exception + " " + names.local(handling.caught()) + ") {");
    list(handling.handler());
    out.close("}");
    return null;
  }

  @Override
  public Void throwing(Stmt.Throw throwing) {
    out.line("throw " + expressions.value(throwing.exception()) + ";");
    return null;
  }

  @Override
  public Void checkpoint(Stmt.Checkpoint checkpoint) {
    if (checkpoint.stop()) {
      String thread = types.member(Thread.class, "currentThread()");
      out.open("if (" + names.stop() + " || " + thread + ".isInterrupted()) {");
      String mark = marks.call(Checkpoint.class, "stopped", checkpoint.at());
      out.line("throw " + names.stopped(types, mark) + ";");
      out.close("}");
    }
    if (checkpoint.fuel()) {
      out.open("if ((" + names.fuel() + " -= " + checkpoint.cost() + "L) < 0L) {");
      String mark = marks.call(Checkpoint.class, "outOfFuel", checkpoint.at());
      out.line(names.outOfFuel(types, mark) + ";");
      out.close("}");
    }
    return null;
  }

  @Override
  public Void callPart(Stmt.CallPart callPart) {
    implied.elsewhere();
    new PartCallWriter(method, names, out)
        .write(
            callPart,
            exit -> exit.accept(this),
            () -> trap(new Stmt.Trap(TrapKind.UNREACHABLE, Expr.NOWHERE)));
    return null;
  }

  @Override
  public Void leave(Stmt.Leave leave) {
    for (int i = 0; i < leave.returned().size(); i++) {
      give(leave.returned().get(i), i);
    }
    boolean direct = leave.exit() < 0;
    for (Stmt.Result result : leave.results()) {
      if (!direct || result.position() > 0) {
        Local local = result.local();
        String field = names.scratch(local.carrier(), result.position());
        out.line(field + " = " + names.local(local) + ";");
      }
    }
    if (!direct) {
      out.line("return " + leave.exit() + ";");
    } else if (method.returned() != Carrier.VOID) {
      out.line("return " + names.local(leave.results().get(0).local()) + ";");
    } else {
      returnNothing();
    }
    return null;
  }
}

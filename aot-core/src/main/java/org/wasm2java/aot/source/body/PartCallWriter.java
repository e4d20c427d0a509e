package org.wasm2java.aot.source.body;

import java.util.List;
import java.util.function.Consumer;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.method.plan.MethodPlan;

/** Writes the call of a part: its arguments, what it gives back, and the ways it can leave. */
final class PartCallWriter {
  private final MethodPlan method;
  private final MethodNames names;
  private final SourceBuffer out;

  PartCallWriter(MethodPlan method, MethodNames names, SourceBuffer out) {
    this.method = method;
    this.names = names;
    this.out = out;
  }

  /**
   * Writes a call.
   *
   * @param exitWriter writes the statement of an exit
   * @param never writes a statement behind a part that neither falls through nor has exits
   */
  void write(Stmt.CallPart callPart, Consumer<Stmt> exitWriter, Runnable never) {
    String call = names.callPart(method.functionIndex(), callPart.part(), arguments(callPart));
    List<Local> results = callPart.results();
    if (callPart.ways().isEmpty() && !callPart.forwards()) {
      boolean direct = !results.isEmpty() && !results.get(0).isMemory();
      out.line((direct ? names.local(results.get(0)) + " = " : "") + call + ";");
      takeResults(callPart, direct ? 1 : 0);
      if (!callPart.completes()) {
        never.run();
      }
      return;
    }
    if (results.isEmpty()) {
      exits(callPart, call, exitWriter);
      return;
    }
    out.open("{");
    out.line("int exit = " + call + ";");
    takeResults(callPart, 0);
    exits(callPart, "exit", exitWriter);
    out.close("}");
  }

  private String arguments(Stmt.CallPart callPart) {
    List<Local> locals = callPart.arguments();
    int registers = MethodPlan.registers(locals);
    for (int i = registers; i < locals.size(); i++) {
      Local local = locals.get(i);
      out.line(names.scratch(local.carrier(), i) + " = " + names.local(local) + ";");
    }
    StringBuilder arguments = new StringBuilder(method.hasActivation() ? "frame" : "");
    for (Local local : locals.subList(0, registers)) {
      arguments.append(arguments.length() == 0 ? "" : ", ").append(names.local(local));
    }
    return arguments.toString();
  }

  private void takeResults(Stmt.CallPart callPart, int from) {
    List<Local> results = callPart.results();
    for (int i = from; i < results.size(); i++) {
      Local result = results.get(i);
      String local = names.local(result);
      if (!result.isMemory()) {
        out.line(local + " = " + names.scratch(result.carrier(), i) + ";");
        continue;
      }
      boolean assigned = callPart.arguments().contains(result);
      if (assigned) {
        out.open("if (" + names.moved(result.memoryIndex(), local) + ") {");
      }
      out.line(local + " = " + names.fetched(result.memoryIndex(), "") + ";");
      if (assigned) {
        out.close("}");
      }
    }
  }

  private void exits(Stmt.CallPart callPart, String selector, Consumer<Stmt> exitWriter) {
    if (callPart.forwards()) {
      forwardingExits(callPart, selector, exitWriter);
      return;
    }
    List<Stmt.Way> ways = callPart.ways();
    if (ways.size() == 1 && !callPart.completes()) {
      if (!selector.equals("exit")) {
        out.line(selector + ";");
      }
      exitWriter.accept(ways.get(0).then());
      return;
    }
    out.open("switch (" + selector + ") {");
    for (int i = 0; i < ways.size(); i++) {
      boolean last = i == ways.size() - 1 && !callPart.completes();
      out.open(last ? "default:" : "case " + ways.get(i).number() + ":");
      exitWriter.accept(ways.get(i).then());
      out.dedent();
    }
    if (callPart.completes()) {
      out.line("default:");
    }
    out.close("}");
  }

  /** Exits that are not listed leave this method too, by the same number. */
  private void forwardingExits(Stmt.CallPart callPart, String selector, Consumer<Stmt> exitWriter) {
    List<Stmt.Way> ways = callPart.ways();
    if (ways.isEmpty() && !callPart.completes()) {
      out.line("return " + selector + ";");
      return;
    }
    boolean named = selector.equals("exit");
    if (!named) {
      out.open("{");
      out.line("int exit = " + selector + ";");
    }
    out.open("switch (exit) {");
    for (int i = 0; i < ways.size(); i++) {
      out.open("case " + ways.get(i).number() + ":");
      exitWriter.accept(ways.get(i).then());
      out.dedent();
    }
    if (callPart.completes()) {
      out.line("case 0:");
      out.line("  break;");
    }
    out.line("default:");
    out.line("  return exit;");
    out.close("}");
    if (!named) {
      out.close("}");
    }
  }
}

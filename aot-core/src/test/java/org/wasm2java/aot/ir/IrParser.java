package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.runtime.TrapKind;

/**
 * Reads the text of {@link IrPrinter}: {@code print(parse(text))} is the text again. Offsets in the
 * module and names of locals, which the text does not have, are {@link Expr#NOWHERE} and empty.
 */
public final class IrParser {
  private static final Map<String, TrapKind> TRAPS =
      Arrays.stream(TrapKind.values())
          .collect(Collectors.toMap(TrapKind::text, carrier -> carrier));

  private final List<IrLine> lines = new ArrayList<>();
  private int next;
  private IrNames names = new IrNames();
  private IrExpressionParser expressions = new IrExpressionParser(names);

  private IrParser(String text) {
    List<String> all = text.lines().toList();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isBlank()) {
        lines.add(new IrLine(i + 1, all.get(i)));
      }
    }
  }

  /** Reads functions and the parts behind them. */
  public static List<IrMethod> methods(String text) {
    IrParser parser = new IrParser(text);
    List<IrMethod> methods = new ArrayList<>();
    int function = -1;
    while (parser.next < parser.lines.size()) {
      IrMethod method = parser.method(function);
      methods.add(method);
      function = method.function().functionIndex();
    }
    return methods;
  }

  /** Reads a text that is one function. */
  public static IrFunction function(String text) {
    List<IrMethod> methods = methods(text);
    if (methods.size() != 1) {
      throw new IllegalArgumentException(methods.size() + " functions or parts, expected one");
    }
    return methods.get(0).function();
  }

  private IrMethod method(int function) {
    IrLine line = lines.get(next++);
    boolean isPart = line.take("part");
    int part = isPart ? line.number() : 0;
    int index = isPart ? function : line.index(line.word(), "func");
    if (!isPart) {
      names = new IrNames();
      expressions = new IrExpressionParser(names);
    }
    List<Local> parameters = names.declare(line);
    List<Carrier> results = isPart ? List.of() : results(line);
    line.expectEnd();
    List<Stmt> body = body();
    return new IrMethod(
        part,
        new IrFunction(index, parameters, results, names.localCount(), names.labelCount(), body));
  }

  private static List<Carrier> results(IrLine line) {
    List<Carrier> results = new ArrayList<>();
    line.expect("->");
    line.expect("(");
    while (!line.take(")")) {
      results.add(IrNames.carrier(line.word().replace(",", "")));
    }
    return results;
  }

  private List<Stmt> body() {
    if (next < lines.size() && lines.get(next).take("locals")) {
      names.declare(lines.get(next++));
    }
    return list(1);
  }

  private List<Stmt> list(int depth) {
    List<Stmt> statements = new ArrayList<>();
    while (next < lines.size() && lines.get(next).depth() >= depth) {
      IrLine line = lines.get(next);
      if (line.depth() > depth) {
        throw line.broken("too deep");
      }
      if (line.peek().equals("else") || line.peek().equals("catch")) {
        break;
      }
      next++;
      statements.add(statement(line, depth));
      line.expectEnd();
    }
    return statements;
  }

  private Stmt group(IrLine line, int depth) {
    if (line.take("loop")) {
      return new Stmt.Group(null, Stmt.Group.Kind.LOOP, list(depth + 1));
    }
    Local entry = names.local(line.word(), line);
    Stmt.Group.Kind kind =
        line.take("case")
            ? Stmt.Group.Kind.CASE
            : line.take("next") ? Stmt.Group.Kind.NEXT : Stmt.Group.Kind.CASES;
    return new Stmt.Group(entry, kind, list(depth + 1));
  }

  private Stmt statement(IrLine line, int depth) {
    TrapKind trap = TRAPS.get(line.text());
    if (trap != null) {
      while (line.hasNext()) {
        line.word();
      }
      return new Stmt.Trap(trap, Expr.NOWHERE);
    }
    String word = line.word();
    return switch (word) {
      case "evaluate" -> new Stmt.Evaluate(expressions.expression(line));
      case "block" -> new Stmt.Block(names.open(line), list(depth + 1));
      case "loop" -> loop(line, depth);
      case "declare" -> new Stmt.SetLocal(names.local(line.word(), line), assigned(line), true);
      case "group" -> group(line, depth);
      case "if" -> conditional(expressions.expression(line), depth);
      case "switch" -> multiway(expressions.expression(line), depth);
      case "jump" -> new Stmt.Jump(names.label(line));
      case "try" -> handling(depth);
      case "throw" -> new Stmt.Throw(expressions.expression(line));
      case "return" -> new Stmt.Return(expressions.expressions(line));
      case "checkpoint" ->
          new Stmt.Checkpoint(Expr.NOWHERE, line.number(), line.take("fuel"), line.take("stop"));
      case "part" -> callPart(line, depth);
      case "leave" -> leave(line);
      default -> assignment(word, line);
    };
  }

  private Stmt assignment(String target, IrLine line) {
    if (IrExpressionParser.isOpcode(target)) {
      return store(IrExpressionParser.opcode(target, line), line);
    }
    return target.startsWith("global[")
        ? new Stmt.SetGlobal(
            line.index(IrExpressionParser.whole(target), "global"),
            IrExpressionParser.part(target),
            assigned(line))
        : new Stmt.SetLocal(names.local(target, line), assigned(line));
  }

  private Expr assigned(IrLine line) {
    line.expect("=");
    return expressions.expression(line);
  }

  private Stmt loop(IrLine line, int depth) {
    Label label = names.open(line);
    Stmt.Loop.Form form =
        line.take("tests-last")
            ? Stmt.Loop.Form.TESTS_LAST
            : line.take("leaves-last")
                ? Stmt.Loop.Form.LEAVES_LAST
                : Stmt.Loop.Form.REPEATED_BY_JUMPS;
    return new Stmt.Loop(label, list(depth + 1), form);
  }

  private Stmt store(Opcode opcode, IrLine line) {
    if (!(opcode.typing() instanceof Typing.Access)) {
      throw line.broken("not a store: " + opcode.text());
    }
    IrExpressionParser.Place place = expressions.place(line);
    Expr address = expressions.expression(line);
    return new Stmt.Store(
        opcode,
        place.bytes(),
        place.offset(),
        address,
        expressions.expression(line),
        place.nonNegative(),
        place.style(),
        Expr.NOWHERE);
  }

  private Stmt conditional(Expr condition, int depth) {
    List<Stmt> thenBody = list(depth + 1);
    boolean hasElse =
        next < lines.size()
            && lines.get(next).depth() == depth
            && lines.get(next).text().equals("else");
    next += hasElse ? 1 : 0;
    return new Stmt.If(condition, thenBody, hasElse ? list(depth + 1) : List.of());
  }

  private Stmt handling(int depth) {
    List<Stmt> body = list(depth + 1);
    IrLine line = lines.get(next++);
    line.expect("catch");
    Local caught = names.local(line.word(), line);
    line.expectEnd();
    return new Stmt.Try(body, caught, list(depth + 1));
  }

  private Stmt multiway(Expr selector, int depth) {
    Map<Integer, Integer> targets = new HashMap<>();
    List<List<Stmt>> cases = new ArrayList<>();
    boolean last = false;
    while (!last) {
      IrLine line = lines.get(next++);
      last = line.take("default");
      if (!last) {
        line.expect("case");
      }
      while (line.hasNext()) {
        targets.put(line.number(), cases.size());
      }
      cases.add(list(depth + 2));
    }
    int[] table = new int[targets.size()];
    targets.forEach((entry, target) -> table[entry] = target);
    return new Stmt.Switch(selector, table, cases);
  }

  private Stmt callPart(IrLine line, int depth) {
    int part = line.number();
    List<Local> arguments = locals(line);
    List<Local> results = line.take("->") ? locals(line) : List.of();
    boolean forwards = line.take("forwards");
    List<Stmt.Way> ways = new ArrayList<>();
    boolean completes = !line.take("never");
    while (completes && next < lines.size() && lines.get(next).depth() == depth + 1) {
      IrLine exit = lines.get(next++);
      completes = !exit.take("otherwise");
      if (completes) {
        exit.expect("exit");
      }
      int number = exit.number();
      list(depth + 2).forEach(then -> ways.add(new Stmt.Way(number, then)));
    }
    return new Stmt.CallPart(part, arguments, results, ways, completes, false, forwards);
  }

  private List<Local> locals(IrLine line) {
    List<Local> locals = new ArrayList<>();
    while (names.isLocal(line.peek())) {
      locals.add(names.local(line.word(), line));
    }
    return locals;
  }

  private Stmt leave(IrLine line) {
    int exit = line.number();
    List<Stmt.Result> results = new ArrayList<>();
    while (line.peek().contains(":") && !line.peek().startsWith("null")) {
      String[] result = line.word().split(":");
      results.add(new Stmt.Result(line.number(result[0]), names.local(result[1], line)));
    }
    List<Expr> returned = line.take("return") ? expressions.expressions(line) : List.of();
    return new Stmt.Leave(exit, results, returned);
  }
}

package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The locals and labels of a function by their names in its text. */
final class IrNames {
  private final Map<String, Local> locals = new HashMap<>();
  private final Map<String, Label> labels = new HashMap<>();

  static Kind kind(String name) {
    return Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Reads names and kinds in parentheses; a name that is known stays the same local. */
  List<Local> declare(IrLine line) {
    List<Local> declared = new ArrayList<>();
    line.expect("(");
    while (!line.take(")")) {
      String name = line.word();
      Kind kind = kind(line.word().replace(",", ""));
      Local local = locals.computeIfAbsent(name, absent -> create(absent, kind, line));
      if (local.kind() != kind) {
        throw line.broken(name + " is of kind " + local.kind() + " elsewhere");
      }
      declared.add(local);
    }
    return declared;
  }

  private static Local create(String name, Kind kind, IrLine line) {
    Local.Role role =
        switch (name.charAt(0)) {
          case 'p' -> Local.Role.PARAMETER;
          case 'l' -> Local.Role.DECLARED;
          case 't' -> Local.Role.TEMPORARY;
          case 'm' -> Local.Role.MEMORY;
          case 'f' -> Local.Role.FRAME;
          default -> throw line.broken("not a local: " + name);
        };
    return new Local(line.number(name.substring(1)), kind, role, "");
  }

  boolean isLocal(String name) {
    return locals.containsKey(name);
  }

  Local local(String name, IrLine line) {
    Local local = locals.get(name);
    if (local == null) {
      throw line.broken("not declared: " + name);
    }
    return local;
  }

  /** Returns the label that a block or loop opens. */
  Label open(IrLine line) {
    String name = line.word();
    Label label = new Label(line.number(name.substring(1)));
    labels.put(name, label);
    return label;
  }

  Label label(IrLine line) {
    String name = line.word();
    Label label = labels.get(name);
    if (label == null) {
      throw line.broken("not open: " + name);
    }
    return label;
  }

  /** Returns a number that is above the index of every local. */
  int localCount() {
    return locals.values().stream().mapToInt(local -> local.index() + 1).max().orElse(0);
  }

  /** Returns a number that is above the number of every label. */
  int labelCount() {
    return labels.values().stream().mapToInt(label -> label.number() + 1).max().orElse(0);
  }
}

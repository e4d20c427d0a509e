package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The locals and labels of a function by their names in its text. */
final class IrNames {
  private final Map<String, Local> locals = new HashMap<>();
  private final Map<String, Label> labels = new HashMap<>();

  static Carrier carrier(String name) {
    return Stream.concat(Carrier.known().stream(), Stream.of(Carrier.VECTOR))
        .filter(carrier -> carrier.text().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no carrier: " + name));
  }

  /** Reads names and carriers in parentheses; a name that is known stays the same local. */
  List<Local> declare(IrLine line) {
    List<Local> declared = new ArrayList<>();
    line.expect("(");
    while (!line.take(")")) {
      String name = line.word();
      Carrier carrier = carrier(line.word().replace(",", ""));
      Local local = locals.computeIfAbsent(name, absent -> create(absent, carrier, line));
      if (local.carrier() != carrier) {
        throw line.broken(name + " is of carrier " + local.carrier() + " elsewhere");
      }
      declared.add(local);
    }
    return declared;
  }

  private static Local create(String name, Carrier carrier, IrLine line) {
    char letter = name.charAt(0);
    String[] numbers = name.substring(1).split("\\.");
    int index = line.number(numbers[0]);
    Local local =
        switch (Character.toLowerCase(letter)) {
          case 'p' -> Local.parameter(index, carrier, "");
          case 'l' -> Local.declared(index, carrier, "");
          case 't' -> Local.temporary(index, carrier);
          case 'm' ->
              Local.memory(index, form(carrier), numbers.length == 1 ? 0 : line.number(numbers[1]));
          default -> throw line.broken("not a local: " + name);
        };
    return Character.isUpperCase(letter) ? local.inActivation() : local;
  }

  private static MemoryForm form(Carrier carrier) {
    return Arrays.stream(MemoryForm.values())
        .filter(form -> form.carrier() == carrier)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no memory is in " + carrier));
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

package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.runtime.ElementSegments;

/** Writes element segments: long lists of functions packed into strings, others written out. */
final class ElementWriter {
  /** Beyond this an array written out takes more of a method than it is worth. */
  private static final int MOST_WRITTEN = 100;

  /** A string constant has at most 65,535 bytes; a character takes at most three. */
  private static final int INDICES_PER_STRING = 8000;

  private static final int DIGIT_BITS = 15;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

  private final GeneratedNames names;
  private final RuntimeTypes types;
  private final Function<Body, String> value;

  ElementWriter(GeneratedNames names, RuntimeTypes types, Function<Body, String> value) {
    this.names = names;
    this.types = types;
    this.value = value;
  }

  /** Returns the statements that copy an active segment into its table. */
  List<String> active(ElementSegment segment, int elementIndex) {
    String variable = "elements" + elementIndex;
    List<String> statements =
        new ArrayList<>(array(segment, variable, types.name(Object[].class) + " "));
    String offset = value.apply(segment.offset().orElseThrow());
    statements.add(
        names.table(segment.tableIndex())
            + ".init("
            + variable
            + ", "
            + offset
            + ", 0, "
            + segment.initializers().size()
            + ")");
    return List.of(String.join(";\n", statements));
  }

  /** Returns the statements that make a segment's array. */
  List<String> array(ElementSegment segment, String variable, String declaration) {
    List<Body> initializers = segment.initializers();
    if (initializers.size() > MOST_WRITTEN && isIndices(initializers)) {
      return List.of(
          declaration
              + variable
              + " = functions("
              + types.member(ElementSegments.class, "unpack(")
              + packed(initializers)
              + "))");
    }
    String object = types.name(Object.class);
    List<String> statements = new ArrayList<>();
    if (initializers.size() <= MOST_WRITTEN) {
      List<String> values = new ArrayList<>();
      initializers.forEach(body -> values.add(value.apply(body)));
      statements.add(
          declaration + variable + (" = new " + object + "[] {" + String.join(", ", values) + "}"));
      return statements;
    }
    statements.add(declaration + variable + (" = new " + object + "[" + initializers.size() + "]"));
    for (int i = 0; i < initializers.size(); i++) {
      statements.add(variable + "[" + i + "] = " + value.apply(initializers.get(i)));
    }
    return statements;
  }

  private static boolean isIndices(List<Body> initializers) {
    return initializers.stream()
        .allMatch(
            body ->
                body.at(0).opcode() == ReferenceOpcode.REF_FUNC
                    || body.at(0).opcode() == ReferenceOpcode.REF_NULL);
  }

  private static String packed(List<Body> initializers) {
    StringBuilder literals = new StringBuilder();
    StringBuilder characters = new StringBuilder();
    for (int i = 0; i < initializers.size(); i++) {
      Instruction instruction = initializers.get(i).at(0);
      int number = instruction instanceof Instruction.Indexed indexed ? indexed.index() + 1 : 0;
      characters.append((char) (number >>> DIGIT_BITS)).append((char) (number & DIGIT_MASK));
      if ((i + 1) % INDICES_PER_STRING == 0 || i + 1 == initializers.size()) {
        literals.append(literals.length() == 0 ? "" : ", ");
        literals.append(JavaLiterals.string(characters.toString()));
        characters.setLength(0);
      }
    }
    return literals.toString();
  }
}

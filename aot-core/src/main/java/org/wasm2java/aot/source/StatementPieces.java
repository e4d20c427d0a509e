package org.wasm2java.aot.source;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a list of statements as a method that calls others, each of a size that Java takes. */
final class StatementPieces {
  /** Between a method's name and a piece's number: no name that comes from a module has it. */
  static final String PIECE = "$";

  private static final int STATEMENTS_PER_METHOD = 150;

  private StatementPieces() {}

  /** Returns a method that overrides one without parameters, and the methods that it calls. */
  static List<MethodSpec> overriding(String name, List<String> statements) {
    return overriding(name, List.of(), statements);
  }

  /** Returns a method that overrides one, and the methods that it calls, which are its pieces. */
  static List<MethodSpec> overriding(
      String name, List<ParameterSpec> parameters, List<String> statements) {
    MethodSpec.Builder whole =
        MethodSpec.methodBuilder(name)
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .addParameters(parameters);
    String arguments = String.join(", ", parameters.stream().map(ParameterSpec::name).toList());
    List<MethodSpec> methods = new ArrayList<>();
    for (int start = 0; start < statements.size(); start += STATEMENTS_PER_METHOD) {
      String pieceName = name + PIECE + start / STATEMENTS_PER_METHOD;
      MethodSpec.Builder piece =
          MethodSpec.methodBuilder(pieceName)
              .addModifiers(Modifier.PRIVATE)
              .addParameters(parameters);
      int end = Math.min(start + STATEMENTS_PER_METHOD, statements.size());
      statements.subList(start, end).forEach(statement -> piece.addStatement("$L", statement));
      methods.add(piece.build());
      whole.addStatement("$L($L)", pieceName, arguments);
    }
    methods.add(0, whole.build());
    return methods;
  }
}

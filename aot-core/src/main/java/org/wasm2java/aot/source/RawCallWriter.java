package org.wasm2java.aot.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.ops.RawCall;

/**
 * Writes both sides of calls between classes that do not know each other: numbers travel as raw 64
 * bits, see {@link RawCall}.
 */
final class RawCallWriter {
  private final FunctionType type;

  RawCallWriter(FunctionType type) {
    this.type = type;
  }

  /** Returns whether parameters and result are numbers, and few enough. */
  boolean isPossible() {
    return type.parameters().size() <= RawCall.MAX_PARAMETERS
        && type.results().size() <= 1
        && areNumbers(type.parameters())
        && areNumbers(type.results());
  }

  private static boolean areNumbers(List<ValueType> types) {
    return types.stream().map(Kind::of).noneMatch(Kind::isReference);
  }

  private String name() {
    return "raw" + type.parameters().size();
  }

  /** Returns the method by which others call a function of this type. */
  MethodSpec method() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .returns(TypeName.LONG);
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (int i = 0; i < type.parameters().size(); i++) {
      method.addParameter(TypeName.LONG, "p" + i);
      arguments.add(i == 0 ? "" : ", ").add(fromBits(kind(i), CodeBlock.of("p$L", i)));
    }
    method.addStatement("ensureOpen()");
    CodeBlock call = CodeBlock.of("invoke($L)", arguments.build());
    if (type.results().isEmpty()) {
      return method.addStatement("$L", call).addStatement("return 0L").build();
    }
    return method.addStatement("return $L", toBits(Kind.of(type.results().get(0)), call)).build();
  }

  /** Returns the statements that call a raw function with the parameters p0, p1 and so on. */
  CodeBlock call(String function) {
    CodeBlock.Builder arguments = CodeBlock.builder();
    for (int i = 0; i < type.parameters().size(); i++) {
      arguments.add(i == 0 ? "" : ", ").add(toBits(kind(i), CodeBlock.of("p$L", i)));
    }
    CodeBlock call = CodeBlock.of("$L.$L($L)", function, name(), arguments.build());
    CodeBlock.Builder statements = CodeBlock.builder();
    if (type.results().isEmpty()) {
      return statements.addStatement("$L", call).addStatement("return").build();
    }
    CodeBlock result = fromBits(Kind.of(type.results().get(0)), call);
    return statements.addStatement("return $L", result).build();
  }

  private Kind kind(int parameter) {
    return Kind.of(type.parameters().get(parameter));
  }

  private static CodeBlock toBits(Kind kind, CodeBlock value) {
    return switch (kind) {
      case FLOAT -> CodeBlock.of("$T.floatToRawIntBits($L)", Float.class, value);
      case DOUBLE -> CodeBlock.of("$T.doubleToRawLongBits($L)", Double.class, value);
      case INT, LONG, FUNCTION, EXTERN, BYTES, LONGS, OBJECTS, VOID -> value;
    };
  }

  private static CodeBlock fromBits(Kind kind, CodeBlock bits) {
    return switch (kind) {
      case INT -> CodeBlock.of("(int) $L", bits);
      case FLOAT -> CodeBlock.of("$T.intBitsToFloat((int) $L)", Float.class, bits);
      case DOUBLE -> CodeBlock.of("$T.longBitsToDouble($L)", Double.class, bits);
      case LONG, FUNCTION, EXTERN, BYTES, LONGS, OBJECTS, VOID -> bits;
    };
  }
}

package org.wasm2java.aot.source.body;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.runtime.ops.RawCall;

/**
 * Writes both sides of calls between classes that do not know each other: numbers travel as raw 64
 * bits, see {@link RawCall}.
 */
public final class RawCallWriter {
  private final JavaSignature signature;
  private final RuntimeTypes types;

  /** A writer for functions of a signature. */
  public RawCallWriter(JavaSignature signature, RuntimeTypes types) {
    this.signature = signature;
    this.types = types;
  }

  /** Returns whether parameters and result are numbers, and few enough. */
  public boolean isPossible() {
    return !signature.hasSurplus()
        && signature.direct().size() <= RawCall.MAX_PARAMETERS
        && signature.results().further().isEmpty()
        && areNumbers(signature.direct())
        && areNumbers(signature.results().carriers());
  }

  private static boolean areNumbers(List<Carrier> carriers) {
    return carriers.stream().allMatch(carrier -> carrier instanceof Carrier.Primitive);
  }

  private String name() {
    return "raw" + signature.direct().size();
  }

  /** Returns the method by which others call a function of this type. */
  public MethodSpec method() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name())
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .returns(TypeName.LONG);
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < signature.direct().size(); i++) {
      method.addParameter(TypeName.LONG, "p" + i);
      arguments.add(fromBits(carrier(i), "p" + i, types));
    }
    method.addStatement("ensureOpen()");
    String call = "invoke(" + String.join(", ", arguments) + ")";
    if (signature.returned() == Carrier.VOID) {
      return method.addStatement("$L", call).addStatement("return 0L").build();
    }
    String bits = toBits(signature.returned().primitive(), call, types);
    return method.addStatement("return $L", bits).build();
  }

  /** Returns the statements that call a raw function with the parameters p0, p1 and so on. */
  public CodeBlock call(String function) {
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < signature.direct().size(); i++) {
      arguments.add(toBits(carrier(i), "p" + i, types));
    }
    String call = function + "." + name() + "(" + String.join(", ", arguments) + ")";
    CodeBlock.Builder statements = CodeBlock.builder();
    if (signature.returned() == Carrier.VOID) {
      return statements.addStatement("$L", call).addStatement("return").build();
    }
    String result = fromBits(signature.returned().primitive(), call, types);
    return statements.addStatement("return $L", result).build();
  }

  private Carrier.Primitive carrier(int parameter) {
    return signature.direct().get(parameter).primitive();
  }

  /** Returns the expression for a number's raw 64 bits. */
  public static String toBits(Carrier.Primitive carrier, String value, RuntimeTypes types) {
    return switch (carrier) {
      case INT, LONG -> value;
      case FLOAT -> types.member(Float.class, "floatToRawIntBits(") + value + ")";
      case DOUBLE -> types.member(Double.class, "doubleToRawLongBits(") + value + ")";
    };
  }

  /** Returns the expression for the number that raw bits are. */
  public static String fromBits(Carrier.Primitive carrier, String bits, RuntimeTypes types) {
    return switch (carrier) {
      case INT -> "(int) " + bits;
      case LONG -> bits;
      case FLOAT -> types.member(Float.class, "intBitsToFloat((int) ") + bits + ")";
      case DOUBLE -> types.member(Double.class, "longBitsToDouble(") + bits + ")";
    };
  }
}

package org.wasm2java.aot.source.name;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.runtime.generated.VectorValues;
import org.wasm2java.runtime.type.V128;

/**
 * Values as users of generated classes see them: one object for a vector, where generated code
 * passes its two halves, and the carrier itself for everything else.
 */
public final class ApiValues {
  private ApiValues() {}

  /** Returns the Java type of a value. */
  public static TypeName type(ValueType type) {
    return type instanceof VectorType
        ? TypeName.get(V128.class)
        : Signatures.type(Carrier.single(type));
  }

  /** Returns a letter for the Java type of a value, for names. */
  public static String letter(ValueType type) {
    return Carrier.whole(type).letter();
  }

  /** Returns whether one of the values is a vector. */
  public static boolean haveVector(List<ValueType> types) {
    return types.contains(VectorType.V128);
  }

  /** Returns how many parameters of a function are parameters of the Java method. */
  public static int direct(FunctionType type) {
    int carriers = JavaSignature.of(type).direct().size();
    int values = 0;
    for (ValueType parameter : type.parameters()) {
      carriers -= Carrier.of(parameter).size();
      values += carriers >= 0 ? 1 : 0;
    }
    return values;
  }

  /** Returns parameters p0, p1, … and, for those that do not fit, an array. */
  public static List<ParameterSpec> parameters(FunctionType type) {
    List<ParameterSpec> parameters = new ArrayList<>();
    int direct = direct(type);
    for (int i = 0; i < direct; i++) {
      parameters.add(ParameterSpec.builder(type(type.parameters().get(i)), "p" + i).build());
    }
    if (JavaSignature.of(type).hasSurplus()) {
      TypeName array = Signatures.type(Carrier.OBJECTS);
      parameters.add(ParameterSpec.builder(array, Signatures.SURPLUS).build());
    }
    return parameters;
  }

  /** Returns the arguments of generated code for the {@link #parameters} of a function. */
  public static CodeBlock passed(FunctionType type) {
    List<String> names = new ArrayList<>();
    parameters(type).forEach(parameter -> names.add(parameter.name()));
    return passed(type, names);
  }

  /** Returns the arguments of generated code for parameters of other names. */
  public static CodeBlock passed(FunctionType type, List<String> names) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean surplus = i == names.size() - 1 && JavaSignature.of(type).hasSurplus();
      if (surplus) {
        arguments.add(split(rest(type), names.get(i)));
      } else if (type.parameters().get(i) instanceof VectorType) {
        arguments.add(CodeBlock.of("$L.low(), $L.high()", names.get(i), names.get(i)));
      } else {
        arguments.add(CodeBlock.of("$L", names.get(i)));
      }
    }
    return CodeBlock.join(arguments, ", ");
  }

  /** Returns the arguments for users' code, of generated code's parameters p0, p1 and so on. */
  public static CodeBlock given(FunctionType type) {
    int direct = direct(type);
    List<CodeBlock> arguments =
        joined(type.parameters().subList(0, direct), i -> CodeBlock.of("p$L", i));
    if (JavaSignature.of(type).hasSurplus()) {
      arguments.add(join(rest(type), CodeBlock.of(Signatures.SURPLUS)));
    }
    return CodeBlock.join(arguments, ", ");
  }

  private static List<ValueType> rest(FunctionType type) {
    return type.parameters().subList(direct(type), type.parameters().size());
  }

  /**
   * Returns values for users.
   *
   * @param carried gives the expression for each carrier by its position; they are evaluated in
   *     their order
   */
  public static List<CodeBlock> joined(List<ValueType> types, IntFunction<CodeBlock> carried) {
    List<CodeBlock> values = new ArrayList<>();
    int next = 0;
    for (ValueType type : types) {
      CodeBlock first = carried.apply(next++);
      values.add(
          type instanceof VectorType
              ? CodeBlock.of("$T.of($L, $L)", V128.class, first, carried.apply(next++))
              : first);
    }
    return values;
  }

  /** Returns the carriers of values that are expressions without effects. */
  public static List<CodeBlock> carried(List<ValueType> types, List<String> values) {
    List<CodeBlock> carried = new ArrayList<>();
    Iterator<String> next = values.iterator();
    for (ValueType type : types) {
      String value = next.next();
      if (type instanceof VectorType) {
        carried.add(CodeBlock.of("$L.low()", value));
        carried.add(CodeBlock.of("$L.high()", value));
      } else {
        carried.add(CodeBlock.of("$L", value));
      }
    }
    return carried;
  }

  /** Returns the array of carriers, boxed, for an array of users' values. */
  public static CodeBlock split(List<ValueType> types, String array) {
    return haveVector(types)
        ? CodeBlock.of("$T.split($L)", VectorValues.class, array)
        : CodeBlock.of("$L", array);
  }

  /** Returns the array of users' values for an array of carriers, boxed. */
  public static CodeBlock join(List<ValueType> types, CodeBlock array) {
    return haveVector(types)
        ? CodeBlock.of(
            "$T.join($T.of($S, \"\").parameters(), $L)",
            VectorValues.class,
            org.wasm2java.runtime.type.FunctionType.class,
            Signatures.names(types),
            array)
        : array;
  }
}

package org.wasm2java.aot.source.name;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Carriers;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.internal.ShownText;

/** Function types as Java parameters, arguments and results. */
public final class Signatures {
  /** The parameter that carries the parameters which do not fit. */
  public static final String SURPLUS = "more";

  private static final Map<String, TypeName> PRIMITIVES =
      Stream.of(
              TypeName.INT,
              TypeName.LONG,
              TypeName.FLOAT,
              TypeName.DOUBLE,
              TypeName.BYTE,
              TypeName.VOID)
          .collect(Collectors.toMap(TypeName::toString, Function.identity()));

  private Signatures() {}

  public static TypeName type(Carrier carrier) {
    return type(carrier.javaType());
  }

  private static TypeName type(ClassDesc type) {
    if (type.isArray()) {
      return ArrayTypeName.of(type(type.componentType()));
    }
    return type.isPrimitive()
        ? PRIMITIVES.get(type.displayName())
        : ClassName.get(type.packageName(), type.displayName());
  }

  public static TypeName type(ValueType type) {
    return type(Carrier.single(type));
  }

  /** Returns the type of the first result, or void. */
  public static TypeName firstResult(FunctionType type) {
    return type.results().isEmpty() ? TypeName.VOID : type(type.results().get(0));
  }

  /** Returns the value of a type that an expression gives as an object: cast, unless it is one. */
  public static CodeBlock unboxed(ValueType type, String object) {
    return Carrier.single(type).needsCast()
        ? CodeBlock.of("($T) $L", type(type), object)
        : CodeBlock.of("$L", object);
  }

  /** Returns parameters p0, p1, … and, for those that do not fit, an array. */
  public static List<ParameterSpec> parameters(FunctionType type) {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (int i = 0; i < Carriers.direct(type); i++) {
      parameters.add(ParameterSpec.builder(type(type.parameters().get(i)), "p" + i).build());
    }
    if (Carriers.hasSurplus(type)) {
      parameters.add(ParameterSpec.builder(type(Carrier.OBJECTS), SURPLUS).build());
    }
    return parameters;
  }

  /** Returns the names of those parameters with commas between. */
  public static String arguments(FunctionType type) {
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < Carriers.direct(type); i++) {
      arguments.append(i == 0 ? "" : ", ").append("p").append(i);
    }
    if (Carriers.hasSurplus(type)) {
      arguments.append(", ").append(SURPLUS);
    }
    return arguments.toString();
  }

  /** Returns types as the runtime's function type is made of them: names with spaces between. */
  public static String names(List<ValueType> types) {
    StringBuilder names = new StringBuilder();
    for (ValueType type : types) {
      String name =
          type instanceof ReferenceType reference
              ? reference.heapType() == AbstractHeapType.FUNC ? "funcref" : "externref"
              : type.text();
      names.append(names.length() == 0 ? "" : " ").append(name);
    }
    return names.toString();
  }

  /** Returns text for Javadoc, in ASCII: what Javadoc, HTML or Java would read is an entity. */
  public static String comment(String given) {
    StringBuilder safe = new StringBuilder();
    ShownText.of(given.replace(" -> ", " to "))
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                default -> {
                  if (c >= 0x7f || "\\*@".indexOf(c) >= 0) {
                    safe.append("&#").append(c).append(';');
                  } else {
                    safe.append((char) c);
                  }
                }
              }
            });
    return safe.toString();
  }
}

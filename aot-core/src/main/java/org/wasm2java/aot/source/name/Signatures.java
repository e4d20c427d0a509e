package org.wasm2java.aot.source.name;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carriers;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.internal.ShownText;

/** Function types as Java parameters, arguments and results. */
public final class Signatures {
  /** The parameter that carries the parameters which do not fit. */
  public static final String SURPLUS = "more";

  private Signatures() {}

  public static TypeName type(Kind kind) {
    return TypeName.get(kind.javaType());
  }

  public static TypeName type(ValueType type) {
    return type(Kind.of(type));
  }

  /** Returns the type of the first result, or void. */
  public static TypeName firstResult(FunctionType type) {
    return type.results().isEmpty() ? TypeName.VOID : type(type.results().get(0));
  }

  /** Returns the value of a type that an expression gives as an object: cast, unless it is one. */
  public static CodeBlock unboxed(ValueType type, String object) {
    return Kind.of(type) == Kind.EXTERN
        ? CodeBlock.of("$L", object)
        : CodeBlock.of("($T) $L", type(type), object);
  }

  /** Returns parameters p0, p1, … and, for those that do not fit, an array. */
  public static List<ParameterSpec> parameters(FunctionType type) {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (int i = 0; i < Carriers.direct(type); i++) {
      parameters.add(ParameterSpec.builder(type(type.parameters().get(i)), "p" + i).build());
    }
    if (Carriers.hasSurplus(type)) {
      parameters.add(ParameterSpec.builder(type(Kind.OBJECTS), SURPLUS).build());
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
      Kind kind = Kind.of(type);
      String name =
          switch (kind) {
            case FUNCTION -> "funcref";
            case EXTERN -> "externref";
            case INT, LONG, FLOAT, DOUBLE, VOID, BYTES, LONGS, OBJECTS -> type.text();
          };
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

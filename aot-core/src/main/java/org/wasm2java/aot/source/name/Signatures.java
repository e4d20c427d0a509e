package org.wasm2java.aot.source.name;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.internal.ShownText;

/** Function types as Java parameters, arguments and results. */
public final class Signatures {
  /** The parameter that carries the parameters which do not fit. */
  public static final String SURPLUS = "more";

  private Signatures() {}

  public static TypeName type(Carrier carrier) {
    return type(carrier.javaType());
  }

  private static TypeName type(ClassDesc type) {
    if (type.isArray()) {
      return ArrayTypeName.of(type(type.componentType()));
    }
    return switch (type.descriptorString()) {
      case "I" -> TypeName.INT;
      case "J" -> TypeName.LONG;
      case "F" -> TypeName.FLOAT;
      case "D" -> TypeName.DOUBLE;
      case "B" -> TypeName.BYTE;
      case "V" -> TypeName.VOID;
      default -> ClassName.get(type.packageName(), type.displayName());
    };
  }

  public static TypeName type(ValueType type) {
    return type(Carrier.single(type));
  }

  /** Returns the value that an expression gives as an object: cast, unless it is one. */
  public static CodeBlock unboxed(Carrier carrier, String object) {
    return carrier.needsCast()
        ? CodeBlock.of("($T) $L", type(carrier), object)
        : CodeBlock.of("$L", object);
  }

  /** Returns parameters p0, p1, … and, for those that do not fit, an array. */
  public static List<ParameterSpec> parameters(JavaSignature signature) {
    List<ParameterSpec> parameters = new ArrayList<>();
    List<Carrier> carriers = signature.parameters();
    for (int i = 0; i < carriers.size(); i++) {
      parameters.add(ParameterSpec.builder(type(carriers.get(i)), name(signature, i)).build());
    }
    return parameters;
  }

  private static String name(JavaSignature signature, int parameter) {
    return parameter < signature.direct().size() ? "p" + parameter : SURPLUS;
  }

  /** Returns the names of those parameters with commas between. */
  public static String arguments(JavaSignature signature) {
    return IntStream.range(0, signature.parameters().size())
        .mapToObj(i -> name(signature, i))
        .collect(Collectors.joining(", "));
  }

  /** Returns types as the runtime's function type is made of them: codes with spaces between. */
  public static String names(List<? extends ValueType> types) {
    return types.stream().map(Signatures::code).collect(Collectors.joining(" "));
  }

  /** Returns the expression for the runtime's object of a function type. */
  public static CodeBlock functionType(ValidModule module, int typeIndex) {
    FunctionType type = module.spaces().functionTypeAt(typeIndex);
    CodeBlock.Builder call =
        CodeBlock.builder()
            .add(
                "$T.of($S, $S",
                org.wasm2java.runtime.type.FunctionType.class,
                names(type.parameters()),
                names(type.results()));
    module
        .functionDefinition(typeIndex)
        .ifPresent(definition -> call.add(", $S", definition.code()));
    return call.add(")").build();
  }

  /** Returns the code by which the runtime knows a type, see its {@code ValueType}. */
  public static String code(ValueType type) {
    if (!(type instanceof ReferenceType reference)
        || (reference.nullable() && reference.heapType() instanceof AbstractHeapType)) {
      return type.text();
    }
    String heapType =
        reference.heapType() instanceof ConcreteHeapType concrete
            ? concrete.definition().orElseThrow().code()
            : reference.heapType().text();
    return (reference.nullable() ? "?" : "!") + heapType;
  }

  private static String reference(Carrier carrier) {
    if (carrier == Carrier.EXCEPTION) {
      return "exnref";
    }
    return carrier == Carrier.FUNCTION ? "funcref" : "externref";
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

package org.wasm2java.aot.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.source.body.RawCallWriter;
import org.wasm2java.aot.source.name.ApiValues;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.NestedClass;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.generated.Boundary;
import org.wasm2java.runtime.generated.GeneratedFunction;
import org.wasm2java.runtime.ops.RawCall;

/**
 * Writes the class of a function type: an abstract function with a typed method, so that calls
 * through tables neither box nor compare types: the cast of the table's element is the type check.
 */
final class TypeClassWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final int canonicalType;
  private final FunctionType type;
  private final JavaSignature signature;
  private final ResultShape results;
  private final TypeName returned;
  private final ClassName self;
  private final RuntimeTypes types;
  private final RawCallWriter raw;
  private final TailTypeWriter tails;

  /** Whether the module handles exceptions: those of the host are foreign ones to it. */
  private final boolean handles;

  TypeClassWriter(JavaPlan plan, GeneratedNames names, int canonicalType, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.canonicalType = canonicalType;
    this.type = plan.module().spaces().functionTypeAt(canonicalType);
    this.signature = JavaSignature.of(type);
    this.results = signature.results();
    this.returned = Signatures.type(signature.returned());
    this.self = ClassName.get(plan.packageName(), names.typeClass(canonicalType));
    this.types = types;
    this.raw = new RawCallWriter(signature, types);
    this.handles = plan.usage().handlesExceptions();
    this.tails = new TailTypeWriter(plan, names, canonicalType, self, types);
  }

  /**
   * Returns the class.
   *
   * @param called whether code calls functions of the type as values, which may be of other
   *     modules; otherwise the type is only that of functions which others call
   */
  TypeSpec write(boolean called) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(self)
            .addModifiers(Modifier.ABSTRACT)
            .superclass(GeneratedFunction.class)
            .addJavadoc("Functions of type $L.\n", Signatures.comment(type.text()))
            .addField(typeField());
    if (raw.isPossible()) {
      builder.addSuperinterface(RawCall.class).addMethod(raw.method());
    }
    if (isArray()) {
      builder.addField(Signatures.type(Carrier.OBJECTS), "results").addMethod(invokeAll());
    } else {
      for (Further result : results.further()) {
        builder.addField(Signatures.type(result.carrier()), field(result));
      }
    }
    builder.addMethod(
        MethodSpec.methodBuilder("invoke")
            .addModifiers(Modifier.ABSTRACT)
            .returns(returned)
            .addParameters(Signatures.parameters(signature))
            .build());
    builder.addMethod(typeMethod()).addMethod(call());
    if (hasHandle()) {
      builder.addMethod(handle());
    }
    tails.addTo(builder);
    if (called) {
      addCalls(builder);
    }
    return builder.build();
  }

  private void addCalls(TypeSpec.Builder builder) {
    if (!results.further().isEmpty()) {
      builder.addMethod(invokeFor());
    }
    if (isCalledByReference()) {
      builder.addMethod(of());
    }
    builder
        .addMethod(at())
        .addMethod(other())
        .addMethod(from())
        .addMethod(is())
        .addMethod(cast("cast", false))
        .addMethod(cast("castNull", true))
        .addMethod(linked())
        .addType(foreign());
  }

  private FieldSpec typeField() {
    return FieldSpec.builder(
            org.wasm2java.runtime.type.FunctionType.class, "TYPE", Modifier.STATIC, Modifier.FINAL)
        .initializer("$L", Signatures.functionType(plan.module(), canonicalType))
        .build();
  }

  private MethodSpec typeMethod() {
    return MethodSpec.methodBuilder("type")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(org.wasm2java.runtime.type.FunctionType.class)
        .addStatement("return TYPE")
        .build();
  }

  /** Leaves the results after the first where callers of the caller's instance look for them. */
  private MethodSpec invokeFor() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("invokeFor")
            .addModifiers(Modifier.FINAL)
            .returns(returned)
            .addParameter(ClassName.get(plan.packageName(), plan.simpleName()), "self")
            .addParameters(Signatures.parameters(signature))
            .addStatement("$T result = invoke($L)", returned, Signatures.arguments(signature));
    if (isArray()) {
      String take = names.takeResults(canonicalType);
      return method.addStatement("self.$L(results)", take).addStatement("return result").build();
    }
    for (Further result : results.further()) {
      String field = names.resultField(result.carrier(), result.position());
      method.addStatement("self.$L = $L", field, field(result));
    }
    return method.addStatement("return result").build();
  }

  /** Returns all results, where they are too many for fields. */
  private MethodSpec invokeAll() {
    return MethodSpec.methodBuilder("invokeAll")
        .addModifiers(Modifier.FINAL)
        .returns(Object[].class)
        .addParameters(Signatures.parameters(signature))
        .addStatement("invoke($L)", Signatures.arguments(signature))
        .addStatement("return results")
        .build();
  }

  private MethodSpec call() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("call")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ArrayTypeName.of(ClassName.OBJECT))
            .addParameter(ArrayTypeName.of(ClassName.OBJECT), "arguments")
            .varargs()
            .addStatement("check(arguments)")
            .addCode(splitArguments())
            .addStatement("ensureOpen()")
            .beginControlFlow("try");
    CodeBlock invoke = CodeBlock.of("invoke($L)", unboxed());
    return method
        .addCode(
            results
                .fold(
                    () -> statements("$L", invoke).addStatement("return new $T[0]", Object.class),
                    carrier -> boxed(invoke),
                    carriers -> boxed(invoke),
                    carriers ->
                        statements("$L", invoke)
                            .addStatement(
                                "return $L",
                                ApiValues.join(type.results(), CodeBlock.of("results"))))
                .build())
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw leave(e)")
        .endControlFlow()
        .build();
  }

  /** Vectors among the arguments become their halves. */
  private CodeBlock splitArguments() {
    return ApiValues.haveVector(type.parameters())
        ? CodeBlock.builder()
            .addStatement(
                "$T carried = $L", Object[].class, ApiValues.split(type.parameters(), "arguments"))
            .build()
        : CodeBlock.of("");
  }

  private String carriedArguments() {
    return ApiValues.haveVector(type.parameters()) ? "carried" : "arguments";
  }

  private static CodeBlock.Builder statements(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments);
  }

  private CodeBlock.Builder boxed(CodeBlock invoke) {
    List<CodeBlock> carried = new ArrayList<>(List.of(CodeBlock.of("result")));
    results.further().forEach(result -> carried.add(CodeBlock.of("$L", field(result))));
    List<CodeBlock> all = ApiValues.joined(type.results(), carried::get);
    return statements("$T result = $L", returned, invoke)
        .addStatement("return new $T[] {$L}", Object.class, CodeBlock.join(all, ", "));
  }

  private static String field(Further result) {
    return "result" + result.position();
  }

  private boolean isArray() {
    return results instanceof ResultShape.Array;
  }

  private CodeBlock unboxed() {
    List<CodeBlock> arguments = new ArrayList<>();
    List<Carrier> direct = signature.direct();
    for (int i = 0; i < direct.size(); i++) {
      arguments.add(Signatures.unboxed(direct.get(i), carriedArguments() + "[" + i + "]"));
    }
    if (signature.hasSurplus()) {
      arguments.add(CodeBlock.of("argumentsFrom($L, $L)", direct.size(), carriedArguments()));
    }
    return CodeBlock.join(arguments, ", ");
  }

  /** A method handle serves what is no raw call, but cannot take more slots nor several results. */
  private boolean hasHandle() {
    return !raw.isPossible()
        && !signature.hasSurplus()
        && signature.slots() <= JvmLimits.HANDLE_PARAMETER_SLOTS
        && results.further().isEmpty();
  }

  /** Returns the classes that the type of the method has, each behind a comma. */
  private CodeBlock handleClasses() {
    CodeBlock.Builder classes = CodeBlock.builder().add(", $T.class", returned);
    for (Carrier parameter : signature.direct()) {
      classes.add(", $L.class", types.name(parameter.javaType()));
    }
    return classes.build();
  }

  private MethodSpec handle() {
    return MethodSpec.methodBuilder("handle")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(MethodHandle.class)
        .addStatement(
            "return handle($T.lookup(), $T.class$L)", MethodHandles.class, self, handleClasses())
        .build();
  }

  private boolean isCalledByReference() {
    boolean told = tails.isCalled() && !plan.listened().isEmpty();
    return told
        || plan.usage().referenceTypes().stream()
            .anyMatch(type -> plan.module().canonicalType(type) == canonicalType);
  }

  private MethodSpec of() {
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.STATIC)
        .returns(self)
        .addParameter(WasmFunction.class, "function")
        .beginControlFlow("if (function instanceof $T same)", self)
        .addStatement("return same")
        .endControlFlow()
        .beginControlFlow("if (function == null)")
        .addStatement("throw nullFunction()")
        .endControlFlow()
        .addStatement("return from(function)")
        .build();
  }

  private MethodSpec at() {
    return MethodSpec.methodBuilder("at")
        .addModifiers(Modifier.STATIC)
        .returns(self)
        .addParameter(ArrayTypeName.of(ClassName.OBJECT), "elements")
        .addParameter(TypeName.INT, "index")
        .beginControlFlow(
            "if (index >= 0 && index < elements.length && elements[index] instanceof $T function)",
            self)
        .addStatement("return function")
        .endControlFlow()
        .addStatement("return other(elements, index)")
        .build();
  }

  private MethodSpec other() {
    return MethodSpec.methodBuilder("other")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(self)
        .addParameter(ArrayTypeName.of(ClassName.OBJECT), "elements")
        .addParameter(TypeName.INT, "index")
        .beginControlFlow(
            "if (index >= 0 && index < elements.length\n"
                + "    && elements[index] instanceof $T function && function.type().matches(TYPE))",
            WasmFunction.class)
        .addStatement("return from(function)")
        .endControlFlow()
        .addStatement("throw notCallable(elements, index)")
        .build();
  }

  private MethodSpec from() {
    return MethodSpec.methodBuilder("from")
        .addModifiers(Modifier.STATIC)
        .returns(self)
        .addParameter(WasmFunction.class, "function")
        .beginControlFlow("if (function instanceof $T same)", self)
        .addStatement("return same")
        .endControlFlow()
        .beginControlFlow("if (function.view() instanceof $T kept)", self)
        .addStatement("return kept")
        .endControlFlow()
        .addStatement("$T view = $T.of(function)", self, NestedClass.FOREIGN.in(self))
        .addStatement("function.keepView(view)")
        .addStatement("return view")
        .build();
  }

  /** Whether a function is of the type, or of one below it. */
  private MethodSpec is() {
    return MethodSpec.methodBuilder("is")
        .addModifiers(Modifier.STATIC)
        .returns(TypeName.BOOLEAN)
        .addParameter(WasmFunction.class, "function")
        .addStatement(
            "return function instanceof $T\n"
                + "|| (function != null && function.type().matches(TYPE))",
            self)
        .build();
  }

  private MethodSpec cast(String name, boolean nullable) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(WasmFunction.class)
        .addParameter(WasmFunction.class, "function")
        .beginControlFlow(nullable ? "if (function == null || is(function))" : "if (is(function))")
        .addStatement("return function")
        .endControlFlow()
        .addStatement("throw new $T()", ClassCastException.class)
        .build();
  }

  /**
   * An import is foreign even if it is of this class: its instance is another and may be closed.
   */
  private MethodSpec linked() {
    return MethodSpec.methodBuilder("linked")
        .addModifiers(Modifier.STATIC)
        .returns(self)
        .addParameter(WasmFunction.class, "function")
        .addStatement("return $T.of(function)", NestedClass.FOREIGN.in(self))
        .build();
  }

  private TypeSpec foreign() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(WasmFunction.class, "target")
            .addCode(tails.isCalled() ? "super(null, 0);\n" : "")
            .addStatement("this.target = target");
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(NestedClass.FOREIGN.in(self))
            .addJavadoc("A function of another module or of the host, seen with this type.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .superclass(self)
            .addField(WasmFunction.class, "target", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(
                MethodSpec.methodBuilder("owner")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(Instance.class)
                    .addStatement("return target.owner()")
                    .build());
    if (raw.isPossible()) {
      builder.addField(RawCall.class, "raw", Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement(
          "this.raw = target instanceof $T numbers ? numbers : null", RawCall.class);
    }
    if (hasHandle()) {
      builder.addField(MethodHandle.class, "handle", Modifier.PRIVATE, Modifier.FINAL);
      constructor.addStatement("this.handle = handleOf(target$L)", handleClasses());
    }
    // Its type keeps the JVM from loading this class in order to verify the one around it.
    MethodSpec of =
        MethodSpec.methodBuilder("of")
            .addModifiers(Modifier.STATIC)
            .returns(self)
            .addParameter(WasmFunction.class, "target")
            .addStatement("return new $T(target)", NestedClass.FOREIGN.in(self))
            .build();
    tails.addToForeign(builder);
    return builder.addMethod(constructor.build()).addMethod(of).addMethod(foreignInvoke()).build();
  }

  private MethodSpec foreignInvoke() {
    String arguments = Signatures.arguments(signature);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("invoke")
            .addAnnotation(Override.class)
            .returns(returned)
            .addParameters(Signatures.parameters(signature));
    if (raw.isPossible()) {
      method
          .beginControlFlow("if (raw != null)")
          .beginControlFlow("try")
          .addCode(raw.call("raw"))
          .nextControlFlow("catch ($T | $T e)", thrown(), StackOverflowError.class)
          .addStatement("throw $L(target, e)", handles ? "passOnForeign" : "passOn")
          .endControlFlow()
          .endControlFlow();
    }
    if (hasHandle()) {
      method.beginControlFlow("if (handle != null)").beginControlFlow("try");
      method.addStatement("ensureOpen()");
      if (results instanceof ResultShape.None) {
        method.addStatement("handle.invokeExact($L)", arguments).addStatement("return");
      } else {
        method.addStatement("return ($T) handle.invokeExact($L)", returned, arguments);
      }
      method
          .nextControlFlow("catch ($T e)", Throwable.class)
          .addStatement("throw $L(target, e)", handles ? "passOnForeign" : "passOn")
          .endControlFlow()
          .endControlFlow();
    }
    return boxed(method, arguments).build();
  }

  private Class<?> thrown() {
    return handles ? Exception.class : RuntimeException.class;
  }

  private String array(String elements) {
    return "new " + types.name(Object[].class) + " {" + elements + "}";
  }

  private MethodSpec.Builder boxed(MethodSpec.Builder method, String arguments) {
    String boxes = arguments.isEmpty() ? "" : array(arguments);
    if (signature.hasSurplus()) {
      String direct = arguments.substring(0, arguments.lastIndexOf(','));
      boxes = "allArguments(" + array(direct) + ", " + Signatures.SURPLUS + ")";
    }
    CodeBlock given = ApiValues.join(type.parameters(), CodeBlock.of("$L", boxes));
    method.beginControlFlow("try");
    if (results instanceof ResultShape.None) {
      method.addStatement("target.call($L)", given);
    } else {
      CodeBlock called = CodeBlock.of("target.call($L)", given);
      method.addStatement(
          "$T results = $L", Object[].class, ApiValues.split(type.results(), called.toString()));
      if (isArray()) {
        method.addStatement("this.results = results");
      } else {
        for (Further result : results.further()) {
          String boxed = "results[" + result.position() + "]";
          CodeBlock value = Signatures.unboxed(result.carrier(), boxed);
          method.addStatement("$L = $L", field(result), value);
        }
      }
      method.addStatement("return $L", Signatures.unboxed(results.returned(), "results[0]"));
    }
    return method
        .nextControlFlow("catch ($T | $T e)", thrown(), StackOverflowError.class)
        .addStatement("throw $T.$L(e)", Boundary.class, handles ? "foreign" : "enter")
        .endControlFlow();
  }
}

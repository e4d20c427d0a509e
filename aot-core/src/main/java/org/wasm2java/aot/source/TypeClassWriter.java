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
import org.wasm2java.aot.ir.Carriers;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.source.body.RawCallWriter;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.NestedClass;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
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
  private final ClassName self;
  private final RuntimeTypes types;
  private final RawCallWriter raw;

  TypeClassWriter(JavaPlan plan, GeneratedNames names, int canonicalType, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.canonicalType = canonicalType;
    this.type = plan.module().spaces().functionTypeAt(canonicalType);
    this.self = ClassName.get(plan.packageName(), names.typeClass(canonicalType));
    this.types = types;
    this.raw = new RawCallWriter(type, types);
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
    if (Carriers.hasManyResults(type)) {
      builder.addField(Signatures.type(Carrier.OBJECTS), "results").addMethod(invokeAll());
    } else {
      for (int i = 1; i < type.results().size(); i++) {
        builder.addField(Signatures.type(type.results().get(i)), "result" + i);
      }
    }
    builder.addMethod(
        MethodSpec.methodBuilder("invoke")
            .addModifiers(Modifier.ABSTRACT)
            .returns(Signatures.firstResult(type))
            .addParameters(Signatures.parameters(type))
            .build());
    builder.addMethod(typeMethod()).addMethod(call());
    if (hasHandle()) {
      builder.addMethod(handle());
    }
    if (called) {
      addCalls(builder);
    }
    return builder.build();
  }

  private void addCalls(TypeSpec.Builder builder) {
    if (type.results().size() > 1) {
      builder.addMethod(invokeFor());
    }
    builder
        .addMethod(at())
        .addMethod(other())
        .addMethod(from())
        .addMethod(linked())
        .addType(foreign());
  }

  private FieldSpec typeField() {
    return FieldSpec.builder(
            org.wasm2java.runtime.type.FunctionType.class, "TYPE", Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.of($S, $S)",
            org.wasm2java.runtime.type.FunctionType.class,
            Signatures.names(type.parameters()),
            Signatures.names(type.results()))
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
            .returns(Signatures.firstResult(type))
            .addParameter(ClassName.get(plan.packageName(), plan.simpleName()), "self")
            .addParameters(Signatures.parameters(type))
            .addStatement(
                "$T result = invoke($L)", Signatures.firstResult(type), Signatures.arguments(type));
    if (Carriers.hasManyResults(type)) {
      String take = names.takeResults(canonicalType);
      return method.addStatement("self.$L(results)", take).addStatement("return result").build();
    }
    for (int i = 1; i < type.results().size(); i++) {
      method.addStatement(
          "self.$L = result$L", names.resultField(Carrier.single(type.results().get(i)), i), i);
    }
    return method.addStatement("return result").build();
  }

  /** Returns all results, where they are too many for fields. */
  private MethodSpec invokeAll() {
    return MethodSpec.methodBuilder("invokeAll")
        .addModifiers(Modifier.FINAL)
        .returns(Object[].class)
        .addParameters(Signatures.parameters(type))
        .addStatement("invoke($L)", Signatures.arguments(type))
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
            .addStatement("ensureOpen()")
            .beginControlFlow("try");
    CodeBlock invoke = CodeBlock.of("invoke($L)", unboxed());
    if (Carriers.hasManyResults(type)) {
      method.addStatement("$L", invoke).addStatement("return results");
    } else if (type.results().isEmpty()) {
      method.addStatement("$L", invoke).addStatement("return new $T[0]", Object.class);
    } else {
      StringBuilder results = new StringBuilder("result");
      for (int i = 1; i < type.results().size(); i++) {
        results.append(", result").append(i);
      }
      method
          .addStatement("$T result = $L", Signatures.firstResult(type), invoke)
          .addStatement("return new $T[] {$L}", Object.class, results);
    }
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw leave(e)")
        .endControlFlow()
        .build();
  }

  private CodeBlock unboxed() {
    List<CodeBlock> arguments = new ArrayList<>();
    int direct = Carriers.direct(type);
    for (int i = 0; i < direct; i++) {
      arguments.add(Signatures.unboxed(type.parameters().get(i), "arguments[" + i + "]"));
    }
    if (Carriers.hasSurplus(type)) {
      arguments.add(CodeBlock.of("argumentsFrom($L, arguments)", direct));
    }
    return CodeBlock.join(arguments, ", ");
  }

  /** A method handle serves what is no raw call, but cannot take more slots nor several results. */
  private boolean hasHandle() {
    int slots = 0;
    for (ValueType parameter : type.parameters()) {
      slots += Carrier.single(parameter).slots();
    }
    return !raw.isPossible()
        && !Carriers.hasSurplus(type)
        && slots <= JvmLimits.HANDLE_PARAMETER_SLOTS
        && type.results().size() <= 1;
  }

  private MethodSpec handle() {
    StringBuilder classes = new StringBuilder();
    for (ValueType parameter : type.parameters()) {
      classes
          .append(", ")
          .append(types.name(Carrier.single(parameter).javaType()))
          .append(".class");
    }
    return MethodSpec.methodBuilder("handle")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(MethodHandle.class)
        .addStatement(
            "return handle($T.lookup(), $T.class, $T.class$L)",
            MethodHandles.class,
            self,
            Signatures.firstResult(type),
            classes)
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
                + "    && elements[index] instanceof $T function && function.type().equals(TYPE))",
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
      constructor.addStatement("this.handle = handleOf(target)");
    }
    // Its type keeps the JVM from loading this class in order to verify the one around it.
    MethodSpec of =
        MethodSpec.methodBuilder("of")
            .addModifiers(Modifier.STATIC)
            .returns(self)
            .addParameter(WasmFunction.class, "target")
            .addStatement("return new $T(target)", NestedClass.FOREIGN.in(self))
            .build();
    return builder.addMethod(constructor.build()).addMethod(of).addMethod(foreignInvoke()).build();
  }

  private MethodSpec foreignInvoke() {
    String arguments = Signatures.arguments(type);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("invoke")
            .addAnnotation(Override.class)
            .returns(Signatures.firstResult(type))
            .addParameters(Signatures.parameters(type));
    if (raw.isPossible()) {
      method
          .beginControlFlow("if (raw != null)")
          .beginControlFlow("try")
          .addCode(raw.call("raw"))
          .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
          .addStatement("throw passOn(target, e)")
          .endControlFlow()
          .endControlFlow();
    }
    if (hasHandle()) {
      method.beginControlFlow("if (handle != null)").beginControlFlow("try");
      method.addStatement("ensureOpen()");
      if (type.results().isEmpty()) {
        method.addStatement("handle.invokeExact($L)", arguments).addStatement("return");
      } else {
        method.addStatement(
            "return ($T) handle.invokeExact($L)", Signatures.firstResult(type), arguments);
      }
      method
          .nextControlFlow("catch ($T e)", Throwable.class)
          .addStatement("throw passOn(target, e)")
          .endControlFlow()
          .endControlFlow();
    }
    return boxed(method, arguments).build();
  }

  private String array(String elements) {
    return "new " + types.name(Object[].class) + " {" + elements + "}";
  }

  private MethodSpec.Builder boxed(MethodSpec.Builder method, String arguments) {
    String boxes = type.parameters().isEmpty() ? "" : array(arguments);
    if (Carriers.hasSurplus(type)) {
      String direct = arguments.substring(0, arguments.lastIndexOf(','));
      boxes = "allArguments(" + array(direct) + ", " + Signatures.SURPLUS + ")";
    }
    method.beginControlFlow("try");
    if (type.results().isEmpty()) {
      method.addStatement("target.call($L)", boxes);
    } else {
      method.addStatement("$T results = target.call($L)", Object[].class, boxes);
      List<ValueType> results =
          Carriers.hasManyResults(type) ? type.results().subList(0, 1) : type.results();
      if (Carriers.hasManyResults(type)) {
        method.addStatement("this.results = results");
      }
      for (int i = 1; i < results.size(); i++) {
        String given = "results[" + i + "]";
        method.addStatement("result$L = $L", i, Signatures.unboxed(results.get(i), given));
      }
      method.addStatement("return $L", Signatures.unboxed(results.get(0), "results[0]"));
    }
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw $T.enter(e)", Boundary.class)
        .endControlFlow();
  }
}

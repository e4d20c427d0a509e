package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.source.body.RawCallWriter;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.generated.TailCall;
import org.wasm2java.runtime.generated.TailCallee;

/**
 * Writes what the class of a function type has for tail calls: how functions of the type are called
 * that are not of the calling instance, and how others call functions that may go on by one.
 */
final class TailTypeWriter {
  private static final String BOXED = "new $T[] {$L}";

  private final JavaPlan plan;
  private final GeneratedNames names;
  private final int canonicalType;
  private final JavaSignature signature;
  private final ResultShape results;
  private final TypeName returned;
  private final ClassName self;
  private final ClassName main;
  private final RuntimeTypes types;
  private final RawCallWriter raw;

  TailTypeWriter(
      JavaPlan plan, GeneratedNames names, int canonicalType, ClassName self, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.canonicalType = canonicalType;
    this.signature = JavaSignature.of(plan.module().spaces().functionTypeAt(canonicalType));
    this.results = signature.results();
    this.returned = Signatures.type(signature.returned());
    this.self = self;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
    this.types = types;
    this.raw = new RawCallWriter(signature, types);
  }

  /** Returns whether tail calls find functions by the type. */
  boolean isCalled() {
    return plan.tailCalls().types().contains(canonicalType);
  }

  /** Adds everything to the class of the type. */
  void addTo(TypeSpec.Builder type) {
    boolean goesOn = plan.tailCalls().mayTypeGoOn(canonicalType);
    if (goesOn) {
      type.addSuperinterface(TailCallee.class).addMethod(invokeTail()).addMethod(tail());
    }
    if (plan.tailCalls().callsForeign(canonicalType)) {
      type.addMethod(target().addStatement("return $L", goesOn ? "this" : "null").build());
      type.addMethod(tailCall());
    }
    if (isCalled()) {
      type.addField(main, "home", Modifier.PRIVATE, Modifier.FINAL)
          .addField(TypeName.INT, GeneratedNames.TAIL, Modifier.PRIVATE, Modifier.FINAL)
          .addMethod(constructor())
          .addMethod(tailFor())
          .addMethod(foundTailCall());
    }
  }

  /** Adds what a function of others has. */
  void addToForeign(TypeSpec.Builder foreign) {
    if (plan.tailCalls().callsForeign(canonicalType)) {
      foreign.addMethod(
          target()
              .addAnnotation(Override.class)
              .addStatement("return target instanceof $T goesOn ? goesOn : null", TailCallee.class)
              .build());
    }
  }

  private static MethodSpec.Builder target() {
    return MethodSpec.methodBuilder("tailTarget").returns(TailCallee.class);
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(main, "home")
        .addParameter(TypeName.INT, GeneratedNames.TAIL)
        .addStatement("this.home = home")
        .addStatement("this.$1L = $1L", GeneratedNames.TAIL)
        .build();
  }

  private MethodSpec tailFor() {
    return MethodSpec.methodBuilder("tailFor")
        .addModifiers(Modifier.FINAL)
        .addJavadoc("Says that the function is to be called when the caller has returned.\n")
        .addParameter(main, "caller")
        .beginControlFlow("if (home == caller)")
        .addStatement("caller.$1L = $1L", GeneratedNames.TAIL)
        .nextControlFlow("else")
        .addStatement("caller.$L = $L", GeneratedNames.TAIL, -1 - canonicalType)
        .addStatement("caller.$L = this", GeneratedNames.TAIL_FUNCTION)
        .endControlFlow()
        .build();
  }

  private MethodSpec.Builder calling() {
    return MethodSpec.methodBuilder("tailCall")
        .addModifiers(Modifier.STATIC)
        .returns(returned)
        .addParameter(main, "self");
  }

  private String giveBack() {
    return signature.returned() == Carrier.VOID ? "" : "return ";
  }

  /** Takes the function that was found, so that the instance does not keep it. */
  private MethodSpec foundTailCall() {
    return calling()
        .addParameter(TailCall.class, "outer")
        .addStatement("$1T callee = ($1T) self.$2L", self, GeneratedNames.TAIL_FUNCTION)
        .addStatement("self.$L = null", GeneratedNames.TAIL_FUNCTION)
        .addStatement("$LtailCall(self, callee, outer)", giveBack())
        .build();
  }

  /** Calls a function of others, or leaves that to who is calling this module. */
  private MethodSpec tailCall() {
    TailArguments arguments = new TailArguments(signature, names);
    MethodSpec.Builder method =
        calling()
            .addParameter(self, "callee")
            .addParameter(TailCall.class, "outer")
            .addCode(arguments.taken())
            .addStatement("$T target = callee.tailTarget()", TailCallee.class)
            .beginControlFlow("if (target == null)");
    plain(method, String.join(", ", arguments.values()));
    method
        .endControlFlow()
        .addStatement("$1T call = outer == null ? $1T.of(self) : outer", TailCall.class);
    handOver(method, arguments.values());
    method.addStatement("call.next = target").beginControlFlow("if (outer != null)");
    if (signature.returned() == Carrier.VOID) {
      method.addStatement("return");
    } else {
      method.addStatement("return $L", TailWriter.zero(signature.returned()));
    }
    method.endControlFlow().addStatement("call.run()");
    receive(method);
    return method.build();
  }

  private void plain(MethodSpec.Builder method, String arguments) {
    boolean many = !results.further().isEmpty();
    String all = !many ? arguments : arguments.isEmpty() ? "self" : "self, " + arguments;
    method.addStatement("$Lcallee.$L($L)", giveBack(), many ? "invokeFor" : "invoke", all);
    if (signature.returned() == Carrier.VOID) {
      method.addStatement("return");
    }
  }

  private void handOver(MethodSpec.Builder method, List<String> values) {
    if (!raw.isPossible()) {
      method.addStatement("call.values = " + BOXED, Object.class, String.join(", ", values));
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      Carrier.Primitive carrier = signature.direct().get(i).primitive();
      method.addStatement("call.p$L = $L", i, RawCallWriter.toBits(carrier, values.get(i), types));
    }
  }

  private void receive(MethodSpec.Builder method) {
    if (raw.isPossible()) {
      String bits = "call.number(self)";
      if (signature.returned() == Carrier.VOID) {
        method.addStatement("$L", bits);
      } else {
        Carrier.Primitive carrier = signature.returned().primitive();
        method.addStatement("return $L", RawCallWriter.fromBits(carrier, bits, types));
      }
      return;
    }
    if (signature.returned() == Carrier.VOID) {
      method.addStatement("call.boxed(self)");
      return;
    }
    method.addStatement("$T results = call.boxed(self)", Object[].class);
    if (results instanceof ResultShape.Array) {
      method.addStatement("self.$L(results)", names.takeResults(canonicalType));
    } else {
      for (Further result : results.further()) {
        String field = names.resultField(result.carrier(), result.position());
        String boxed = "results[" + result.position() + "]";
        method.addStatement("self.$L = $L", field, Signatures.unboxed(result.carrier(), boxed));
      }
    }
    method.addStatement("return $L", Signatures.unboxed(signature.returned(), "results[0]"));
  }

  /** Calls the function for another module, which makes the tail calls of what is not of this. */
  private MethodSpec invokeTail() {
    return MethodSpec.methodBuilder("invokeTail")
        .returns(returned)
        .addParameter(TailCall.class, "call")
        .addParameters(Signatures.parameters(signature))
        .addStatement("$Linvoke($L)", giveBack(), Signatures.arguments(signature))
        .build();
  }

  private MethodSpec tail() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("tail")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addParameter(TailCall.class, "call");
    if (!raw.isPossible()) {
      method.addStatement("$T arguments = call.take()", Object[].class);
    }
    method.addStatement("ensureOpen()");
    CodeBlock invoke = CodeBlock.of("invokeTail($L)", CodeBlock.join(arguments(), ", "));
    if (signature.returned() == Carrier.VOID) {
      return method.addStatement("$L", invoke).build();
    }
    method
        .addStatement("$T result = $L", returned, invoke)
        .beginControlFlow("if (call.next == null)");
    if (raw.isPossible()) {
      Carrier.Primitive carrier = signature.returned().primitive();
      method.addStatement("call.p0 = $L", RawCallWriter.toBits(carrier, "result", types));
    } else if (results instanceof ResultShape.Array) {
      method.addStatement("call.values = results");
    } else {
      List<String> all = new ArrayList<>(List.of("result"));
      results.further().forEach(result -> all.add("result" + result.position()));
      method.addStatement("call.values = " + BOXED, Object.class, String.join(", ", all));
    }
    return method.endControlFlow().build();
  }

  private List<CodeBlock> arguments() {
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("call")));
    List<Carrier> carriers = signature.parameters();
    for (int i = 0; i < carriers.size(); i++) {
      if (raw.isPossible()) {
        Carrier.Primitive carrier = carriers.get(i).primitive();
        arguments.add(CodeBlock.of("$L", RawCallWriter.fromBits(carrier, "call.p" + i, types)));
      } else {
        arguments.add(Signatures.unboxed(carriers.get(i), "arguments[" + i + "]"));
      }
    }
    return arguments;
  }
}

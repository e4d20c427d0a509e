package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.source.body.ListenedFunction;
import org.wasm2java.aot.source.body.MethodNames;
import org.wasm2java.aot.source.body.SourceBuffer;
import org.wasm2java.aot.source.name.ApiValues;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.generated.ListenedCall;
import org.wasm2java.runtime.generated.VectorValues;

/**
 * Writes the method of a function that a listener can be told of: it calls the function's body,
 * which is a method of its own, and tells the listener if there is one.
 */
final class ListenedFunctionWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final MethodNames methodNames;
  private final MethodPlan method;
  private final FunctionType type;
  private final SourceBuffer out = new SourceBuffer(PlaceMarks.none());
  private final RuntimeTypes types;

  ListenedFunctionWriter(
      JavaPlan plan,
      GeneratedNames names,
      MethodNames methodNames,
      MethodPlan method,
      RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.methodNames = methodNames;
    this.method = method;
    this.type = plan.module().spaces().functionType(method.functionIndex());
    this.types = types;
  }

  /** Returns the text of the method that tells. */
  String write() {
    String self = methodNames.instance();
    String arguments = arguments();
    String body = methodNames.callPart(method.functionIndex(), 0, arguments);
    boolean gives = method.returned() != Carrier.VOID;
    out.line(
        types.name(FunctionListener.class)
            + (" listener0 = " + self + "." + GeneratedNames.LISTENER + ";"));
    out.open("if (listener0 == null) {");
    out.line((gives ? "return " : "") + body + ";");
    if (!gives) {
      out.line("return;");
    }
    out.close("}");
    String function = new ListenedFunction(plan.module(), method.functionIndex()).text(self, types);
    out.line(types.name(FunctionInfo.class) + " function0 = " + function + ";");
    String call = types.name(ListenedCall.class);
    String boxed = boxedArguments(call);
    if (ApiValues.haveVector(type.parameters())) {
      boolean isArray = JavaSignature.of(type).hasSurplus();
      boxed = joined("parameters", isArray ? boxed : array(boxed));
    }
    String all = (arguments.isEmpty() ? "" : ", ") + boxed;
    out.line(call + " call0 = " + call + ".before(" + self + ", listener0, function0" + all + ");");
    if (gives) {
      out.line(javaType(method.returned()) + " result0;");
    }
    out.open("try {");
    out.line((gives ? "result0 = " : "") + body + ";");
    out.reopen("} catch (" + types.name(Throwable.class) + " thrown0) {");
    out.line("throw call0.abort(thrown0);");
    out.close("}");
    if (plan.tailCalls().leaves(method.functionIndex())) {
      out.open("if (" + methodNames.tail() + " != 0) {");
      out.line((gives ? "return result0" : "return") + ";");
      out.close("}");
    }
    after();
    if (gives) {
      out.line("return result0;");
    }
    return out.toString();
  }

  private String arguments() {
    List<String> arguments = new ArrayList<>();
    method.parameters().forEach(parameter -> arguments.add(methodNames.local(parameter)));
    return String.join(", ", arguments);
  }

  /** Parameters that do not fit the Java method are in an array, the last parameter. */
  private String boxedArguments(String call) {
    if (!JavaSignature.of(type).hasSurplus()) {
      return arguments();
    }
    int last = method.parameters().size() - 1;
    List<String> arguments = new ArrayList<>();
    arguments.add(methodNames.local(method.parameters().get(last)));
    for (Local parameter : method.parameters().subList(0, last)) {
      arguments.add(methodNames.local(parameter));
    }
    return call + ".arguments(" + String.join(", ", arguments) + ")";
  }

  /** What a listener calls may use the fields of further results: they are written again. */
  private void after() {
    ResultShape results = JavaSignature.of(type).results();
    if (results instanceof ResultShape.Array) {
      int typeIndex = plan.module().spaces().functionTypeIndex(method.functionIndex());
      int canonical = plan.module().canonicalType(typeIndex);
      String self = methodNames.instance() + ".";
      out.line(
          javaType(Carrier.OBJECTS)
              + (" results0 = " + self + names.giveResults(canonical) + "(result0);"));
      String told = "results0.clone()";
      out.line(
          "call0.after("
              + (ApiValues.haveVector(type.results()) ? joined("results", told) : told)
              + ");");
      out.line(self + names.takeResults(canonical) + "(results0);");
      return;
    }
    List<String> values = new ArrayList<>();
    if (results.returned() != Carrier.VOID) {
      values.add("result0");
    }
    for (Further result : results.further()) {
      String variable = "result" + result.position();
      values.add(variable);
      out.line(javaType(result.carrier()) + " " + variable + " = " + field(result) + ";");
    }
    String all = String.join(", ", values);
    String told = ApiValues.haveVector(type.results()) ? joined("results", array(all)) : all;
    out.line("call0.after(" + told + ");");
    for (Further result : results.further()) {
      out.line(field(result) + " = result" + result.position() + ";");
    }
  }

  /** Returns the array of what users see of an array of carriers. */
  private String joined(String which, String carried) {
    return types.member(VectorValues.class, "join(")
        + ("function0.type()." + which + "(), " + carried + ")");
  }

  private String array(String values) {
    return "new " + types.name(Object[].class) + " {" + values + "}";
  }

  private String field(Further result) {
    return methodNames.result(result.carrier(), result.position());
  }

  private String javaType(Carrier carrier) {
    return types.name(carrier.javaType());
  }
}

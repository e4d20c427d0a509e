package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.source.body.ByteTables;
import org.wasm2java.aot.source.body.FunctionBodyWriter;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.body.MethodHome;
import org.wasm2java.aot.source.body.MethodNames;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.MethodPlan.Role;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.ops.I8x16Ops;

/** Writes functions as methods, of the module's class or of a code class. */
final class CodeClassWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final int codeClass;
  private final int partClass;
  private final MethodHome home;
  private final RuntimeTypes types;

  /**
   * A writer for a class.
   *
   * @param partClass 0 for the class of the functions themselves, else the number of one that holds
   *     parts which do not fit it
   */
  CodeClassWriter(
      JavaPlan plan, GeneratedNames names, int codeClass, int partClass, RuntimeTypes types) {
    this.partClass = partClass;
    this.plan = plan;
    this.names = names;
    this.codeClass = codeClass;
    this.home = new MethodHome(codeClass, partClass, new ByteTables());
    this.types = types;
  }

  /** Returns the code class with the methods of its functions. */
  TypeSpec write(List<FunctionPlan> functions) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(names.partClass(codeClass, partClass))
            .addModifiers(Modifier.FINAL)
            .addJavadoc(
                "Functions $L to $L.\n",
                plan.codeClasses().get(codeClass).first(),
                plan.codeClasses().get(codeClass).end() - 1)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    methods(functions).forEach(builder::addMethod);
    tables().forEach(builder::addField);
    frames(functions).forEach(builder::addType);
    return builder.build();
  }

  /** Returns the methods of functions, in order. */
  List<MethodSpec> methods(List<FunctionPlan> functions) {
    List<MethodSpec> methods = new ArrayList<>();
    for (FunctionPlan function : functions) {
      for (MethodPlan method : function.methods()) {
        if (isHere(function, method)) {
          methods.addAll(methods(function, method));
        }
      }
    }
    return methods;
  }

  /** Returns the tables that the methods written so far use. */
  List<FieldSpec> tables() {
    List<FieldSpec> fields = new ArrayList<>();
    home.tables()
        .fields()
        .forEach(
            (entries, name) ->
                fields.add(
                    FieldSpec.builder(byte[].class, name)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                            "$L($L)",
                            types.member(I8x16Ops.class, "table"),
                            JavaLiterals.string(entries))
                        .build()));
    return fields;
  }

  private boolean isHere(FunctionPlan function, MethodPlan method) {
    return plan.singleClass() || function.partClass(method.part()) == partClass;
  }

  private List<MethodSpec> methods(FunctionPlan function, MethodPlan method) {
    List<MethodSpec> all = new ArrayList<>();
    if (method.role() == Role.INSIDE) {
      int functionIndex = method.functionIndex();
      boolean leaves = plan.tailCalls().leaves(functionIndex);
      if (leaves) {
        all.add(around(function, method));
      }
      if (plan.listened().contains(functionIndex)) {
        all.add(telling(function, method, leaves));
      }
    }
    all.add(method(function, method));
    return all;
  }

  /** Returns the method that calls the function's body and makes the tail calls it leaves by. */
  private MethodSpec around(FunctionPlan function, MethodPlan method) {
    MethodNames methodNames = new MethodNames(names, plan, home, function);
    int functionIndex = method.functionIndex();
    MethodSpec.Builder builder = signature(method, methodNames, names.function(functionIndex));
    builder.addJavadoc("$L\n", comment(functionIndex));
    String body = names.toldBody(functionIndex);
    List<String> arguments = new ArrayList<>();
    if (!plan.singleClass()) {
      arguments.add("self");
    }
    method.parameters().forEach(parameter -> arguments.add(methodNames.local(parameter)));
    String call = body + "(" + String.join(", ", arguments) + ")";
    TailWriter tails = new TailWriter(names, method.returned(), "result0", "null");
    builder.addCode(tails.body(methodNames.instance(), call));
    if (method.returned() != Carrier.VOID) {
      builder.addStatement("return result0");
    }
    return builder.build();
  }

  /** Returns the method that tells the listener and calls the function's body, its part 0. */
  private MethodSpec telling(FunctionPlan function, MethodPlan method, boolean leaves) {
    MethodNames methodNames = new MethodNames(names, plan, home, function);
    int functionIndex = method.functionIndex();
    String name = leaves ? names.toldBody(functionIndex) : names.function(functionIndex);
    MethodSpec.Builder builder = signature(method, methodNames, name);
    builder.addJavadoc("$L\n", comment(functionIndex));
    String text = new ListenedFunctionWriter(plan, names, methodNames, method, types).write();
    return builder.addCode("$L", text).build();
  }

  private MethodSpec method(FunctionPlan function, MethodPlan method) {
    MethodNames methodNames = new MethodNames(names, plan, home, function);
    boolean part = method.role() != Role.FUNCTION;
    int functionIndex = method.functionIndex();
    String name = part ? names.part(functionIndex, method.part()) : names.function(functionIndex);
    MethodSpec.Builder builder = signature(method, methodNames, name);
    if (part) {
      boolean called = method.part() == 0 && plan.tailCalls().leaves(functionIndex);
      if (!called && (plan.singleClass() || function.lastPartClass() == 0)) {
        builder.addModifiers(Modifier.PRIVATE);
      }
    } else {
      builder.addJavadoc("$L\n", comment(functionIndex));
    }
    return builder.addCode("$L", FunctionBodyWriter.write(method, methodNames, types)).build();
  }

  private MethodSpec.Builder signature(MethodPlan method, MethodNames methodNames, String name) {
    MethodSpec.Builder builder =
        MethodSpec.methodBuilder(name).returns(Signatures.type(method.returned()));
    if (!plan.singleClass()) {
      builder.addModifiers(Modifier.STATIC);
      builder.addParameter(ClassName.get(plan.packageName(), plan.simpleName()), "self");
    }
    if (method.role() == Role.PART && method.hasActivation()) {
      builder.addParameter(frameType(method.functionIndex()), "frame");
    }
    for (Local parameter : method.parameters().subList(0, method.registers())) {
      builder.addParameter(
          ParameterSpec.builder(Signatures.type(parameter.carrier()), methodNames.local(parameter))
              .build());
    }
    return builder;
  }

  private ClassName frameType(int functionIndex) {
    String owner = plan.singleClass() ? plan.simpleName() : names.codeClass(codeClass);
    return ClassName.get(plan.packageName(), owner, GeneratedNames.frameClass(functionIndex));
  }

  /** Returns the classes of the frames that functions have. */
  List<TypeSpec> frames(List<FunctionPlan> functions) {
    List<TypeSpec> frames = new ArrayList<>();
    for (FunctionPlan function : functions) {
      if (!function.activation().isEmpty() && partClass == 0) {
        TypeSpec.Builder frame =
            TypeSpec.classBuilder(GeneratedNames.frameClass(function.functionIndex()))
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                    "What the methods of $L share in one activation.\n",
                    names.function(function.functionIndex()));
        for (Local local : function.activation()) {
          frame.addField(Signatures.type(local.carrier()), MethodNames.frameField(local));
        }
        frames.add(frame.build());
      }
    }
    return frames;
  }

  private String comment(int functionIndex) {
    FunctionType type = plan.module().spaces().functionType(functionIndex);
    String name =
        plan.module()
            .decoded()
            .names()
            .functionName(functionIndex)
            .map(given -> " $" + Signatures.comment(given))
            .orElse("");
    return "func["
        + functionIndex
        + "]"
        + name
        + " "
        + Signatures.comment(type.text())
        + ", offset 0x"
        + Integer.toHexString(plan.module().spaces().function(functionIndex).offset())
        + ".";
  }
}

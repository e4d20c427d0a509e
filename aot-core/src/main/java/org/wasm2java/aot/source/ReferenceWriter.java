package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.ReferenceGroups;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.generated.TailCall;

/** Writes the classes of functions as values, and the factory that makes them. */
final class ReferenceWriter {
  private static final String NO_REFERENCE = "the function is not used as a value";

  private final JavaPlan plan;
  private final int mostCases;
  private final GeneratedNames names;
  private final ClassName main;

  ReferenceWriter(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.mostCases = plan.limits().methodCases();
    this.names = names;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
  }

  /** Returns the factory and all classes of functions. */
  List<TypeSpec> write(List<ReferenceGroups.Group> groups) {
    List<TypeSpec> classes = new ArrayList<>();
    SortedMap<Integer, ClassName> classOf = new TreeMap<>();
    for (ReferenceGroups.Group group : groups) {
      ClassName name =
          ClassName.get(plan.packageName(), names.referenceClass(group.functions().get(0)));
      group.functions().forEach(function -> classOf.put(function, name));
      classes.add(group(name, group));
    }
    factories(classOf, classes);
    return classes;
  }

  private TypeSpec group(ClassName name, ReferenceGroups.Group group) {
    FunctionType type = plan.module().spaces().functionTypeAt(group.canonicalType());
    MethodSpec.Builder invoke =
        MethodSpec.methodBuilder("invoke")
            .addAnnotation(Override.class)
            .returns(Signatures.type(JavaSignature.of(type).returned()))
            .addParameters(Signatures.parameters(JavaSignature.of(type)));
    boolean isVoid = type.results().isEmpty();
    each(group, invoke, isVoid, function -> invoke(invoke, type, function));
    TypeSpec.Builder builder = TypeSpec.classBuilder(name);
    if (group.functions().stream().anyMatch(plan.tailCalls()::mayGoOn)) {
      MethodSpec.Builder tail =
          MethodSpec.methodBuilder("invokeTail")
              .addAnnotation(Override.class)
              .returns(Signatures.type(JavaSignature.of(type).returned()))
              .addParameter(TailCall.class, "call")
              .addParameters(Signatures.parameters(JavaSignature.of(type)));
      each(group, tail, isVoid, function -> invokeTail(tail, type, function));
      builder.addMethod(tail.build());
    }
    boolean called = plan.tailCalls().types().contains(group.canonicalType());
    return builder
        .addModifiers(Modifier.FINAL)
        .superclass(ClassName.get(plan.packageName(), names.typeClass(group.canonicalType())))
        .addField(main, "self", Modifier.PRIVATE, Modifier.FINAL)
        .addField(TypeName.INT, "function", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(main, "self")
                .addParameter(TypeName.INT, "function")
                .addCode(called ? "super(self, function + 1);\n" : "")
                .addStatement("this.self = self")
                .addStatement("this.function = function")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("owner")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(main)
                .addStatement("return self")
                .build())
        .addMethod(
            MethodSpec.methodBuilder("index")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.INT)
                .addStatement("return function")
                .build())
        .addMethod(invoke.build())
        .build();
  }

  /** Adds the statements for each function of a group to its method. */
  private static void each(
      ReferenceGroups.Group group,
      MethodSpec.Builder method,
      boolean isVoid,
      IntConsumer statements) {
    if (group.functions().size() == 1) {
      statements.accept(group.functions().get(0));
      return;
    }
    method.beginControlFlow("switch (function)");
    for (int function : group.functions()) {
      method.beginControlFlow("case $L:", function);
      statements.accept(function);
      if (isVoid) {
        method.addStatement("return");
      }
      method.endControlFlow();
    }
    method.addCode("default:\n");
    method.addStatement("throw new $T()", IllegalStateException.class).endControlFlow();
  }

  /** A body is called so that what follows it is left to the caller if that is of others. */
  private void invokeTail(MethodSpec.Builder method, FunctionType type, int function) {
    if (!plan.tailCalls().mayGoOn(function)) {
      invoke(method, type, function);
      return;
    }
    JavaSignature signature = JavaSignature.of(type);
    ResultShape results = signature.results();
    method.addCode(
        plan.tailCalls().leaves(function)
            ? tails(signature).body("self", tailCallee(signature, function))
            : tails(signature).fromStart("self", function, signature));
    if (results instanceof ResultShape.Array) {
      method.addCode(array(function));
    } else {
      method.addCode(fields(results));
    }
    if (!(results instanceof ResultShape.None)) {
      method.addStatement("return result");
    }
  }

  private TailWriter tails(JavaSignature signature) {
    return new TailWriter(names, signature.returned(), "result", "call");
  }

  private String tailCallee(JavaSignature signature, int function) {
    return names.tailCallee(function).call("self", "", Signatures.arguments(signature));
  }

  private void invoke(MethodSpec.Builder method, FunctionType type, int function) {
    String arguments = Signatures.arguments(JavaSignature.of(type));
    String call = names.callee(function).call("self", "", arguments);
    ResultShape results = JavaSignature.of(type).results();
    method.addCode(
        results
            .fold(
                () -> CodeBlock.builder().addStatement("$L", call),
                carrier -> CodeBlock.builder().addStatement("return $L", call),
                carriers -> result(results, call, fields(results)),
                carriers -> result(results, call, array(function)))
            .build());
  }

  private static CodeBlock.Builder result(ResultShape results, String call, CodeBlock further) {
    return CodeBlock.builder()
        .addStatement("$T result = $L", Signatures.type(results.returned()), call)
        .add(further)
        .addStatement("return result");
  }

  private CodeBlock fields(ResultShape results) {
    CodeBlock.Builder statements = CodeBlock.builder();
    for (Further result : results.further()) {
      String field = names.resultField(result.carrier(), result.position());
      statements.addStatement("result$L = self.$L", result.position(), field);
    }
    return statements.build();
  }

  private CodeBlock array(int function) {
    int typeIndex = plan.module().spaces().functionTypeIndex(function);
    String give = names.giveResults(plan.module().canonicalType(typeIndex));
    return CodeBlock.builder().addStatement("results = self.$L(result)", give).build();
  }

  /** Adds the factory, and others that it calls where there are more classes than it can name. */
  private void factories(SortedMap<Integer, ClassName> classOf, List<TypeSpec> classes) {
    int most = plan.limits().references();
    boolean whole = new HashSet<>(classOf.values()).size() <= most;
    int partsPerClass = Math.max(1, most / mostCases);
    List<TypeSpec.Builder> factories = new ArrayList<>(List.of(factory("")));
    List<Integer> functions = new ArrayList<>(classOf.keySet());
    SortedMap<Integer, String> makers = new TreeMap<>();
    for (int start = 0; start < functions.size(); start += mostCases) {
      List<Integer> part = functions.subList(start, Math.min(start + mostCases, functions.size()));
      int number = start / mostCases;
      String name = functions.size() <= mostCases && whole ? "create" : "create" + number;
      String owner = "";
      if (!whole) {
        String suffix = Integer.toString(1 + number / partsPerClass);
        owner = names.referenceFactory() + suffix + ".";
        if (number % partsPerClass == 0) {
          factories.add(factory(suffix));
        }
      }
      makers.put(part.get(part.size() - 1), owner + name);
      factories.get(factories.size() - 1).addMethod(createPart(name, part, classOf));
    }
    String prefix = "choose";
    while (makers.size() > mostCases) {
      makers = choosers(factories.get(0), prefix, makers);
      prefix += "s";
    }
    if (makers.size() != 1 || !makers.containsValue("create")) {
      factories.get(0).addMethod(chooser("create", makers));
    }
    factories.forEach(factory -> classes.add(factory.build()));
  }

  private TypeSpec.Builder factory(String suffix) {
    return TypeSpec.classBuilder(names.referenceFactory() + suffix)
        .addModifiers(Modifier.FINAL)
        .addJavadoc("Makes the functions that are used as values.\n")
        .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  /** Adds methods that choose among many others; returns them by their highest index. */
  private SortedMap<Integer, String> choosers(
      TypeSpec.Builder builder, String prefix, SortedMap<Integer, String> makers) {
    SortedMap<Integer, String> choosers = new TreeMap<>();
    SortedMap<Integer, String> some = new TreeMap<>();
    for (var maker : makers.entrySet()) {
      some.put(maker.getKey(), maker.getValue());
      if (some.size() == mostCases || maker.getKey().equals(makers.lastKey())) {
        String name = prefix + choosers.size();
        choosers.put(maker.getKey(), name);
        builder.addMethod(chooser(name, some));
        some.clear();
      }
    }
    return choosers;
  }

  /** The method that calls the first maker whose highest index is not below the index. */
  private MethodSpec chooser(String name, SortedMap<Integer, String> makers) {
    MethodSpec.Builder create = creator(name);
    for (var maker : makers.entrySet()) {
      boolean last = maker.getKey().equals(makers.lastKey());
      if (!last) {
        create.beginControlFlow("if (index <= $L)", maker.getKey());
      }
      create.addStatement("return $L(self, index)", maker.getValue());
      if (!last) {
        create.endControlFlow();
      }
    }
    if (makers.isEmpty()) {
      create.addStatement("throw new $T($S)", IllegalArgumentException.class, NO_REFERENCE);
    }
    return create.build();
  }

  private MethodSpec createPart(
      String name, List<Integer> functions, SortedMap<Integer, ClassName> classOf) {
    MethodSpec.Builder method = creator(name).beginControlFlow("switch (index)");
    for (int function : functions) {
      method.addCode("case $L:\n", function);
      method.addStatement("$>return new $T(self, index)$<", classOf.get(function));
    }
    return method
        .addCode("default:\n")
        .addStatement("$>throw new $T($S)$<", IllegalArgumentException.class, NO_REFERENCE)
        .endControlFlow()
        .build();
  }

  private MethodSpec.Builder creator(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(WasmFunction.class)
        .addParameter(main, "self")
        .addParameter(TypeName.INT, "index");
  }

  /** Returns the canonical types that need a class. */
  static SortedSet<Integer> types(List<ReferenceGroups.Group> groups, SortedSet<Integer> others) {
    groups.forEach(group -> others.add(group.canonicalType()));
    return others;
  }
}

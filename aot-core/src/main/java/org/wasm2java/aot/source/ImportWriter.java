package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carriers;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.split.ImportedModule;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.Boundary;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Memory;

/**
 * Writes what stands for imported functions: an interface per import module that users can
 * implement, the holder that takes such implementations, and one that resolves from the store.
 */
final class ImportWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final ImportNames imports;
  private final ResultRecords results;
  private final ClassName main;

  ImportWriter(JavaPlan plan, GeneratedNames names, ImportNames imports, ResultRecords results) {
    this.plan = plan;
    this.names = names;
    this.imports = imports;
    this.results = results;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
  }

  private FunctionType type(ImportedFunction function) {
    return plan.module().spaces().functionTypeAt(function.typeIndex());
  }

  /** Adds everything to the module's class. */
  void addTo(TypeSpec.Builder builder) {
    for (ImportedModule module : plan.imports()) {
      builder.addType(interfaceOf(module));
      builder.addType(linked(module));
      builder.addField(
          FieldSpec.builder(
                  main.nestedClass(imports.interfaceName(module)),
                  imports.field(module),
                  Modifier.PRIVATE,
                  Modifier.FINAL)
              .build());
      for (ImportedFunction function : module.functions()) {
        for (int functionIndex : function.functionIndices()) {
          builder.addMethod(entry(module, function, functionIndex));
        }
      }
    }
    if (!plan.imports().isEmpty()) {
      builder.addType(holder());
    }
  }

  private TypeSpec interfaceOf(ImportedModule module) {
    TypeSpec.Builder builder =
        TypeSpec.interfaceBuilder(imports.interfaceName(module))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(
                "The functions that are imported from module $L.\n",
                Signatures.comment(module.name()));
    for (ImportedFunction function : module.functions()) {
      FunctionType type = type(function);
      builder.addMethod(
          MethodSpec.methodBuilder(imports.method(function))
              .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
              .addJavadoc(
                  "Import $L, $L.\n",
                  Signatures.comment(function.field()),
                  Signatures.comment(type.text()))
              .returns(results.of(type))
              .addParameters(Signatures.parameters(type))
              .build());
    }
    return builder.build();
  }

  /** The implementation that calls a host module the translator knows, or what the store has. */
  private TypeSpec linked(ImportedModule module) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(Linker.class, "linker")
            .addParameter(main, "self");
    TypeSpec.Builder builder =
        TypeSpec.classBuilder("Linked" + imports.interfaceName(module))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(main.nestedClass(imports.interfaceName(module)));
    if (usesHost(module)) {
      Class<?> host = module.hostClass().orElseThrow();
      builder.addField(host, "host", Modifier.PRIVATE, Modifier.FINAL);
      builder.addField(main, "self", Modifier.PRIVATE, Modifier.FINAL);
      constructor
          .addStatement("this.self = self")
          .addStatement("$T found = linker.hostModule($S)", HostModule.class, module.name())
          .addStatement("host = found instanceof $T known ? known : null", host);
    }
    for (int i = 0; i < module.functions().size(); i++) {
      ImportedFunction function = module.functions().get(i);
      ClassName typeClass =
          ClassName.get(plan.packageName(), names.typeClass(function.typeIndex()));
      builder.addField(typeClass, "function" + i, Modifier.PRIVATE, Modifier.FINAL);
      CodeBlock guard =
          function.hostMethod().isEmpty()
              ? CodeBlock.of("")
              : CodeBlock.of(
                  "host != null && !linker.replaces($S, $S) ? null : ",
                  module.name(),
                  function.field());
      constructor.addStatement(
          "function$L = $L$T.linked(linker.function($S, $S, $T.TYPE))",
          i,
          guard,
          typeClass,
          module.name(),
          function.field(),
          typeClass);
      builder.addMethod(linkedMethod(function, i));
    }
    return builder.addMethod(constructor.build()).build();
  }

  private MethodSpec linkedMethod(ImportedFunction function, int number) {
    FunctionType type = type(function);
    String arguments = Signatures.arguments(type);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(imports.method(function))
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(results.of(type))
            .addParameters(Signatures.parameters(type));
    String giveBack = type.results().isEmpty() ? "" : "return ";
    if (function.hostMethod().isPresent()) {
      method
          .beginControlFlow("if (function$L == null)", number)
          .addStatement(
              "$Lhost.$L($L$L)",
              giveBack,
              function.hostMethod().get(),
              callerMemory(),
              arguments.isEmpty() ? "" : ", " + arguments);
      if (type.results().isEmpty()) {
        method.addStatement("return");
      }
      method.endControlFlow();
    }
    method.beginControlFlow("try");
    if (type.results().size() <= 1) {
      method.addStatement("$Lfunction$L.invoke($L)", giveBack, number, arguments);
    } else if (Carriers.hasManyResults(type)) {
      method.addStatement("return function$L.invokeAll($L)", number, arguments);
    } else {
      List<String> values =
          new ArrayList<>(List.of("function" + number + ".invoke(" + arguments + ")"));
      for (int i = 1; i < type.results().size(); i++) {
        values.add("function" + number + ".result" + i);
      }
      method.addStatement("return new $T($L)", results.of(type), String.join(", ", values));
    }
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw $T.cross(e)", Boundary.class)
        .endControlFlow()
        .build();
  }

  /** A module without a memory has host functions work on an empty one. */
  private CodeBlock callerMemory() {
    return plan.module().spaces().memoryCount() > 0
        ? CodeBlock.of("self.callerMemory()")
        : CodeBlock.of("$T.create(0, 0)", Memory.class);
  }

  /** The method that code calls for an imported function. */
  private MethodSpec entry(ImportedModule module, ImportedFunction function, int functionIndex) {
    FunctionType type = type(function);
    String call =
        imports.field(module)
            + "."
            + imports.method(function)
            + "("
            + Signatures.arguments(type)
            + ")";
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.function(functionIndex))
            .addJavadoc(
                "func[$L], import $L.$L, $L.\n",
                functionIndex,
                Signatures.comment(module.name()),
                Signatures.comment(function.field()),
                Signatures.comment(type.text()))
            .returns(Signatures.firstResult(type))
            .addParameters(Signatures.parameters(type))
            .beginControlFlow("try");
    if (type.results().size() <= 1) {
      method.addStatement("$L$L", type.results().isEmpty() ? "" : "return ", call);
    } else if (Carriers.hasManyResults(type)) {
      method
          .addStatement("$T results = $L", Object[].class, call)
          .addStatement("$L(results)", names.takeResults(function.typeIndex()))
          .addStatement("return ($T) results[0]", Signatures.firstResult(type));
    } else {
      method.addStatement("$T results = $L", results.of(type), call);
      for (int i = 1; i < type.results().size(); i++) {
        Kind kind = Kind.of(type.results().get(i));
        method.addStatement("$L = results.value$L()", names.resultField(kind, i), i);
      }
      method.addStatement("return results.value0()");
    }
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw $T.enter(e)", Boundary.class)
        .endControlFlow()
        .build();
  }

  /** The fluent holder of implementations that users give. */
  private TypeSpec holder() {
    ClassName holder = main.nestedClass("Imports");
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(holder)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "Implementations of imported modules; what is not given comes from the store.\n");
    for (ImportedModule module : plan.imports()) {
      ClassName type = main.nestedClass(imports.interfaceName(module));
      builder.addField(type, imports.field(module), Modifier.PRIVATE);
      builder.addMethod(
          MethodSpec.methodBuilder(imports.setter(module))
              .addModifiers(Modifier.PUBLIC)
              .addJavadoc("Gives the functions of module $L.\n", Signatures.comment(module.name()))
              .returns(holder)
              .addParameter(ParameterSpec.builder(type, "implementation").build())
              .addStatement("$L = implementation", imports.field(module))
              .addStatement("return this")
              .build());
    }
    MethodSpec.Builder copy =
        MethodSpec.methodBuilder("copy")
            .addModifiers(Modifier.PRIVATE)
            .returns(holder)
            .addStatement("$T copy = new $T()", holder, holder);
    for (ImportedModule module : plan.imports()) {
      copy.addStatement("copy.$L = $L", imports.field(module), imports.field(module));
    }
    builder.addMethod(copy.addStatement("return copy").build());
    return builder.build();
  }

  private static boolean usesHost(ImportedModule module) {
    return module.functions().stream().anyMatch(function -> function.hostMethod().isPresent());
  }

  /** Statements of the instance's constructor that take or resolve the imported modules. */
  void link(MethodSpec.Builder constructor) {
    for (ImportedModule module : plan.imports()) {
      String field = imports.field(module);
      constructor.addStatement(
          "$L = imports.$L != null ? imports.$L : new $L(linker, this)",
          field,
          field,
          field,
          "Linked" + imports.interfaceName(module));
    }
  }
}

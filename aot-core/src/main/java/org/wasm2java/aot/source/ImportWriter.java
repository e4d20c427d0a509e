package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.ResultShape;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.name.ApiValues;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.ImportNames;
import org.wasm2java.aot.source.name.NestedClass;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.ImportedModule;
import org.wasm2java.aot.split.ImportedModule.ImportedFunction;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.generated.Boundary;

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

  private ClassName owner(ImportedModule module) {
    return owner(plan, names, module);
  }

  /** Returns the class in which what stands for an imported module is nested. */
  static ClassName owner(JavaPlan plan, GeneratedNames names, ImportedModule module) {
    int number = module.importClass();
    String name = number == 0 ? plan.simpleName() : names.importClass(number);
    return ClassName.get(plan.packageName(), name);
  }

  private ClassName interfaceName(ImportedModule module) {
    return owner(module).nestedClass(imports.interfaceName(module));
  }

  private ClassName linkedName(ImportedModule module) {
    return owner(module).nestedClass(imports.linkedClass(module));
  }

  /** Adds everything to the module's class that belongs there. */
  void addTo(TypeSpec.Builder builder) {
    for (ImportedModule module : plan.imports()) {
      builder.addField(interfaceName(module), imports.field(module));
      if (module.importClass() == 0) {
        addFunctions(builder, module);
      }
    }
    if (!plan.imports().isEmpty()) {
      builder.addType(holder());
    }
  }

  /** Returns the classes of imports that do not fit the module's class. */
  List<TypeSpec> classes() {
    List<TypeSpec> classes = new ArrayList<>();
    for (ImportedModule module : plan.imports()) {
      if (module.importClass() > 0) {
        TypeSpec.Builder builder =
            TypeSpec.classBuilder(owner(module))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Further functions that are imported.\n")
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        addFunctions(builder, module);
        classes.add(builder.build());
      }
    }
    return classes;
  }

  private void addFunctions(TypeSpec.Builder builder, ImportedModule module) {
    builder.addType(interfaceOf(module));
    builder.addType(linked(module));
    for (ImportedFunction function : module.functions()) {
      for (int functionIndex : function.functionIndices()) {
        builder.addMethod(entry(module, function, functionIndex));
      }
    }
  }

  private TypeSpec interfaceOf(ImportedModule module) {
    TypeSpec.Builder builder =
        TypeSpec.interfaceBuilder(imports.interfaceName(module))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("The functions that are imported from $L.\n", modules(module));
    for (ImportedFunction function : module.functions()) {
      FunctionType type = type(function);
      builder.addMethod(
          MethodSpec.methodBuilder(imports.method(function))
              .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
              .addJavadoc(
                  "Import $L, $L.\n",
                  Signatures.comment(
                      (module.names().size() == 1 ? "" : function.module() + ".")
                          + function.field()),
                  Signatures.comment(type.text()))
              .returns(results.of(type))
              .addParameters(ApiValues.parameters(type))
              .build());
    }
    return builder.build();
  }

  private static String modules(ImportedModule module) {
    String first = Signatures.comment(module.names().get(0));
    int others = module.names().size() - 1;
    return others == 0 ? "module " + first : "module " + first + " and " + others + " others";
  }

  /** The implementation that calls a host module the translator knows, or what the store has. */
  private TypeSpec linked(ImportedModule module) {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameter(Linker.class, "linker")
            .addParameter(main, "self");
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(linkedName(module))
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(interfaceName(module));
    if (usesHost(module)) {
      Class<?> host = module.hostClass().orElseThrow();
      builder.addField(host, "host", Modifier.PRIVATE, Modifier.FINAL);
      builder.addField(main, "self", Modifier.PRIVATE, Modifier.FINAL);
      constructor
          .addStatement("this.self = self")
          .addStatement(
              "$T found = linker.hostModule($L)",
              HostModule.class,
              JavaLiterals.string(module.names().get(0)))
          .addStatement("host = found instanceof $T known ? known : null", host);
    }
    for (int i = 0; i < module.functions().size(); i++) {
      ImportedFunction function = module.functions().get(i);
      builder.addField(typeClass(function), "function" + i, functionAccess());
      builder.addMethod(linkedMethod(function, i));
    }
    linkFunctions(constructor, module).forEach(builder::addMethod);
    return builder.addMethod(constructor.build()).build();
  }

  /** Tail calls look at what has been linked. */
  private Modifier[] functionAccess() {
    return plan.tailCalls().any() ? new Modifier[0] : new Modifier[] {Modifier.PRIVATE};
  }

  private ClassName typeClass(ImportedFunction function) {
    return ClassName.get(plan.packageName(), names.typeClass(function.typeIndex()));
  }

  /** Adds statements to the constructor, or calls of the returned methods that have them. */
  private List<MethodSpec> linkFunctions(MethodSpec.Builder constructor, ImportedModule module) {
    List<CodeBlock> statements = new ArrayList<>();
    for (int i = 0; i < module.functions().size(); i++) {
      statements.add(linkFunction(module.functions().get(i), i));
    }
    int most = plan.limits().methodStatements();
    if (statements.size() <= most) {
      statements.forEach(constructor::addStatement);
      return List.of();
    }
    List<MethodSpec> methods = new ArrayList<>();
    for (int start = 0; start < statements.size(); start += most) {
      String name = "link" + SetupWriter.PIECE + methods.size();
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(name)
              .addModifiers(Modifier.PRIVATE)
              .addParameter(Linker.class, "linker");
      statements
          .subList(start, Math.min(start + most, statements.size()))
          .forEach(method::addStatement);
      constructor.addStatement("$L(linker)", name);
      methods.add(method.build());
    }
    return methods;
  }

  private CodeBlock linkFunction(ImportedFunction function, int number) {
    String name =
        JavaLiterals.string(function.module()) + ", " + JavaLiterals.string(function.field());
    String guard =
        function.hostMethod().isEmpty()
            ? ""
            : "host != null && !linker.replaces(" + name + ") ? null : ";
    ClassName type = typeClass(function);
    return CodeBlock.of(
        "function$L = $L$T.linked(linker.function($L, $T.TYPE))", number, guard, type, name, type);
  }

  private MethodSpec linkedMethod(ImportedFunction function, int number) {
    FunctionType type = type(function);
    JavaSignature signature = JavaSignature.of(type);
    CodeBlock arguments = ApiValues.passed(type);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(imports.method(function))
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(results.of(type))
            .addParameters(ApiValues.parameters(type));
    boolean gives = signature.returned() != Carrier.VOID;
    String giveBack = gives ? "return " : "";
    if (function.hostMethod().isPresent()) {
      method
          .beginControlFlow("if (function$L == null)", number)
          .addStatement(
              "$Lhost.$L($L$L)",
              giveBack,
              function.hostMethod().get(),
              callerMemory(),
              arguments.isEmpty() ? arguments : CodeBlock.of(", $L", arguments));
      if (!gives) {
        method.addStatement("return");
      }
      method.endControlFlow();
    }
    method.beginControlFlow("try");
    CodeBlock invoke = CodeBlock.of("function$L.invoke($L)", number, arguments);
    method.addStatement(
        signature
            .results()
            .fold(
                () -> CodeBlock.of("$L", invoke),
                carrier -> CodeBlock.of("return $L", invoke),
                carriers -> linkedRecord(type, number, invoke),
                carriers -> linkedArray(type, number, arguments)));
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw $T.cross(e)", Boundary.class)
        .endControlFlow()
        .build();
  }

  private CodeBlock linkedRecord(FunctionType type, int number, CodeBlock invoke) {
    List<CodeBlock> carried = new ArrayList<>(List.of(invoke));
    for (Further result : JavaSignature.of(type).results().further()) {
      carried.add(CodeBlock.of("function$L.result$L", number, result.position()));
    }
    return ResultRecords.returned(results.of(type), type, carried);
  }

  private static CodeBlock linkedArray(FunctionType type, int number, CodeBlock arguments) {
    CodeBlock all = CodeBlock.of("function$L.invokeAll($L)", number, arguments);
    return CodeBlock.of("return $L", ApiValues.join(type.results(), all));
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
    JavaSignature signature = JavaSignature.of(type);
    String instance = module.importClass() == 0 ? "" : "self.";
    CodeBlock call =
        CodeBlock.of(
            "$L$L.$L($L)",
            instance,
            imports.field(module),
            imports.method(function),
            ApiValues.given(type));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.function(functionIndex))
            .addJavadoc(
                "func[$L], import $L.$L, $L.\n",
                functionIndex,
                Signatures.comment(function.module()),
                Signatures.comment(function.field()),
                Signatures.comment(type.text()))
            .returns(Signatures.type(signature.returned()));
    if (module.importClass() > 0) {
      method.addModifiers(Modifier.STATIC).addParameter(main, "self");
    }
    method.addParameters(Signatures.parameters(signature)).beginControlFlow("try");
    method.addCode(received(function, instance, call));
    boolean handles = plan.usage().handlesExceptions();
    return method
        .nextControlFlow("catch ($T | $T e)", thrown(), StackOverflowError.class)
        .addStatement("throw $T.$L(e)", Boundary.class, handles ? "foreign" : "enter")
        .endControlFlow()
        .build();
  }

  /** A module that handles exceptions sees those of the host, checked or not. */
  private Class<?> thrown() {
    return plan.usage().handlesExceptions() ? Exception.class : RuntimeException.class;
  }

  /** The statements that take the results of an imported function and return the first. */
  private CodeBlock received(ImportedFunction function, String instance, CodeBlock call) {
    FunctionType type = type(function);
    ResultShape shape = JavaSignature.of(type).results();
    CodeBlock.Builder statements = CodeBlock.builder();
    return shape
        .fold(
            () -> statements.addStatement("$L", call),
            carrier -> statements.addStatement("return $L", call),
            carriers -> {
              statements.addStatement("$T results = $L", results.of(type), call);
              List<CodeBlock> carried = carried(type);
              for (Further result : shape.further()) {
                String field = names.resultField(result.carrier(), result.position());
                statements.addStatement(
                    "$L$L = $L", instance, field, carried.get(result.position()));
              }
              return statements.addStatement("return $L", carried.get(0));
            },
            carriers -> {
              String take = names.takeResults(function.typeIndex());
              return statements
                  .addStatement(
                      "$T results = $L",
                      Object[].class,
                      ApiValues.split(type.results(), call.toString()))
                  .addStatement("$L$L(results)", instance, take)
                  .addStatement("return $L", Signatures.unboxed(carriers.get(0), "results[0]"));
            })
        .build();
  }

  /** Returns the carriers of the results that a user's record, or vector, has. */
  private static List<CodeBlock> carried(FunctionType type) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < type.results().size(); i++) {
      values.add(type.results().size() == 1 ? "results" : "results.value" + i + "()");
    }
    return ApiValues.carried(type.results(), values);
  }

  /** The fluent holder of implementations that users give. */
  private TypeSpec holder() {
    ClassName holder = NestedClass.IMPORTS.in(main);
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(holder)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc(
                "Implementations of imported modules; what is not given comes from the store.\n");
    for (ImportedModule module : plan.imports()) {
      ClassName type = interfaceName(module);
      builder.addField(type, imports.field(module));
      builder.addMethod(
          MethodSpec.methodBuilder(imports.setter(module))
              .addModifiers(Modifier.PUBLIC)
              .addJavadoc("Gives the functions of $L.\n", modules(module))
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

  /** Returns what an instance's constructor does to take or resolve the imported modules. */
  List<Setup.Statement> link() {
    List<Setup.Statement> statements = new ArrayList<>();
    for (ImportedModule module : plan.imports()) {
      String field = imports.field(module);
      boolean inMain = module.importClass() == 0 && !plan.setupApart();
      String owner = inMain ? "" : owner(module).simpleName() + ".";
      String linked = owner + linkedName(module).simpleName();
      statements.add(
          place -> {
            String given = place.names().member("imports") + "." + field;
            return place.names().member(field)
                + (" = " + given + " != null ? " + given)
                + (" : new " + linked + "(linker, " + place.names().instance() + ")");
          });
    }
    return statements;
  }
}

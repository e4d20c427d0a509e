package org.wasm2java.aot.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.DataSegments;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.RuntimeAbi;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFrames;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.wasi.WasiCommand;

/** Writes the module's class: its state, its instantiation, its imports and its exports. */
final class MainClassWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final ClassName main;
  private final ResultRecords results;
  private final ImportWriter imports;
  private final ExportWriter exports;
  private final InstantiationWriter instantiation;
  private final IndexSpaces spaces;

  private final RuntimeTypes types;

  MainClassWriter(
      JavaPlan plan, GeneratedNames names, InstantiationWriter instantiation, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.types = types;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
    this.results = new ResultRecords(main);
    this.imports = new ImportWriter(plan, names, new ImportNames(plan), results);
    this.exports = new ExportWriter(plan, names, results, types);
    this.instantiation = instantiation;
    this.spaces = plan.module().spaces();
  }

  /**
   * Returns the class.
   *
   * @param functions the methods of its functions and the classes of their frames, if it holds them
   */
  TypeSpec write(List<MethodSpec> functions, List<TypeSpec> frames, int dataLength) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(main)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(Instance.class)
            .addJavadoc("$L", description())
            .addStaticBlock(
                CodeBlock.builder()
                    .addStatement(
                        "$T.require($L, $S)",
                        RuntimeAbi.class,
                        RuntimeAbi.VERSION,
                        main.canonicalName())
                    .addStatement("$T.register($T.class)", WasmFrames.class, main)
                    .build());
    instantiation.fields().forEach(builder::addField);
    new ExecutionWriter(plan.instrumentation()).addTo(builder);
    if (importsFunctions()) {
      builder.addField(main.nestedClass("Imports"), "imports", Modifier.PRIVATE, Modifier.FINAL);
    }
    imports.addTo(builder);
    functionReferences(builder);
    builder.addMethod(constructor());
    new FactoryWriter(plan, main).addTo(builder);
    instantiation.methods().forEach(builder::addMethod);
    builder.addMethod(callerMemory());
    exports.addTo(builder);
    new SnapshotMethodsWriter(plan, names, types).addTo(builder);
    new DescriptorWriter(plan, names).addTo(builder);
    functions.forEach(builder::addMethod);
    frames.forEach(builder::addType);
    if (dataLength > 0) {
      builder.addType(data(dataLength));
    }
    if (Commands.startFunction(plan.module()).isPresent()) {
      builder.addMethod(mainMethod()).addType(program());
    }
    results.addTo(builder);
    new ManyResults(plan, names).addTo(builder);
    names.scratchFields().forEach((field, kind) -> builder.addField(Signatures.type(kind), field));
    return builder.build();
  }

  private String description() {
    WasmModule module = plan.module().module();
    return "WebAssembly module "
        + Signatures.comment(plan.moduleName())
        + ": "
        + spaces.functionCount()
        + " functions, "
        + module.byteSize()
        + " bytes. An instance is confined to one thread at a time.\n";
  }

  private void functionReferences(TypeSpec.Builder builder) {
    builder.addField(
        FieldSpec.builder(
                ArrayTypeName.of(WasmFunction.class), "functions", Modifier.PRIVATE, Modifier.FINAL)
            .initializer("new $T[$L]", WasmFunction.class, highestReference() + 1)
            .build());
    builder.addMethod(
        MethodSpec.methodBuilder("function")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(WasmFunction.class)
            .addParameter(TypeName.INT, "index")
            .addStatement("$T known = functions[index]", WasmFunction.class)
            .beginControlFlow("if (known == null)")
            .addStatement(
                "known = $T.create(this, index)",
                ClassName.get(plan.packageName(), names.referenceFactory()))
            .addStatement("functions[index] = known")
            .endControlFlow()
            .addStatement("return known")
            .build());
    builder.addMethod(
        MethodSpec.methodBuilder("functions")
            .addModifiers(Modifier.PRIVATE)
            .addJavadoc("Returns functions as values; -1 stands for null.\n")
            .returns(Object[].class)
            .addParameter(int[].class, "indices")
            .addStatement("$T[] values = new $T[indices.length]", Object.class, Object.class)
            .beginControlFlow("for (int i = 0; i < indices.length; i++)")
            .addStatement("values[i] = indices[i] < 0 ? null : function(indices[i])")
            .endControlFlow()
            .addStatement("return values")
            .build());
  }

  private int highestReference() {
    int highest = -1;
    for (var references : List.of(plan.usage().tableFunctions(), plan.usage().otherReferences())) {
      highest = references.isEmpty() ? highest : Math.max(highest, references.last());
    }
    return highest;
  }

  private MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Linker.class, "linker");
    if (importsFunctions()) {
      constructor.addParameter(main.nestedClass("Imports"), "imports");
    }
    constructor.addStatement("super(linker)");
    if (importsFunctions()) {
      constructor.addStatement("this.imports = imports.copy()");
    }
    imports.link(constructor);
    instantiation.construct(constructor);
    return constructor.build();
  }

  private boolean importsFunctions() {
    return !plan.imports().isEmpty();
  }

  /** The memory that host functions work on: the one exported as "memory", else the first. */
  private MethodSpec callerMemory() {
    String memory = spaces.memoryCount() > 0 ? names.memory(0) : "null";
    for (Export export : plan.module().module().exports()) {
      if (export.kind() == ExternKind.MEMORY && export.name().equals("memory")) {
        memory = names.memory(export.index());
      }
    }
    return MethodSpec.methodBuilder("callerMemory")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Memory.class)
        .addStatement("return $L", memory)
        .build();
  }

  private TypeSpec data(int dataLength) {
    return TypeSpec.classBuilder("Data")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The bytes of all data segments, read when first needed.\n")
        .addField(
            FieldSpec.builder(
                    ArrayTypeName.of(TypeName.BYTE), "BYTES", Modifier.STATIC, Modifier.FINAL)
                .initializer(
                    "$T.load($T.class, $S, $L)",
                    DataSegments.class,
                    main,
                    names.dataResource(),
                    dataLength)
                .build())
        .build();
  }

  private MethodSpec mainMethod() {
    return MethodSpec.methodBuilder("main")
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .addJavadoc("Runs the command with the arguments and streams of this process.\n")
        .addParameter(String[].class, "args")
        .addStatement("$T.main(new Program(), $S, args)", WasiCommand.class, plan.simpleName())
        .build();
  }

  private TypeSpec program() {
    return TypeSpec.classBuilder("Program")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(WasiCommand.Program.class)
        .addMethod(
            MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Store.class, "store")
                .addStatement("instantiate(store).$L()", exports.method("_start"))
                .build())
        .build();
  }
}

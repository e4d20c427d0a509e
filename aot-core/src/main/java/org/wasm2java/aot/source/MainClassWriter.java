package org.wasm2java.aot.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.ImportNames;
import org.wasm2java.aot.source.name.NestedClass;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.SnapshotReader;
import org.wasm2java.runtime.SnapshotWriter;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.frame.ModuleFrames;
import org.wasm2java.runtime.generated.DataSegments;
import org.wasm2java.runtime.generated.GeneratedInstance;
import org.wasm2java.runtime.generated.RuntimeAbi;
import org.wasm2java.wasi.WasiCommand;

/** Writes the module's class: its state, its instantiation, its imports and its exports. */
final class MainClassWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final String programName;
  private final ClassName main;
  private final ResultRecords results;
  private final ImportWriter imports;
  private final ExportWriter exports;
  private final SetupWriter setup;
  private final StateWriter state;
  private final IndexSpaces spaces;
  private final Supplier<RuntimeTypes> newTypes;
  private final List<SetupWriter.Written> further = new ArrayList<>();

  /**
   * A writer for a module.
   *
   * @param programName what a command module finds as its own name
   * @param types what the module's class imports
   * @param newTypes gives the imports of a further class
   */
  MainClassWriter(
      JavaPlan plan,
      GeneratedNames names,
      String programName,
      RuntimeTypes types,
      Supplier<RuntimeTypes> newTypes) {
    this.plan = plan;
    this.names = names;
    this.programName = programName;
    this.newTypes = newTypes;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
    this.results = new ResultRecords(plan, names);
    this.imports = new ImportWriter(plan, names, new ImportNames(plan, names), results);
    this.exports = new ExportWriter(plan, names, results, types);
    this.state = new StateWriter(plan, names);
    this.setup = new SetupWriter(plan, names, types, newTypes);
    this.spaces = plan.module().spaces();
  }

  /**
   * Returns the module's class.
   *
   * @param functions the methods of its functions, if it holds them
   * @param frames the classes of their frames
   * @param tables the tables that they use
   */
  TypeSpec write(List<MethodSpec> functions, List<TypeSpec> frames, List<FieldSpec> tables) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(main)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(GeneratedInstance.class)
            .addJavadoc("$L", description())
            .addStaticBlock(
                CodeBlock.builder()
                    .addStatement(
                        "$T.require($L, $S)",
                        RuntimeAbi.class,
                        RuntimeAbi.VERSION,
                        main.canonicalName())
                    .addStatement("$T.register($T.class)", ModuleFrames.class, main)
                    .build());
    tables.forEach(builder::addField);
    state.addTo(builder);
    new ExecutionWriter(plan.instrumentation()).addTo(builder);
    if (plan.tailCalls().any()) {
      builder.addField(TypeName.INT, GeneratedNames.TAIL);
      builder.addField(WasmFunction.class, GeneratedNames.TAIL_FUNCTION);
    }
    if (importsFunctions()) {
      builder.addField(NestedClass.IMPORTS.in(main), "imports", Modifier.FINAL);
    }
    imports.addTo(builder);
    functionReferences(builder);
    constructor().forEach(builder::addMethod);
    new FactoryWriter(plan, main).addTo(builder);
    initialize().forEach(builder::addMethod);
    builder.addMethod(callerMemory());
    if (names.aggregates().hasArrays()) {
      builder.addMethod(hasArrays());
    }
    exports.addTo(builder);
    snapshots().forEach(builder::addMethod);
    builder.addMethod(copy());
    new DescriptorWriter(plan, names).addTo(builder);
    functions.forEach(builder::addMethod);
    frames.forEach(builder::addType);
    if (plan.segments().resourceLength() > 0) {
      builder.addType(data(plan.segments().resourceLength()));
    }
    if (Commands.startFunction(plan.module()).isPresent()) {
      builder.addMethod(mainMethod()).addType(program());
    }
    writeFurther();
    results.addTo(builder);
    new ManyResults(plan, names).addTo(builder);
    names
        .scratchFields()
        .forEach((field, carrier) -> builder.addField(Signatures.type(carrier), field));
    return builder.build();
  }

  private static MethodSpec hasArrays() {
    return MethodSpec.methodBuilder("hasArrays")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(TypeName.BOOLEAN)
        .addStatement("return true")
        .build();
  }

  private String description() {
    WasmModule module = plan.module().decoded();
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
  }

  private int highestReference() {
    int highest = -1;
    for (var references : List.of(plan.usage().tableFunctions(), plan.usage().otherReferences())) {
      highest = references.isEmpty() ? highest : Math.max(highest, references.last());
    }
    return highest;
  }

  private List<MethodSpec> constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(Linker.class, "linker");
    if (importsFunctions()) {
      constructor.addParameter(NestedClass.IMPORTS.in(main), "imports");
    }
    constructor.addStatement("super(linker)");
    if (importsFunctions()) {
      constructor.addStatement("this.imports = imports.copy()");
    }
    List<Setup.Statement> statements = new ArrayList<>(imports.link());
    statements.addAll(new InstantiationStatements(plan, names).link());
    return setup.write(constructor, statements);
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED);
  }

  private List<MethodSpec> initialize() {
    return setup.write(
        overriding("initialize"), new InstantiationStatements(plan, names).initialize());
  }

  private List<MethodSpec> snapshots() {
    SnapshotStatements statements = new SnapshotStatements(plan, names);
    List<MethodSpec> methods =
        new ArrayList<>(
            setup.write(
                overriding("save").addParameter(SnapshotWriter.class, "writer"),
                statements.save()));
    methods.addAll(
        setup.write(
            overriding("load").addParameter(SnapshotReader.class, "reader"), statements.load()));
    return methods;
  }

  private MethodSpec copy() {
    return MethodSpec.methodBuilder("copy")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(main)
        .addStatement("$1T linker = $1T.forCopyOf(this)", Linker.class)
        .addStatement(
            "return linker.copied(new $T(linker$L), this)",
            main,
            importsFunctions() ? ", imports" : "")
        .build();
  }

  /** Writes the classes that take what does not fit the module's class. */
  private void writeFurther() {
    further.addAll(setup.classes());
    further.addAll(exports.classes(newTypes));
    further.addAll(new ExportLookupWriter(plan, names).classes(newTypes));
    List<TypeSpec> plain = new ArrayList<>(state.classes());
    plain.addAll(imports.classes());
    plain.addAll(results.classes());
    plain.forEach(type -> further.add(new SetupWriter.Written(type, newTypes.get())));
  }

  /** Returns the classes that take what does not fit the module's class, when that is written. */
  List<SetupWriter.Written> further() {
    return further;
  }

  private boolean importsFunctions() {
    return !plan.imports().isEmpty();
  }

  /** The memory that host functions work on: the one exported as "memory", else the first. */
  private MethodSpec callerMemory() {
    String memory = spaces.memoryCount() > 0 ? names.memory(0) : "null";
    for (Export export : plan.module().decoded().exports()) {
      if (export.kind() == ExternKind.MEMORY && export.name().equals("memory")) {
        memory = names.memory(export.index());
      }
    }
    return MethodSpec.methodBuilder("callerMemory")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Memory.class)
        .addStatement("return $L", memory)
        .build();
  }

  private TypeSpec data(int dataLength) {
    return TypeSpec.classBuilder(NestedClass.DATA.in(main))
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("The contents of all segments, read when first needed.\n")
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
        .addStatement(
            "$T.main(new $T(), $S, args)",
            WasiCommand.class,
            NestedClass.PROGRAM.in(main),
            programName)
        .build();
  }

  private TypeSpec program() {
    return TypeSpec.classBuilder(NestedClass.PROGRAM.in(main))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .superclass(WasiCommand.Program.class)
        .addMethod(
            MethodSpec.methodBuilder("run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Store.class, "store")
                .addStatement(
                    "instantiate(store.namespace(), config()).$L()", exports.method("_start"))
                .build())
        .build();
  }
}

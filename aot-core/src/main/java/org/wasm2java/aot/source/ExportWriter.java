package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.ResultShape.Further;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.source.name.ApiValues;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.JavaNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.Extern;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Tag;
import org.wasm2java.runtime.generated.GeneratedInstance;
import org.wasm2java.runtime.internal.ShownText;

/** Writes exports: a typed method each, and the dynamic look-up by name. */
final class ExportWriter {
  /** Methods that every generated class has beside those of its superclass. */
  private static final Set<String> GENERATED = Set.of("descriptor", "instantiate", "main");

  /** The methods by which classes of further exports enter and leave; no export has these names. */
  private static final String ENTER = "enter" + SetupWriter.PIECE;

  private static final String LEFT = "left" + SetupWriter.PIECE;

  private final JavaPlan plan;
  private final GeneratedNames names;
  private final ResultRecords results;
  private final RuntimeTypes types;
  private final Map<Export, String> methods = new LinkedHashMap<>();

  ExportWriter(JavaPlan plan, GeneratedNames names, ResultRecords results, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.results = results;
    this.types = types;
    JavaNames scope = JavaNames.ofMethods(reserved());
    for (int i = 0; i < plan.module().spaces().functionCount(); i++) {
      scope.unique(names.function(i));
    }
    new ManyResults(plan, names).methodNames().forEach(scope::unique);
    for (Export export : plan.module().decoded().exports()) {
      methods.put(export, scope.unique(export.name()));
    }
  }

  private static Set<String> reserved() {
    Set<String> reserved = new TreeSet<>(GENERATED);
    for (Class<?> type = GeneratedInstance.class;
        type != Object.class;
        type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        reserved.add(method.getName());
      }
    }
    return reserved;
  }

  /** Returns the name of the method for an export. */
  String method(String exportName) {
    for (Map.Entry<Export, String> entry : methods.entrySet()) {
      if (entry.getKey().name().equals(exportName)) {
        return entry.getValue();
      }
    }
    throw new IllegalArgumentException("no export " + ShownText.of(exportName));
  }

  /** Adds the methods of the module's class: those of the first exports. */
  void addTo(TypeSpec.Builder builder) {
    Place place = new Place("this", false, types);
    List<Export> exports = plan.module().decoded().exports();
    int count = Math.min(exports.size(), plan.limits().exports());
    exports.subList(0, count).forEach(export -> builder.addMethod(typed(export, place)));
    if (count < exports.size()) {
      builder.addJavadoc(
          "\n<p>Exports from $L on are static methods of {@link $L} and the classes behind it.\n",
          Signatures.comment(exports.get(count).name()),
          names.exportClass(0));
      builder.addMethod(
          MethodSpec.methodBuilder(ENTER)
              .addJavadoc("For the classes of further exports.\n")
              .addStatement("ensureOpen()")
              .build());
      builder.addMethod(
          MethodSpec.methodBuilder(LEFT)
              .addJavadoc("For the classes of further exports.\n")
              .returns(RuntimeException.class)
              .addParameter(Throwable.class, "thrown")
              .addStatement("return leave(thrown)")
              .build());
    }
    new ExportLookupWriter(plan, names).addTo(builder, place);
  }

  /** How the code of a class names the instance. */
  record Place(String instance, boolean apart, RuntimeTypes types) {}

  /** Returns the classes of further exports. */
  List<SetupWriter.Written> classes(Supplier<RuntimeTypes> newTypes) {
    List<SetupWriter.Written> classes = new ArrayList<>();
    List<Export> exports = plan.module().decoded().exports();
    int most = plan.limits().exports();
    for (int start = most; start < exports.size(); start += most) {
      Place place = new Place("self", true, newTypes.get());
      TypeSpec.Builder builder =
          TypeSpec.classBuilder(names.exportClass(classes.size()))
              .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
              .addJavadoc("Exports $L and further.\n", start)
              .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
      exports
          .subList(start, Math.min(start + most, exports.size()))
          .forEach(export -> builder.addMethod(typed(export, place)));
      classes.add(new SetupWriter.Written(builder.build(), place.types()));
    }
    return classes;
  }

  private MethodSpec typed(Export export, Place place) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(methods.getOrDefault(export, ""))
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "Export $L, $L $L.\n",
                Signatures.comment(export.name()),
                export.kind().text(),
                export.index());
    if (place.apart()) {
      method
          .addModifiers(Modifier.STATIC)
          .addParameter(ClassName.get(plan.packageName(), plan.simpleName()), "self");
    }
    if (export.kind() == ExternKind.FUNCTION) {
      return function(export, method, place);
    }
    String value = ExportLookupWriter.value(plan, names, export, place);
    return method.returns(type(export.kind())).addStatement("return $L", value).build();
  }

  private static Class<?> type(ExternKind carrier) {
    return switch (carrier) {
      case MEMORY -> Memory.class;
      case TABLE -> Table.class;
      case GLOBAL -> Global.class;
      case TAG -> Tag.class;
      case FUNCTION -> Extern.class;
    };
  }

  private MethodSpec function(Export export, MethodSpec.Builder method, Place place) {
    FunctionType type = plan.module().spaces().functionType(export.index());
    List<String> arguments = new ArrayList<>();
    JavaNames scope = JavaNames.ofParameters(Set.of("e", "self"), names);
    JavaSignature signature = JavaSignature.of(type);
    int direct = ApiValues.direct(type);
    for (int i = 0; i < direct; i++) {
      String given = plan.module().decoded().names().localName(export.index(), i).orElse("p" + i);
      String argument = scope.unique(given);
      arguments.add(argument);
      TypeName javaType = ApiValues.type(type.parameters().get(i));
      method.addParameter(ParameterSpec.builder(javaType, argument).build());
    }
    if (signature.hasSurplus()) {
      surplus(method, type, arguments, scope.unique(Signatures.SURPLUS));
    }
    method
        .returns(results.of(type))
        .addStatement("$L()", place.apart() ? "self." + ENTER : "ensureOpen")
        .beginControlFlow("try");
    CodeBlock passed = ApiValues.passed(type, arguments);
    CodeBlock call =
        CodeBlock.of(
            "$L", names.callee(export.index()).call(place.instance(), "", passed.toString()));
    method.addStatement(
        signature
            .results()
            .fold(
                () -> CodeBlock.of("$L", call),
                carrier -> CodeBlock.of("return $L", call),
                carriers -> record(type, place, call),
                carriers -> array(export, place, call)));
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw $L(e)", place.apart() ? "self." + LEFT : "leave")
        .endControlFlow()
        .build();
  }

  private CodeBlock record(FunctionType type, Place place, CodeBlock call) {
    List<CodeBlock> carried = new ArrayList<>(List.of(call));
    for (Further result : JavaSignature.of(type).results().further()) {
      String field = names.resultField(result.carrier(), result.position());
      carried.add(CodeBlock.of("$L$L", place.apart() ? "self." : "this.", field));
    }
    return ResultRecords.returned(results.of(type), type, carried);
  }

  private CodeBlock array(Export export, Place place, CodeBlock call) {
    int typeIndex = plan.module().spaces().functionTypeIndex(export.index());
    FunctionType type = plan.module().spaces().functionTypeAt(typeIndex);
    String give = names.giveResults(plan.module().canonicalType(typeIndex));
    CodeBlock array = CodeBlock.of("$L.$L($L)", place.instance(), give, call);
    return CodeBlock.of("return $L", ApiValues.join(type.results(), array));
  }

  /** Arguments that do not fit a method's parameters come in an array, which must be right. */
  private static void surplus(
      MethodSpec.Builder method, FunctionType type, List<String> arguments, String name) {
    List<ValueType> types = type.parameters().subList(arguments.size(), type.parameters().size());
    arguments.add(name);
    method
        .addJavadoc(
            "\n@param $L the arguments from the $Lth on, boxed; not kept\n", name, arguments.size())
        .addParameter(ParameterSpec.builder(Signatures.type(Carrier.OBJECTS), name).build())
        .addStatement(
            "$T.check($T.of($S, $S), $L)",
            BoxedValues.class,
            org.wasm2java.runtime.type.FunctionType.class,
            Signatures.names(types),
            "",
            name);
  }
}

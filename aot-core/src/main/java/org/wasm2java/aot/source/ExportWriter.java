package org.wasm2java.aot.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carriers;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.Extern;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Tag;

/** Writes exports: a typed method each, and the dynamic look-up by name. */
final class ExportWriter {
  /** Methods that every generated class has beside those of its superclass. */
  private static final Set<String> GENERATED = Set.of("descriptor", "instantiate", "main");

  private static final int PER_METHOD = 250;

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
    for (Export export : plan.module().module().exports()) {
      methods.put(export, scope.unique(export.name()));
    }
  }

  private static Set<String> reserved() {
    Set<String> reserved = new TreeSet<>(GENERATED);
    for (Method method : Instance.class.getDeclaredMethods()) {
      reserved.add(method.getName());
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
    throw new IllegalArgumentException("no export " + exportName);
  }

  void addTo(TypeSpec.Builder builder) {
    methods.forEach((export, method) -> builder.addMethod(typed(export, method)));
    lookup(builder);
    exportNames(builder);
  }

  private MethodSpec typed(Export export, String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "Export $L, $L $L.\n",
                Signatures.comment(export.name()),
                export.kind().text(),
                export.index());
    if (export.kind() == ExternKind.FUNCTION) {
      return function(export, method);
    }
    return method.returns(type(export.kind())).addStatement("return $L", value(export)).build();
  }

  private static Class<?> type(ExternKind kind) {
    return switch (kind) {
      case MEMORY -> Memory.class;
      case TABLE -> Table.class;
      case GLOBAL -> Global.class;
      case TAG -> Tag.class;
      case FUNCTION -> Extern.class;
    };
  }

  private MethodSpec function(Export export, MethodSpec.Builder method) {
    FunctionType type = plan.module().spaces().functionType(export.index());
    List<String> arguments = new ArrayList<>();
    JavaNames scope = new JavaNames(Set.of("e", "self"));
    for (int i = 0; i < Carriers.direct(type); i++) {
      String given = plan.module().module().names().localName(export.index(), i).orElse("p" + i);
      String argument = scope.unique(given);
      arguments.add(argument);
      TypeName javaType = Signatures.type(type.parameters().get(i));
      method.addParameter(ParameterSpec.builder(javaType, argument).build());
    }
    if (Carriers.hasSurplus(type)) {
      surplus(method, type, arguments, scope.unique(Signatures.SURPLUS));
    }
    method.returns(results.of(type)).addStatement("ensureOpen()").beginControlFlow("try");
    String call = call(export.index(), arguments);
    if (type.results().size() <= 1) {
      method.addStatement("$L$L", type.results().isEmpty() ? "" : "return ", call);
    } else if (Carriers.hasManyResults(type)) {
      int typeIndex = plan.module().spaces().functionTypeIndex(export.index());
      String give = names.giveResults(plan.types().canonical(typeIndex));
      method.addStatement("return this.$L($L)", give, call);
    } else {
      List<String> values = new ArrayList<>(List.of(call));
      for (int i = 1; i < type.results().size(); i++) {
        values.add(names.resultField(Kind.of(type.results().get(i)), i));
      }
      method.addStatement("return new $T($L)", results.of(type), String.join(", ", values));
    }
    return method
        .nextControlFlow("catch ($T | $T e)", RuntimeException.class, StackOverflowError.class)
        .addStatement("throw leave(e)")
        .endControlFlow()
        .build();
  }

  /** Arguments that do not fit a method's parameters come in an array, which must be right. */
  private static void surplus(
      MethodSpec.Builder method, FunctionType type, List<String> arguments, String name) {
    List<ValueType> types = type.parameters().subList(arguments.size(), type.parameters().size());
    arguments.add(name);
    method
        .addJavadoc(
            "\n@param $L the arguments from the $Lth on, boxed; not kept\n", name, arguments.size())
        .addParameter(ParameterSpec.builder(Signatures.type(Kind.OBJECTS), name).build())
        .addStatement(
            "$T.of($S, $S).checkArguments($L)",
            org.wasm2java.runtime.FunctionType.class,
            Signatures.names(types),
            "",
            name);
  }

  private String call(int functionIndex, List<String> arguments) {
    boolean inMain =
        plan.singleClass() || functionIndex < plan.module().spaces().importedFunctions();
    List<String> all = new ArrayList<>(arguments);
    if (!inMain) {
      all.add(0, "this");
    }
    String owner = inMain ? "this" : names.codeClass(plan.codeClass(functionIndex));
    return owner + "." + names.function(functionIndex) + "(" + String.join(", ", all) + ")";
  }

  /** Returns the expression for what an export gives. */
  private String value(Export export) {
    return switch (export.kind()) {
      case FUNCTION -> "function(" + export.index() + ")";
      case MEMORY -> "this." + names.memory(export.index());
      case TABLE -> "this." + names.table(export.index());
      case GLOBAL -> global(export.index());
      case TAG -> "this." + names.tag(export.index());
    };
  }

  private String global(int globalIndex) {
    String field = "this." + names.global(globalIndex);
    if (names.isShared(globalIndex)) {
      return field;
    }
    GlobalType type = plan.module().spaces().globalType(globalIndex);
    String valueType = types.valueType(type.valueType());
    return types.member(Global.class, "create(") + valueType + ", false, " + field + ")";
  }

  /** The look-up by name, in pieces that fit a method. */
  private void lookup(TypeSpec.Builder builder) {
    List<Export> exports = plan.module().module().exports();
    MethodSpec.Builder export =
        MethodSpec.methodBuilder("exported")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(Extern.class)
            .addParameter(String.class, "name")
            .addStatement("$T found = null", Extern.class);
    for (int start = 0; start < exports.size(); start += PER_METHOD) {
      String piece = "exported" + StatementPieces.PIECE + start / PER_METHOD;
      export.beginControlFlow("if (found == null)");
      export.addStatement("found = $L(name)", piece).endControlFlow();
      builder.addMethod(
          lookupPiece(piece, exports.subList(start, Math.min(start + PER_METHOD, exports.size()))));
    }
    builder.addMethod(export.addStatement("return found").build());
  }

  private MethodSpec lookupPiece(String piece, List<Export> exports) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(piece)
            .addModifiers(Modifier.PRIVATE)
            .returns(Extern.class)
            .addParameter(String.class, "name")
            .beginControlFlow("switch (name)");
    for (Export export : exports) {
      method.addCode("case $L:\n", JavaLiterals.string(export.name()));
      method.addStatement("$>return $L$<", value(export));
    }
    return method.addCode("default:\n").addStatement("$>return null$<").endControlFlow().build();
  }

  private void exportNames(TypeSpec.Builder builder) {
    TypeName set = ParameterizedTypeName.get(Set.class, String.class);
    List<Export> exports = plan.module().module().exports();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("exportNames")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(set)
            .addStatement("$T names = new $T<>()", set, ClassName.get(LinkedHashSet.class));
    for (int start = 0; start < exports.size(); start += PER_METHOD) {
      String piece = "exportNames" + StatementPieces.PIECE + start / PER_METHOD;
      List<String> literals = new ArrayList<>();
      exports
          .subList(start, Math.min(start + PER_METHOD, exports.size()))
          .forEach(export -> literals.add(JavaLiterals.string(export.name())));
      builder.addMethod(
          MethodSpec.methodBuilder(piece)
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(ArrayTypeName.of(String.class))
              .addStatement("return new $T[] {$L}", String.class, String.join(", ", literals))
              .build());
      method.addStatement("names.addAll($T.asList($L()))", Arrays.class, piece);
    }
    builder.addMethod(
        method.addStatement("return $T.unmodifiableSet(names)", Collections.class).build());
  }
}

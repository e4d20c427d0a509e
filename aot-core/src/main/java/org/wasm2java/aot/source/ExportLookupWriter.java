package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.runtime.Extern;

/**
 * Writes the look-up of exports by name: a switch over the names while they are few; of very many,
 * the module's description knows the names, and code gives what is no function by position.
 */
final class ExportLookupWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;

  ExportLookupWriter(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
  }

  /** Returns the expression for what an export gives. */
  static String value(
      JavaPlan plan, GeneratedNames names, Export export, ExportWriter.Place place) {
    String instance = place.instance() + ".";
    return switch (export.kind()) {
      case FUNCTION -> (place.apart() ? instance : "") + "function(" + export.index() + ")";
      case MEMORY -> instance + names.memory(export.index());
      case TABLE -> instance + names.table(export.index());
      case GLOBAL -> global(plan, names, export.index(), place);
      case TAG -> instance + names.tag(export.index());
    };
  }

  private static String global(
      JavaPlan plan, GeneratedNames names, int globalIndex, ExportWriter.Place place) {
    String instance = place.instance() + ".";
    if (names.isShared(globalIndex)) {
      return instance + names.global(globalIndex);
    }
    GlobalType type = plan.module().spaces().globalType(globalIndex);
    List<String> fields = new ArrayList<>();
    names.globalFields(globalIndex).forEach(field -> fields.add(instance + field));
    return InstantiationStatements.created(type, String.join(", ", fields), place.types());
  }

  private List<Export> exports() {
    return plan.module().decoded().exports();
  }

  /** Adds the methods of the module's class. */
  void addTo(TypeSpec.Builder builder, ExportWriter.Place place) {
    if (plan.exportsDescribed()) {
      if (exports().stream().anyMatch(export -> export.kind() != ExternKind.FUNCTION)) {
        builder.addMethod(exportedAt());
      }
      return;
    }
    builder.addMethod(switchOverNames(place));
    builder.addMethod(listOfNames());
  }

  private static MethodSpec.Builder exported() {
    return MethodSpec.methodBuilder("exported")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(Extern.class)
        .addParameter(String.class, "name");
  }

  private MethodSpec switchOverNames(ExportWriter.Place place) {
    MethodSpec.Builder method = exported();
    if (exports().isEmpty()) {
      return method.addStatement("return null").build();
    }
    method.beginControlFlow("switch (name)");
    for (Export export : exports()) {
      method.addCode("case $L:\n", JavaLiterals.string(export.name()));
      method.addStatement("$>return $L$<", value(plan, names, export, place));
    }
    return method.addCode("default:\n").addStatement("$>return null$<").endControlFlow().build();
  }

  private static MethodSpec.Builder exportNames() {
    TypeName set = ParameterizedTypeName.get(Set.class, String.class);
    return MethodSpec.methodBuilder("exportNames")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(set);
  }

  private MethodSpec listOfNames() {
    List<String> literals = new ArrayList<>();
    exports().forEach(export -> literals.add(JavaLiterals.string(export.name())));
    return exportNames()
        .addStatement(
            "$T names = new $T<>($T.asList($L))",
            ParameterizedTypeName.get(Set.class, String.class),
            ClassName.get(LinkedHashSet.class),
            Arrays.class,
            String.join(", ", literals))
        .addStatement("return $T.unmodifiableSet(names)", Collections.class)
        .build();
  }

  private int perClass() {
    return plan.limits().statements();
  }

  /** Asks the class with the exports around a position. */
  private MethodSpec exportedAt() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("exportedAt")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED)
            .returns(Extern.class)
            .addParameter(TypeName.INT, "position")
            .beginControlFlow("switch (position / $L)", perClass());
    for (int start = 0; start < exports().size(); start += perClass()) {
      if (hasOthers(start, perClass())) {
        int number = start / perClass();
        method.addCode("case $L:\n", number);
        method.addStatement("$>return $L.at(this, position)$<", names.exportedClass(number));
      }
    }
    return method
        .addCode("default:\n")
        .addStatement("$>return super.exportedAt(position)$<")
        .endControlFlow()
        .build();
  }

  /** Returns whether there are others than functions among exports from a position on. */
  private boolean hasOthers(int start, int count) {
    return exports().subList(start, Math.min(start + count, exports().size())).stream()
        .anyMatch(export -> export.kind() != ExternKind.FUNCTION);
  }

  /** Returns the classes that give exports by position. */
  List<SetupWriter.Written> classes(Supplier<RuntimeTypes> newTypes) {
    List<SetupWriter.Written> classes = new ArrayList<>();
    for (int start = 0; start < exports().size(); start += perClass()) {
      if (plan.exportsDescribed() && hasOthers(start, perClass())) {
        RuntimeTypes types = newTypes.get();
        TypeSpec type = positions(start, new ExportWriter.Place("self", true, types));
        classes.add(new SetupWriter.Written(type, types));
      }
    }
    return classes;
  }

  private TypeSpec positions(int first, ExportWriter.Place place) {
    int perMethod = plan.limits().methodStatements();
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(names.exportedClass(first / perClass()))
            .addModifiers(Modifier.FINAL)
            .addJavadoc("Gives exports by their positions, from $L on.\n", first)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    MethodSpec.Builder at =
        at("at").beginControlFlow("switch ((position - $L) / $L)", first, perMethod);
    int end = Math.min(first + perClass(), exports().size());
    for (int start = first; start < end; start += perMethod) {
      int count = Math.min(perMethod, end - start);
      if (hasOthers(start, count)) {
        int number = (start - first) / perMethod;
        String name = "at" + SetupWriter.PIECE + number;
        at.addCode("case $L:\n", number).addStatement("$>return $L(self, position)$<", name);
        builder.addMethod(piece(name, start, count, place));
      }
    }
    at.addCode("default:\n")
        .addStatement("$>throw new $T(\"no export \" + position)$<", IllegalStateException.class)
        .endControlFlow();
    return builder.addMethod(at.build()).build();
  }

  private MethodSpec.Builder at(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .returns(Extern.class)
        .addParameter(ClassName.get(plan.packageName(), plan.simpleName()), "self")
        .addParameter(TypeName.INT, "position");
  }

  private MethodSpec piece(String name, int start, int count, ExportWriter.Place place) {
    MethodSpec.Builder method = at(name).beginControlFlow("switch (position)");
    for (int position = start; position < start + count; position++) {
      Export export = exports().get(position);
      if (export.kind() != ExternKind.FUNCTION) {
        method.addCode("case $L:\n", position);
        method.addStatement("$>return $L$<", value(plan, names, export, place));
      }
    }
    return method
        .addCode("default:\n")
        .addStatement("$>throw new $T(\"no export \" + position)$<", IllegalStateException.class)
        .endControlFlow()
        .build();
  }
}

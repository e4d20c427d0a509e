package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.SnapshotReader;
import org.wasm2java.runtime.SnapshotWriter;

/** Writes how an instance's state is taken and given back, and how an instance is copied. */
final class SnapshotMethodsWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final IndexSpaces spaces;
  private final RuntimeTypes types;
  private final List<String> saving = new ArrayList<>();
  private final List<String> loading = new ArrayList<>();

  SnapshotMethodsWriter(JavaPlan plan, GeneratedNames names, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.types = types;
    this.spaces = plan.module().spaces();
  }

  /** Adds the methods to the module's class. */
  void addTo(TypeSpec.Builder builder) {
    memoriesAndTables();
    for (int i = spaces.importedGlobals(); i < spaces.globalCount(); i++) {
      global(i);
    }
    segments();
    methods("save", ParameterSpec.builder(SnapshotWriter.class, "writer").build(), saving, builder);
    methods(
        "load", ParameterSpec.builder(SnapshotReader.class, "reader").build(), loading, builder);
    builder.addMethod(copy());
  }

  private static void methods(
      String name, ParameterSpec parameter, List<String> statements, TypeSpec.Builder builder) {
    StatementPieces.overriding(name, List.of(parameter), statements).forEach(builder::addMethod);
  }

  private void memoriesAndTables() {
    for (int i = spaces.importedMemories(); i < spaces.memoryCount(); i++) {
      both("memory", names.memory(i));
    }
    for (int i = spaces.importedTables(); i < spaces.tableCount(); i++) {
      both("table", names.table(i));
    }
  }

  private void both(String kind, String field) {
    saving.add("writer." + kind + "(" + field + ")");
    loading.add("reader." + kind + "(" + field + ")");
  }

  private void global(int globalIndex) {
    String field = names.global(globalIndex);
    GlobalType type = spaces.globalType(globalIndex);
    if (names.isShared(globalIndex)) {
      saving.add("writer.global(" + field + ")");
      String kept = field + ", " + types.valueType(type.valueType()) + ", " + type.mutable();
      loading.add(field + " = reader.global(" + kept + ")");
      return;
    }
    Kind kind = Kind.of(type.valueType());
    if (kind.isReference()) {
      saving.add("writer.reference(" + field + ")");
      loading.add(field + " = (" + types.name(kind.javaType()) + ") reader.reference()");
      return;
    }
    saving.add("writer.number(" + RawCallWriter.toBits(kind, field, types) + ")");
    loading.add(field + " = " + RawCallWriter.fromBits(kind, "reader.number()", types));
  }

  private void segments() {
    for (int i = 0; i < plan.module().module().data().size(); i++) {
      if (plan.usage().usesData(i)) {
        saving.add("writer.data(" + names.data(i) + ")");
        loading.add(names.data(i) + " = reader.data()");
      }
    }
    for (int i = 0; i < plan.module().module().elements().size(); i++) {
      if (plan.usage().usesElements(i)) {
        saving.add("writer.elements(" + names.elements(i) + ")");
        loading.add(names.elements(i) + " = reader.elements()");
      }
    }
  }

  private MethodSpec copy() {
    ClassName main = ClassName.get(plan.packageName(), plan.simpleName());
    String imports = plan.imports().isEmpty() ? "" : ", imports";
    return MethodSpec.methodBuilder("copy")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(main)
        .addStatement("$T linker = linkerForCopy()", Linker.class)
        .addStatement("return linker.copied(new $T(linker$L), this)", main, imports)
        .build();
  }
}

package org.wasm2java.aot.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.StateLayout.Entity;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Tag;

/** Writes the fields of an instance's state, in the module's class and further classes. */
final class StateWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;

  /** The fields by the number of their class. */
  private final List<List<FieldSpec>> fields = new ArrayList<>();

  StateWriter(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
    for (int i = 0; i <= plan.state().furtherClasses(); i++) {
      fields.add(new ArrayList<>());
    }
    entities(plan.module().spaces());
    segments(plan.module().decoded());
  }

  private void entities(IndexSpaces spaces) {
    for (int i = 0; i < spaces.memoryCount(); i++) {
      add(Entity.MEMORY, i, ClassName.get(Memory.class), names.memory(i));
    }
    for (int i = 0; i < spaces.tableCount(); i++) {
      add(Entity.TABLE, i, ClassName.get(Table.class), names.table(i));
    }
    for (int i = 0; i < spaces.tagCount(); i++) {
      add(Entity.TAG, i, ClassName.get(Tag.class), names.tag(i));
    }
    for (int i = 0; i < spaces.globalCount(); i++) {
      if (names.isShared(i)) {
        add(Entity.GLOBAL, i, TypeName.get(Global.class), names.global(i));
        continue;
      }
      TypeName type = Signatures.type(names.globalParts(i).get(0));
      for (String field : names.globalFields(i)) {
        add(Entity.GLOBAL, i, type, field);
      }
    }
  }

  private void segments(WasmModule module) {
    for (int i = 0; i < module.data().size(); i++) {
      if (plan.usage().usesData(i)) {
        add(Entity.DATA, i, ArrayTypeName.of(TypeName.BYTE), names.data(i));
      }
    }
    for (int i = 0; i < module.elements().size(); i++) {
      if (plan.usage().usesElements(i)) {
        add(Entity.ELEMENTS, i, ArrayTypeName.of(ClassName.OBJECT), names.elements(i));
      }
    }
  }

  private void add(Entity entity, int index, TypeName type, String path) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    fields.get(plan.state().classOf(entity, index)).add(FieldSpec.builder(type, name).build());
  }

  /** Adds the fields of the module's class, among them those that hold the other classes. */
  void addTo(TypeSpec.Builder main) {
    fields.get(0).forEach(main::addField);
    for (int i = 1; i < fields.size(); i++) {
      ClassName type = ClassName.get(plan.packageName(), names.stateClass(i));
      main.addField(
          FieldSpec.builder(type, names.stateField(i), Modifier.FINAL)
              .initializer("new $T()", type)
              .build());
    }
  }

  /** Returns the further classes. */
  List<TypeSpec> classes() {
    List<TypeSpec> classes = new ArrayList<>();
    for (int i = 1; i < fields.size(); i++) {
      classes.add(
          TypeSpec.classBuilder(names.stateClass(i))
              .addModifiers(Modifier.FINAL)
              .addJavadoc("A part of an instance's state.\n")
              .addFields(fields.get(i))
              .addMethod(MethodSpec.constructorBuilder().build())
              .build());
    }
    return classes;
  }
}

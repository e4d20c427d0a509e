package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.source.body.RawCallWriter;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.GlobalType;

/** Writes how an instance's state is taken and given back. */
final class SnapshotStatements {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final IndexSpaces spaces;
  private final List<Setup.Statement> saving = new ArrayList<>();
  private final List<Setup.Statement> loading = new ArrayList<>();

  SnapshotStatements(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
    this.spaces = plan.module().spaces();
    memoriesAndTables();
    for (int i = spaces.importedGlobals(); i < spaces.globalCount(); i++) {
      global(i);
    }
    segments();
  }

  /** Returns what writes the state to {@code writer}. */
  List<Setup.Statement> save() {
    return saving;
  }

  /** Returns what takes the state from {@code reader}. */
  List<Setup.Statement> load() {
    return loading;
  }

  private void memoriesAndTables() {
    for (int i = spaces.importedMemories(); i < spaces.memoryCount(); i++) {
      int index = i;
      saving.add(place -> "writer.memory(" + place.names().memory(index) + ")");
      loading.add(place -> "reader.memory(" + place.names().memory(index) + ")");
    }
    for (int i = spaces.importedTables(); i < spaces.tableCount(); i++) {
      int index = i;
      saving.add(place -> "writer.table(" + place.names().table(index) + ")");
      loading.add(place -> "reader.table(" + place.names().table(index) + ")");
    }
  }

  private void global(int globalIndex) {
    GlobalType type = spaces.globalType(globalIndex);
    Carrier carrier = names.globalParts(globalIndex).get(0);
    if (names.isShared(globalIndex)) {
      saving.add(place -> "writer.global(" + place.names().global(globalIndex) + ")");
      loading.add(
          place -> {
            String field = place.names().global(globalIndex);
            String made = place.types().valueType(type.valueType()) + ", " + type.mutable();
            return field + " = reader.global(" + field + ", " + made + ")";
          });
    } else if (carrier.isReference()) {
      saving.add(place -> "writer.reference(" + place.names().global(globalIndex) + ")");
      loading.add(
          place -> {
            String cast =
                carrier.needsCast() ? "(" + place.types().name(carrier.javaType()) + ") " : "";
            return place.names().global(globalIndex) + " = " + cast + "reader.reference()";
          });
    } else {
      for (int part = 0; part < names.globalParts(globalIndex).size(); part++) {
        number(globalIndex, part, carrier.primitive());
      }
    }
  }

  private void number(int globalIndex, int part, Carrier.Primitive carrier) {
    saving.add(
        place -> {
          String field = place.names().globalField(globalIndex, part);
          return "writer.number(" + RawCallWriter.toBits(carrier, field, place.types()) + ")";
        });
    loading.add(
        place ->
            place.names().globalField(globalIndex, part)
                + " = "
                + RawCallWriter.fromBits(carrier, "reader.number()", place.types()));
  }

  private void segments() {
    for (int i = 0; i < plan.module().decoded().data().size(); i++) {
      if (plan.usage().usesData(i)) {
        int index = i;
        saving.add(place -> "writer.data(" + place.names().data(index) + ")");
        loading.add(place -> place.names().data(index) + " = reader.data()");
      }
    }
    for (int i = 0; i < plan.module().decoded().elements().size(); i++) {
      if (plan.usage().usesElements(i)) {
        int index = i;
        saving.add(place -> "writer.elements(" + place.names().elements(index) + ")");
        loading.add(place -> place.names().elements(index) + " = reader.elements()");
      }
    }
  }
}

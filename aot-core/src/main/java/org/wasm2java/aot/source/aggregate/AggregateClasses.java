package org.wasm2java.aot.source.aggregate;

import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.StructType;

/** Writes a class for each structure and array type of a module; equal types share one. */
public final class AggregateClasses {
  private final JavaPlan plan;
  private final GeneratedNames names;

  /** The classes of a module. */
  public AggregateClasses(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
  }

  /** Returns the classes by the index of their types. */
  public List<TypeSpec> write() {
    IndexSpaces spaces = plan.module().spaces();
    StructClassWriter structs = new StructClassWriter(plan.module(), names.aggregates());
    ArrayClassWriter arrays = new ArrayClassWriter(plan.module(), names.aggregates());
    List<TypeSpec> classes = new ArrayList<>();
    for (int i = 0; i < spaces.typeCount(); i++) {
      CompositeType composite = spaces.type(i).composite();
      if (plan.module().canonicalType(i) == i && !(composite instanceof FunctionType)) {
        classes.add(composite instanceof StructType ? structs.write(i) : arrays.write(i));
      }
    }
    return classes;
  }
}

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
import org.wasm2java.aot.type.TypeDefinition;

/** Writes a class for each structure and array type of a module; equal types share one. */
public final class AggregateClasses {
  private final JavaPlan plan;
  private final GeneratedNames names;

  /** The classes of a module. */
  public AggregateClasses(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
  }

  /**
   * A class.
   *
   * @param packageName its package
   */
  public record Written(String packageName, TypeSpec type) {}

  /** Returns the classes by the index of their types; those that there are already are left out. */
  public List<Written> write() {
    IndexSpaces spaces = plan.module().spaces();
    StructClassWriter structs = new StructClassWriter(plan.module(), names.aggregates());
    ArrayClassWriter arrays = new ArrayClassWriter(plan.module(), names.aggregates());
    List<Written> classes = new ArrayList<>();
    for (int i = 0; i < spaces.typeCount(); i++) {
      CompositeType composite = spaces.type(i).composite();
      if (plan.module().canonicalType(i) == i
          && !(composite instanceof FunctionType)
          && names.aggregates().origin(i) != TypeDefinition.Origin.GIVEN) {
        TypeSpec type = composite instanceof StructType ? structs.write(i) : arrays.write(i);
        classes.add(new Written(packageName(i), type));
      }
    }
    return classes;
  }

  private String packageName(int typeIndex) {
    TypeDefinition definition =
        plan.module().definedTypes().get(typeIndex).definition().orElseThrow();
    return definition.javaClass().orElseThrow().packageName();
  }
}

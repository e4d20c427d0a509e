package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carriers;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.type.FunctionType;

/** Records that carry several results between generated code and its users. */
final class ResultRecords {
  private final ClassName main;
  private final SortedMap<String, TypeSpec> records = new TreeMap<>();

  ResultRecords(ClassName main) {
    this.main = main;
  }

  /**
   * Returns what a function of this type gives Java: nothing, a value, a record of values, or, if
   * there are very many, an array of them.
   */
  TypeName of(FunctionType type) {
    if (type.results().size() <= 1) {
      return Signatures.firstResult(type);
    }
    if (Carriers.hasManyResults(type)) {
      return Signatures.type(Kind.OBJECTS);
    }
    String name = name(type);
    records.computeIfAbsent(name, key -> record(key, type));
    return main.nestedClass(name);
  }

  private static String name(FunctionType type) {
    StringBuilder name = new StringBuilder("Results");
    type.results().forEach(result -> name.append(Kind.of(result).letter()));
    return name.toString();
  }

  private static TypeSpec record(String name, FunctionType type) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (int i = 0; i < type.results().size(); i++) {
      components.addParameter(Signatures.type(type.results().get(i)), "value" + i);
    }
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Results $L.\n", Signatures.comment(FunctionType.text(type.results())))
        .recordConstructor(components.build())
        .build();
  }

  void addTo(TypeSpec.Builder builder) {
    records.values().forEach(builder::addType);
  }
}

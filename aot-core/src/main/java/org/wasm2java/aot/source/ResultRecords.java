package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.source.name.ApiValues;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;

/** Records that carry several results between generated code and its users. */
final class ResultRecords {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<SortedMap<String, TypeSpec>> records = new ArrayList<>();

  ResultRecords(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
    records.add(new TreeMap<>());
  }

  /**
   * Returns what a function of this type gives Java: nothing, a value, a record of values, or, if
   * there are very many, an array of them.
   */
  TypeName of(FunctionType type) {
    return JavaSignature.of(type)
        .results()
        .fold(
            () -> TypeName.VOID,
            Signatures::type,
            carriers ->
                type.results().size() == 1 ? ApiValues.type(type.results().get(0)) : record(type),
            carriers -> Signatures.type(Carrier.OBJECTS));
  }

  private TypeName record(FunctionType type) {
    String name =
        GeneratedNames.RESULTS
            + type.results().stream().map(ApiValues::letter).collect(Collectors.joining());
    int number = numbers.computeIfAbsent(name, key -> add(key, record(key, type)));
    return ClassName.get(plan.packageName(), owner(number)).nestedClass(name);
  }

  private static TypeSpec record(String name, FunctionType type) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    for (int i = 0; i < type.results().size(); i++) {
      components.addParameter(ApiValues.type(type.results().get(i)), "value" + i);
    }
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Results $L.\n", Signatures.comment(FunctionType.text(type.results())))
        .recordConstructor(components.build())
        .build();
  }

  /** Returns the statement that returns results to users: a record of them, or a vector. */
  static CodeBlock returned(TypeName record, FunctionType type, List<CodeBlock> carried) {
    List<CodeBlock> values = ApiValues.joined(type.results(), carried::get);
    return values.size() == 1
        ? CodeBlock.of("return $L", values.get(0))
        : CodeBlock.of("return new $T($L)", record, CodeBlock.join(values, ", "));
  }

  /** Adds a record to the class that is being filled; returns the number of that class. */
  private int add(String name, TypeSpec record) {
    if (records.get(records.size() - 1).size() >= plan.limits().records()) {
      records.add(new TreeMap<>());
    }
    records.get(records.size() - 1).put(name, record);
    return records.size() - 1;
  }

  private String owner(int number) {
    return number == 0 ? plan.simpleName() : names.resultClass(number);
  }

  /** Adds the records of the module's class. */
  void addTo(TypeSpec.Builder builder) {
    records.get(0).values().forEach(builder::addType);
  }

  /** Returns the classes of further records. */
  List<TypeSpec> classes() {
    List<TypeSpec> classes = new ArrayList<>();
    for (int i = 1; i < records.size(); i++) {
      TypeSpec.Builder builder =
          TypeSpec.classBuilder(names.resultClass(i))
              .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
              .addJavadoc("Further records of several results.\n")
              .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
      records.get(i).values().forEach(builder::addType);
      classes.add(builder.build());
    }
    return classes;
  }
}

package org.wasm2java.aot.source.aggregate;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.source.name.AggregateNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.PackedType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.gc.WasmStruct;
import org.wasm2java.runtime.type.V128;

/**
 * Writes the class of a structure type: a typed field for each carrier of each field that its
 * supertype does not have, constructors, and accessors for users.
 */
final class StructClassWriter {
  private final AggregateNames names;
  private final AggregateTypes types;

  /** Whether some structure has more fields than a constructor takes: those are set one by one. */
  private final boolean someAreLarge;

  StructClassWriter(ValidModule module, AggregateNames names) {
    this.names = names;
    this.types = new AggregateTypes(module, names);
    this.someAreLarge =
        IntStream.range(0, module.spaces().typeCount())
            .filter(i -> module.spaces().type(i).composite() instanceof StructType)
            .anyMatch(this::isLarge);
  }

  private boolean isLarge(int typeIndex) {
    return slots(names.struct(typeIndex).fields()) > JvmLimits.FUNCTION_PARAMETER_SLOTS;
  }

  private static int slots(List<FieldType> fields) {
    return fields.stream()
        .flatMap(field -> Carrier.of(field.storage().unpacked()).stream())
        .mapToInt(Carrier::slots)
        .sum();
  }

  TypeSpec write(int typeIndex) {
    List<FieldType> fields = names.struct(typeIndex).fields();
    int inherited =
        names.supertype(typeIndex).map(type -> names.struct(type).fields().size()).orElse(0);
    TypeSpec.Builder builder = types.start(typeIndex, WasmStruct.class, "A structure");
    for (int i = inherited; i < fields.size(); i++) {
      addFields(builder, typeIndex, i, fields.get(i));
    }
    boolean defaultable =
        fields.stream().allMatch(StructClassWriter::isDefaultable) && !fields.isEmpty();
    boolean shared = names.isShared(typeIndex);
    if (defaultable || ((shared || someAreLarge) && !fields.isEmpty())) {
      builder.addMethod(emptyConstructor(typeIndex, inherited, shared || defaultable));
    }
    if (!isLarge(typeIndex)) {
      builder.addMethod(constructor(typeIndex, inherited));
    }
    for (int i = inherited; i < fields.size(); i++) {
      addAccessors(builder, names.fields(typeIndex).get(i), fields.get(i));
    }
    return builder.build();
  }

  private static boolean isDefaultable(FieldType field) {
    return !(field.storage() instanceof ValueType type) || type.isDefaultable();
  }

  private void addFields(TypeSpec.Builder builder, int typeIndex, int field, FieldType type) {
    List<Carrier> carriers = Carrier.of(type.storage().unpacked());
    for (int part = 0; part < carriers.size(); part++) {
      FieldSpec.Builder spec =
          FieldSpec.builder(
              AggregateTypes.javaType(type.storage(), carriers.get(part)),
              names.fields(typeIndex).get(field).get(part));
      if (names.isShared(typeIndex)) {
        spec.addModifiers(Modifier.PUBLIC);
      } else if (!type.mutable() && !someAreLarge) {
        spec.addModifiers(Modifier.FINAL);
      }
      builder.addField(spec.build());
    }
  }

  /** The constructor for fields of zero and null. */
  private MethodSpec emptyConstructor(int typeIndex, int inherited, boolean isPublic) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    if (isPublic) {
      constructor
          .addModifiers(Modifier.PUBLIC)
          .addJavadoc("A structure whose fields are zero or null.\n");
    }
    List<FieldType> fields = names.struct(typeIndex).fields();
    boolean assigned = !someAreLarge && !names.isShared(typeIndex);
    for (int i = inherited; i < fields.size() && assigned; i++) {
      FieldType field = fields.get(i);
      for (int part = 0; part < names.fields(typeIndex).get(i).size(); part++) {
        if (!field.mutable()) {
          String zero =
              Carrier.of(field.storage().unpacked()).get(part).isReference() ? "null" : "0";
          constructor.addStatement("this.$L = $L", names.fields(typeIndex).get(i).get(part), zero);
        }
      }
    }
    return constructor.build();
  }

  /** The constructor that takes the values of all fields. */
  private MethodSpec constructor(int typeIndex, int inherited) {
    List<FieldType> fields = names.struct(typeIndex).fields();
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("A structure of these values.\n");
    List<String> passed = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      List<Carrier> carriers = Carrier.of(fields.get(i).storage().unpacked());
      for (int part = 0; part < carriers.size(); part++) {
        String name = names.fields(typeIndex).get(i).get(part);
        constructor.addParameter(Signatures.type(carriers.get(part)), name);
        if (i < inherited) {
          passed.add(name);
        }
      }
    }
    if (!passed.isEmpty()) {
      constructor.addStatement("super($L)", String.join(", ", passed));
    }
    for (int i = inherited; i < fields.size(); i++) {
      for (String name : names.fields(typeIndex).get(i)) {
        constructor.addStatement(
            "this.$L = $L", name, AggregateTypes.narrowed(fields.get(i).storage(), name));
      }
    }
    return constructor.build();
  }

  private static void addAccessors(TypeSpec.Builder builder, List<String> names, FieldType type) {
    ValueType value = type.storage().unpacked();
    boolean vector = value instanceof VectorType;
    String name = names.get(0);
    MethodSpec.Builder getter =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("Returns the field $L.\n", described(name, type));
    if (vector) {
      getter
          .returns(V128.class)
          .addStatement("return $T.of($L, $L)", V128.class, name, names.get(1));
    } else {
      getter.returns(Signatures.type(value)).addStatement("return $L", name);
    }
    builder.addMethod(getter.build());
    if (type.mutable()) {
      builder.addMethod(setter(names, type, vector));
    }
  }

  private static String described(String name, FieldType type) {
    return type.storage() instanceof PackedType packed
        ? name + ", sign-extended from " + packed.text()
        : name;
  }

  private static MethodSpec setter(List<String> names, FieldType type, boolean vector) {
    String name = names.get(0);
    MethodSpec.Builder setter =
        MethodSpec.methodBuilder(name)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addJavadoc("Sets the field $L.\n", name);
    if (vector) {
      return setter
          .addParameter(V128.class, "value")
          .addStatement("this.$L = value.low()", name)
          .addStatement("this.$L = value.high()", names.get(1))
          .build();
    }
    return setter
        .addParameter(Signatures.type(type.storage().unpacked()), "value")
        .addStatement("this.$L = $L", name, AggregateTypes.narrowed(type.storage(), "value"))
        .build();
  }
}

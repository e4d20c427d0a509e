package org.wasm2java.aot.source.aggregate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.source.name.AggregateNames;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.type.PackedType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.validate.ValidModule;

/** What the classes of structures and of arrays have in common. */
final class AggregateTypes {
  private final ValidModule module;
  private final AggregateNames names;

  AggregateTypes(ValidModule module, AggregateNames names) {
    this.module = module;
    this.names = names;
  }

  /** Starts the class of a type, whose superclass is that of the supertype or the given one. */
  TypeSpec.Builder start(int typeIndex, Class<?> top, String what) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(name(typeIndex))
            .addModifiers(Modifier.PUBLIC)
            .superclass(names.supertype(typeIndex).map(this::name).orElse(ClassName.get(top)))
            .addJavadoc("$L of $L.\n", what, described(typeIndex));
    if (module.spaces().type(typeIndex).isFinal()) {
      builder.addModifiers(Modifier.FINAL);
    }
    return builder;
  }

  private String described(int typeIndex) {
    return names.isShared(typeIndex)
        ? "a type that modules share"
        : module
            .decoded()
            .names()
            .typeName(typeIndex)
            .map(name -> "type " + Signatures.comment(name))
            .orElse("type " + typeIndex);
  }

  ClassName name(int typeIndex) {
    return (ClassName) Signatures.type(Carrier.defined(module.definedTypes().get(typeIndex)));
  }

  /** Returns the type of a Java variable that holds a carrier of a field or an element. */
  static TypeName javaType(StorageType storage, Carrier carrier) {
    if (storage instanceof PackedType packed) {
      return packed == PackedType.I8 ? TypeName.BYTE : TypeName.SHORT;
    }
    return Signatures.type(carrier);
  }

  /** Returns the expression for a value as such a variable takes it. */
  static String narrowed(StorageType storage, String value) {
    if (storage instanceof PackedType packed) {
      return (packed == PackedType.I8 ? "(byte) " : "(short) ") + value;
    }
    return value;
  }
}

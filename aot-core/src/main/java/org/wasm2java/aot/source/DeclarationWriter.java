package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Returns a copy of a class without method bodies: enough for compiling the classes that call it,
 * while it is compiled itself in another batch.
 */
final class DeclarationWriter {
  private DeclarationWriter() {}

  static TypeSpec declaration(TypeSpec type) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type.name()).addModifiers(type.modifiers().toArray(Modifier[]::new));
    if (!type.superclass().equals(ClassName.OBJECT)) {
      builder.superclass(type.superclass());
    }
    builder.addSuperinterfaces(type.superinterfaces());
    for (FieldSpec field : type.fieldSpecs()) {
      if (!field.modifiers().contains(Modifier.PRIVATE)) {
        builder.addField(declaration(field));
      }
    }
    for (MethodSpec method : type.methodSpecs()) {
      if (method.isConstructor() || !method.modifiers().contains(Modifier.PRIVATE)) {
        builder.addMethod(declaration(method));
      }
    }
    for (TypeSpec nested : type.typeSpecs()) {
      if (!nested.modifiers().contains(Modifier.PRIVATE)) {
        boolean hasCode = nested.kind() == TypeSpec.Kind.CLASS && !nested.methodSpecs().isEmpty();
        builder.addType(hasCode ? declaration(nested) : nested);
      }
    }
    return builder.build();
  }

  /** A field that is not initialized must not be final. */
  private static FieldSpec declaration(FieldSpec field) {
    Set<Modifier> modifiers = new LinkedHashSet<>(field.modifiers());
    modifiers.remove(Modifier.FINAL);
    return FieldSpec.builder(field.type(), field.name(), modifiers.toArray(Modifier[]::new))
        .build();
  }

  private static MethodSpec declaration(MethodSpec method) {
    MethodSpec.Builder builder =
        method.isConstructor()
            ? MethodSpec.constructorBuilder()
            : MethodSpec.methodBuilder(method.name()).returns(method.returnType());
    if (method.isConstructor()) {
      superCall(method).ifPresent(call -> builder.addStatement("$L", call));
    } else if (!method.modifiers().contains(Modifier.ABSTRACT)) {
      builder.addStatement("throw null");
    }
    return builder.addModifiers(method.modifiers()).addParameters(method.parameters()).build();
  }

  /** The superclass may have no constructor without parameters. */
  private static Optional<String> superCall(MethodSpec constructor) {
    String code = constructor.code().toString();
    return code.startsWith("super(")
        ? Optional.of(code.substring(0, code.indexOf(";\n")))
        : Optional.empty();
  }
}

package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Makes of a class another with the same methods but no code: enough for compiling the classes that
 * call it, while it is compiled itself in another batch.
 */
final class DeclarationWriter {
  private DeclarationWriter() {}

  static TypeSpec declaration(TypeSpec type) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder(type.name()).addModifiers(type.modifiers().toArray(Modifier[]::new));
    if (!type.superclass().equals(ClassName.OBJECT)) {
      builder.superclass(type.superclass());
    }
    for (MethodSpec method : type.methodSpecs()) {
      if (!method.modifiers().contains(Modifier.PRIVATE)) {
        builder.addMethod(declaration(method));
      }
    }
    for (TypeSpec nested : type.typeSpecs()) {
      if (!nested.modifiers().contains(Modifier.PRIVATE)) {
        builder.addType(nested);
      }
    }
    return builder.build();
  }

  private static MethodSpec declaration(MethodSpec method) {
    Set<Modifier> modifiers = new LinkedHashSet<>(method.modifiers());
    MethodSpec.Builder builder =
        method.isConstructor()
            ? MethodSpec.constructorBuilder()
            : MethodSpec.methodBuilder(method.name())
                .returns(method.returnType())
                .addStatement("throw null");
    return builder.addModifiers(modifiers).addParameters(method.parameters()).build();
  }
}

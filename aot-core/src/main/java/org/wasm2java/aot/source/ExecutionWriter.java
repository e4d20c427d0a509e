package org.wasm2java.aot.source;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.runtime.FunctionListener;

/** Writes what the module's class has for stopping, limiting and watching its code. */
final class ExecutionWriter {
  private final Instrumentation instrumentation;

  ExecutionWriter(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  void addTo(TypeSpec.Builder builder) {
    if (instrumentation.interruptible()) {
      builder.addField(
          FieldSpec.builder(TypeName.BOOLEAN, GeneratedNames.STOP, Modifier.VOLATILE).build());
      builder.addMethod(
          method("isInterruptible").returns(TypeName.BOOLEAN).addStatement("return true").build());
      builder.addMethod(
          method("mustStop")
              .addParameter(TypeName.BOOLEAN, "value")
              .addStatement("$L = value", GeneratedNames.STOP)
              .build());
    }
    if (instrumentation.fuel()) {
      builder.addField(
          FieldSpec.builder(TypeName.LONG, GeneratedNames.FUEL)
              .initializer("$T.MAX_VALUE", Long.class)
              .build());
      builder.addMethod(
          method("fuelLeft")
              .returns(TypeName.LONG)
              .addStatement("return $L", GeneratedNames.FUEL)
              .build());
      builder.addMethod(
          method("fuelLeft")
              .addParameter(TypeName.LONG, "amount")
              .addStatement("$L = amount", GeneratedNames.FUEL)
              .build());
    }
    if (!instrumentation.listen().isEmpty()) {
      builder.addField(FieldSpec.builder(FunctionListener.class, GeneratedNames.LISTENER).build());
      builder.addMethod(
          method("listener")
              .addParameter(FunctionListener.class, "newListener")
              .addStatement("$L = newListener", GeneratedNames.LISTENER)
              .build());
    }
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED);
  }
}

package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.NestedClass;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Namespace;

/** Writes the class that stands for the module as a value. */
final class DescriptorWriter {
  /**
   * The method by which the descriptor instantiates. Naming the module's class instead would mean a
   * variable where one has its name.
   */
  private static final String INSTANTIATE = "instantiate" + SetupWriter.PIECE;

  private final JavaPlan plan;
  private final GeneratedNames names;
  private final ClassName main;
  private final ClassName descriptor;

  DescriptorWriter(JavaPlan plan, GeneratedNames names) {
    this.plan = plan;
    this.names = names;
    this.main = ClassName.get(plan.packageName(), plan.simpleName());
    this.descriptor = NestedClass.DESCRIPTOR.in(main);
  }

  /**
   * Adds the class and the methods that return its only instance. They have the type of its
   * superclass: the JVM then need not load the class in order to verify the module's.
   */
  void addTo(TypeSpec.Builder builder) {
    builder.addMethod(
        MethodSpec.methodBuilder("descriptor")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("Returns what describes this module.\n")
            .returns(ModuleDescriptor.class)
            .addStatement("return $T.INSTANCE", descriptor)
            .build());
    builder.addMethod(
        MethodSpec.methodBuilder("module")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ModuleDescriptor.class)
            .addStatement("return descriptor()")
            .build());
    builder.addMethod(
        MethodSpec.methodBuilder(INSTANTIATE)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(main)
            .addParameter(Namespace.class, "namespace")
            .addParameter(InstanceConfig.class, "config")
            .addStatement("return instantiate(namespace, config)")
            .build());
    builder.addType(type());
  }

  private TypeSpec type() {
    return TypeSpec.classBuilder(descriptor)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
        .superclass(ModuleDescriptor.class)
        .addJavadoc("The module as a value, which service loaders find, too.\n")
        .addField(
            FieldSpec.builder(ModuleDescriptor.class, "INSTANCE", Modifier.STATIC, Modifier.FINAL)
                .initializer("new $T()", descriptor)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("For service loaders.\n")
                .addStatement(
                    "super($T.class, $L, $S)",
                    main,
                    JavaLiterals.string(plan.moduleName()),
                    names.descriptorResource())
                .build())
        .addMethod(
            MethodSpec.methodBuilder("instantiate")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(main)
                .addParameter(Namespace.class, "namespace")
                .addParameter(InstanceConfig.class, "config")
                .addStatement("return $L(namespace, config)", INSTANTIATE)
                .build())
        .build();
  }
}

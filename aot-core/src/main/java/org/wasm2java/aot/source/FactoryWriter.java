package org.wasm2java.aot.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.name.NestedClass;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.Namespace;
import org.wasm2java.runtime.ResourceLimitException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;

/** Writes the static methods that instantiate a module. */
final class FactoryWriter {
  private static final String THROWS =
      throwing(
              LinkException.class.getName(),
              "if an import is missing or of another type, or the name is taken")
          + throwing(
              ResourceLimitException.class.getName(), "if a memory or table would be too large")
          + throwing(
              Trap.class.getName(),
              "if initialization traps; what was written before stays written")
          + "\n";

  private final JavaPlan plan;
  private final ClassName main;

  FactoryWriter(JavaPlan plan, ClassName main) {
    this.plan = plan;
    this.main = main;
  }

  /** Returns a line of Javadoc; the full name of the exception needs no import. */
  private static String throwing(String exception, String when) {
    return "\n@throws " + exception + " " + when;
  }

  /** Adds the methods to the module's class. */
  void addTo(TypeSpec.Builder builder) {
    boolean withImports = !plan.imports().isEmpty();
    builder.addMethod(inStore(false));
    if (withImports) {
      builder.addMethod(inStore(true));
      builder.addMethod(
          inNamespace("Instantiates the module with imports by the configuration.\n", false)
              .addStatement(
                  "return instantiate(namespace, config, new $T())", NestedClass.IMPORTS.in(main))
              .build());
    }
    builder.addMethod(
        making(
            inNamespace(
                withImports
                    ? "Instantiates the module with these imports, the rest by the configuration.\n"
                    : "Instantiates the module.\n",
                withImports)));
  }

  /** The shortest way: the store's own namespace and no configuration. */
  private MethodSpec inStore(boolean withImports) {
    String what =
        withImports
            ? "Instantiates the module with these imports, the rest from the store.\n"
            : "Instantiates the module with imports from the store.\n";
    return factory(what, withImports, Store.class, "store")
        .addStatement(
            "return instantiate(store.namespace(), $T.DEFAULT$L)",
            InstanceConfig.class,
            withImports ? ", imports" : "")
        .build();
  }

  private MethodSpec.Builder inNamespace(String what, boolean withImports) {
    MethodSpec.Builder method = factory(what, false, Namespace.class, "namespace");
    method.addParameter(InstanceConfig.class, "config");
    if (withImports) {
      method.addParameter(NestedClass.IMPORTS.in(main), "imports");
    }
    return method;
  }

  private MethodSpec.Builder factory(
      String what, boolean withImports, Class<?> place, String placeName) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("instantiate")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(what + THROWS)
            .returns(main)
            .addParameter(place, placeName);
    if (withImports) {
      method.addParameter(NestedClass.IMPORTS.in(main), "imports");
    }
    return method;
  }

  private MethodSpec making(MethodSpec.Builder method) {
    CodeBlock creation =
        CodeBlock.of("new $T(linker$L)", main, plan.imports().isEmpty() ? "" : ", imports");
    return method
        .addStatement(
            "$T linker = new $T($L, namespace, config)",
            Linker.class,
            Linker.class,
            JavaLiterals.string(plan.moduleName()))
        .beginControlFlow("try")
        .addStatement("return linker.start($L)", creation)
        .nextControlFlow("catch ($T e)", Throwable.class)
        .addStatement("throw linker.failed(e)")
        .endControlFlow()
        .build();
  }
}

/** The translator from WebAssembly modules to Java. */
module org.wasm2java.aot {
  requires transitive org.wasm2java.runtime;
  requires com.palantir.javapoet;
  requires java.compiler;
  requires java.management;
  requires static org.jspecify;

  exports org.wasm2java.aot;
  exports org.wasm2java.aot.diagnostic;
  exports org.wasm2java.aot.tool;
}

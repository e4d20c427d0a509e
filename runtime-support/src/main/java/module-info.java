/** What translated modules and their users need at run time. */
module org.wasm2java.runtime {
  requires java.management;
  requires static jdk.jfr;

  uses org.wasm2java.runtime.ModuleDescriptor;

  exports org.wasm2java.runtime;
  exports org.wasm2java.runtime.ops;
  exports org.wasm2java.wasi;
}

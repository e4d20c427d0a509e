/** What translated modules and their users need at run time. */
@SuppressWarnings("module") // the translator's module is not there when this one is compiled
module org.wasm2java.runtime {
  requires java.management;
  requires static jdk.jfr;

  uses org.wasm2java.runtime.ModuleDescriptor;

  exports org.wasm2java.runtime;
  exports org.wasm2java.runtime.format to
      org.wasm2java.aot;
  exports org.wasm2java.runtime.frame;
  exports org.wasm2java.runtime.gc;
  exports org.wasm2java.runtime.generated;
  exports org.wasm2java.runtime.host;
  exports org.wasm2java.runtime.internal to
      org.wasm2java.aot;
  exports org.wasm2java.runtime.listener;
  exports org.wasm2java.runtime.ops;
  exports org.wasm2java.runtime.type;
  exports org.wasm2java.wasi;
  exports org.wasm2java.wasi.text;
}

package org.wasm2java.benchmarks.hosted;

import java.util.List;
import java.util.function.Function;
import org.wasm2java.runtime.ModuleDescriptor;

/**
 * A public module and what a host does with it. {@code hosted.mjs} does the same in V8, so that the
 * results must be equal.
 */
enum HostedProgram {
  /** A password's hash, Argon2id with 16 MiB and three passes. */
  ARGON2("argon2", "@phi-ag/argon2/dist/argon2.wasm", Argon2Host::new),
  /** A convolution, a depthwise one and a product of matrices, by XNNPACK. */
  TENSORS(
      "tensors", "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm", TensorHost::new),
  /** The formatter of Dart, in Dart, on 300 functions. */
  DART_FORMAT("dartformat", "@wasm-fmt/dart_fmt/dart_fmt.wasm", DartHost::new),
  /** A picture of 768 to 512 pixels, compressed with loss by libwebp. */
  WEBP("webp", "@jsquash/webp/codec/enc/webp_enc_simd.wasm", WebpHost::new);

  /** What computes a program's result again and again. */
  interface Host {
    byte[] run();
  }

  private final String label;
  private final String file;
  private final Function<ModuleDescriptor, Host> host;

  HostedProgram(String label, String file, Function<ModuleDescriptor, Host> host) {
    this.label = label;
    this.file = file;
    this.host = host;
  }

  static HostedProgram named(String label) {
    return List.of(values()).stream()
        .filter(program -> program.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no program " + label));
  }

  String label() {
    return label;
  }

  /** Returns where the module is in a folder {@code node_modules}. */
  String file() {
    return file;
  }

  /** Instantiates the module. */
  Host start(ModuleDescriptor module) {
    return host.apply(module);
  }
}

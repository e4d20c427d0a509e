package org.wasm2java.aot;

/**
 * Thrown where this Java has no compiler. The message tells how to get one: it is no defect of the
 * translator nor of the module.
 */
public final class NoCompilerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoCompilerException() {
    super(
        "no Java compiler: this Java is a runtime alone ("
            + System.getProperty("java.home")
            + "); run with a JDK, or with its module jdk.compiler, of version 17 or later");
  }
}

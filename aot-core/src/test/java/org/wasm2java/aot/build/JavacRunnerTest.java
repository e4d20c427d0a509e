package org.wasm2java.aot.build;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class JavacRunnerTest {
  @Test
  void pathsInMessagesAreThoseOfTheSources() {
    JavacRunner javac = new JavacRunner(RuntimeClasses.classPath());
    Map<String, String> sources =
        Map.of("com/acme/App.java", "package com.acme;\nclass App {\n  int x = y;\n}\n");
    assertThatThrownBy(() -> javac.compile(sources, Map.of()))
        .isInstanceOf(JavacException.class)
        .hasMessageStartingWith("com/acme/App.java:3: ");
  }
}

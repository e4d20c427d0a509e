package org.wasm2java.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executions whose modules have the classes of their structures in one package. */
class SharedTypesTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = TestProject.in(folder);
    for (String name : List.of("point.wasm", "line.wasm")) {
      try (InputStream in = SharedTypesTest.class.getResourceAsStream("/modules/" + name)) {
        Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
      }
    }
  }

  private GenerateMojo goal(String name, String className) {
    GenerateMojo mojo = project.goal(name, className);
    mojo.wasmFile = folder.resolve(name + ".wasm").toFile();
    mojo.typesPackage = "com.acme.types";
    return mojo;
  }

  private void build() throws Exception {
    project = project.again();
    for (GenerateMojo mojo :
        List.of(goal("point", "com.acme.Point"), goal("line", "com.acme.Line"))) {
      mojo.execute();
    }
  }

  private List<Path> types() throws IOException {
    return TestProject.filesIn(project.sources().resolve("com/acme/types"));
  }

  @Test
  void executionsMakeTheSameClassOnce() throws Exception {
    build();
    assertThat(types()).hasSize(2);
  }

  @Test
  void nothingIsWrittenAgain() throws Exception {
    build();
    for (Path file : types()) {
      Files.setLastModifiedTime(file, LONG_AGO);
    }
    build();
    for (Path file : types()) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }
  }

  @Test
  void classesThatAreStillUsedStay() throws Exception {
    build();
    project = project.again();
    goal("point", "com.acme.Point").execute();
    assertThat(types()).hasSize(1);
    assertThat(project.warnings).isEmpty();
  }

  @Test
  void otherPackagesHaveClassesOfTheirOwn() throws Exception {
    build();
    project = project.again();
    GenerateMojo mojo = goal("line", "com.acme.Line");
    mojo.typesPackage = "com.acme.lines";
    goal("point", "com.acme.Point").execute();
    mojo.execute();
    assertThat(types()).hasSize(1);
    assertThat(TestProject.filesIn(project.sources().resolve("com/acme/lines"))).hasSize(2);
  }

  @Test
  void wrongParametersAreNamed() {
    GenerateMojo mojo = goal("point", "com.acme.Point");
    mojo.typesPackage = "not a package";
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("typesPackage: not a Java package for types: \"not a package\"");
    mojo.typesPackage = "com.acme.types";
    mojo.typesFrom = List.of(folder.resolve("absent.jar").toFile());
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("absent.jar");
    mojo.typesPackage = null;
    mojo.typesFrom = List.of(folder.resolve("point.wasm").toFile());
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("typesFrom: ")
        .hasMessageContaining("<typesPackage>");
  }
}

package org.wasm2java.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateMojoTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  private static final byte[] EMPTY_CUSTOM_SECTION = {0, 1, 0};

  @TempDir private Path folder;
  private final MavenProject project = new MavenProject();
  private Path module;
  private Path sources;
  private Path resources;
  private Path generated;

  @BeforeEach
  void copyModule() throws IOException {
    module = folder.resolve("add.wasm");
    try (InputStream in = getClass().getResourceAsStream("/modules/add.wasm")) {
      Files.copy(in, module);
    }
    sources = folder.resolve("sources");
    resources = folder.resolve("resources");
    generated = sources.resolve("com/acme/Add.java");
  }

  @Test
  void sourcesAndResourcesBelongToTheProject() throws Exception {
    mojo("com.acme.Add").execute();

    assertThat(generated).content().contains("package com.acme;", "int add(int");
    assertThat(project.getCompileSourceRoots()).containsExactly(sources.toString());
    assertThat(project.getResources())
        .extracting(Resource::getDirectory)
        .containsExactly(resources.toString());
    assertThat(filesIn(resources)).isNotEmpty();
  }

  @Test
  void optionsOfTheCodeAreInTheSources() throws Exception {
    GenerateMojo mojo = mojo("com.acme.Add");
    mojo.fuel = true;
    mojo.listen = List.of("*");
    mojo.execute();

    assertThat(generated).content().contains("this.fuel -=", "FunctionListener");
  }

  @Test
  void executionsShareTheFileByWhichModulesAreFound() throws Exception {
    Path services = resources.resolve("META-INF/services/org.wasm2java.runtime.ModuleDescriptor");
    String both = "com.acme.Add$Descriptor\ncom.acme.Sum$Descriptor\n";
    mojo("com.acme.Sum").execute();
    mojo("com.acme.Add").execute();
    assertThat(services).hasContent(both);
    Files.setLastModifiedTime(services, LONG_AGO);
    mojo("com.acme.Sum").execute();
    assertThat(Files.getLastModifiedTime(services)).isEqualTo(LONG_AGO);
    Files.delete(services);
    mojo("com.acme.Add").execute();
    mojo("com.acme.Sum").execute();
    assertThat(services).hasContent(both);
  }

  @Test
  void secondExecutionAddsNoFolderTwice() throws Exception {
    mojo("com.acme.Add").execute();
    mojo("com.acme.Sum").execute();

    assertThat(project.getCompileSourceRoots()).hasSize(1);
    assertThat(project.getResources()).hasSize(1);
    assertThat(generated).exists();
  }

  @Test
  void unchangedModuleIsNotTranslatedAgain() throws Exception {
    mojo("com.acme.Add").execute();
    Files.setLastModifiedTime(generated, LONG_AGO);

    mojo("com.acme.Add").execute();

    assertThat(Files.getLastModifiedTime(generated)).isEqualTo(LONG_AGO);
    assertThat(project.getCompileSourceRoots()).hasSize(1);
  }

  @Test
  void changedModuleIsTranslatedAgain() throws Exception {
    mojo("com.acme.Add").execute();
    Files.setLastModifiedTime(generated, LONG_AGO);
    Files.write(module, EMPTY_CUSTOM_SECTION, StandardOpenOption.APPEND);

    mojo("com.acme.Add").execute();

    assertThat(Files.getLastModifiedTime(generated)).isGreaterThan(LONG_AGO);
  }

  @Test
  void editedOrDeletedOutputIsTranslatedAgain() throws Exception {
    mojo("com.acme.Add").execute();
    String text = Files.readString(generated);
    Files.writeString(generated, "edited");
    mojo("com.acme.Add").execute();
    assertThat(generated).hasContent(text);

    Files.delete(generated);
    mojo("com.acme.Add").execute();
    assertThat(generated).hasContent(text);
  }

  @Test
  void outputThatIsNoLongerMadeIsDeleted() throws Exception {
    mojo("com.acme.Add").execute();
    GenerateMojo moved = mojo("com.acme.Add");
    moved.outputDirectory = folder.resolve("elsewhere").toFile();

    moved.execute();

    assertThat(generated).doesNotExist();
    assertThat(folder.resolve("elsewhere/com/acme/Add.java")).exists();
  }

  @Test
  void skippedGoalDoesNothing() throws Exception {
    GenerateMojo mojo = mojo("com.acme.Add");
    mojo.skip = true;

    mojo.execute();

    assertThat(sources).doesNotExist();
    assertThat(project.getCompileSourceRoots()).isEmpty();
  }

  @Test
  void badModuleFailsTheBuildWithoutOutput() throws Exception {
    Files.writeString(module, "(module)");

    assertThatThrownBy(() -> mojo("com.acme.Add").execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll(module.toString(), "magic header not detected", "wat2wasm");
    assertThat(sources).doesNotExist();
  }

  @Test
  void missingModuleIsNamed() throws Exception {
    Files.delete(module);

    assertThatThrownBy(() -> mojo("com.acme.Add").execute())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContainingAll(module.toString(), "no such file");
  }

  @Test
  void wrongClassNameIsNamed() {
    assertThatThrownBy(() -> mojo("com.acme.Add-1").execute())
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("className: ");
  }

  private GenerateMojo mojo(String className) {
    GenerateMojo mojo = new GenerateMojo();
    mojo.wasmFile = module.toFile();
    mojo.className = className;
    mojo.outputDirectory = sources.toFile();
    mojo.resourcesDirectory = resources.toFile();
    mojo.recordDirectory = folder.resolve("records").toFile();
    mojo.project = project;
    return mojo;
  }

  private static List<Path> filesIn(Path root) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }
}

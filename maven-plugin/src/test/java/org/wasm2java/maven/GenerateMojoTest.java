package org.wasm2java.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.aot.tool.OutputFiles;

class GenerateMojoTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  private static final byte[] EMPTY_CUSTOM_SECTION = {0, 1, 0};

  @TempDir private Path folder;
  private TestProject project;
  private Path module;
  private Path sources;
  private Path resources;
  private Path generated;

  @BeforeEach
  void makeProject() throws IOException {
    project = TestProject.in(folder);
    module = folder.resolve("add.wasm");
    sources = project.sources();
    resources = project.resources();
    generated = sources.resolve("com/acme/Add.java");
  }

  @Test
  void sourcesAndResourcesBelongToTheProject() throws Exception {
    mojo("com.acme.Add").execute();

    assertThat(generated).content().contains("package com.acme;", "int add(int");
    assertThat(project.maven.getCompileSourceRoots()).containsExactly(sources.toString());
    assertThat(project.maven.getResources())
        .extracting(Resource::getDirectory)
        .containsExactly(resources.toString());
    assertThat(TestProject.filesIn(resources)).isNotEmpty();
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
    String both = "com.acme.Add$Descriptor\ncom.acme.Sum$Descriptor\n";
    mojos().forEach(GenerateMojoTest::run);
    assertThat(project.services()).hasContent(both);
    Files.setLastModifiedTime(project.services(), LONG_AGO);
    mojos().forEach(GenerateMojoTest::run);
    assertThat(Files.getLastModifiedTime(project.services())).isEqualTo(LONG_AGO);
    Files.delete(project.services());
    mojos().forEach(GenerateMojoTest::run);
    assertThat(project.services()).hasContent(both);
  }

  @Test
  void secondExecutionAddsNoFolderTwice() throws Exception {
    mojos().forEach(GenerateMojoTest::run);

    assertThat(project.maven.getCompileSourceRoots()).hasSize(1);
    assertThat(project.maven.getResources()).hasSize(1);
    assertThat(generated).exists();
  }

  @Test
  void unchangedModuleIsNotTranslatedAgain() throws Exception {
    mojo("com.acme.Add").execute();
    Files.setLastModifiedTime(generated, LONG_AGO);

    mojo("com.acme.Add").execute();

    assertThat(Files.getLastModifiedTime(generated)).isEqualTo(LONG_AGO);
    assertThat(project.maven.getCompileSourceRoots()).hasSize(1);
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
  void skippedGoalTranslatesNothing() throws Exception {
    GenerateMojo mojo = mojo("com.acme.Add");
    mojo.skip = true;

    mojo.execute();

    assertThat(sources).doesNotExist();
  }

  @Test
  void skippedGoalStillAddsWhatAnEarlierBuildMade() throws Exception {
    mojo("com.acme.Add").execute();
    GenerateMojo mojo = mojo("com.acme.Add");
    mojo.skip = true;

    mojo.execute();

    assertThat(generated).exists();
    assertThat(project.maven.getCompileSourceRoots()).containsExactly(sources.toString());
    assertThat(project.maven.getResources())
        .extracting(Resource::getDirectory)
        .containsExactly(resources.toString());
  }

  @Test
  void filesThatAKilledBuildHadBegunAreNoResources() throws Exception {
    mojo("com.acme.Add").execute();

    assertThat(project.maven.getResources().get(0).getExcludes())
        .containsExactly("**/" + OutputFiles.UNFINISHED_FILES);
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

  @Test
  void wrongFeatureIsNamed() {
    GenerateMojo mojo = mojo("com.acme.Add");
    mojo.features = "simd";
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageStartingWith("features: \"simd\" refuses nothing");
  }

  @Test
  void refusedFeaturesAreAnInput() throws Exception {
    mojo("com.acme.Add").execute();

    Files.setLastModifiedTime(generated, LONG_AGO);
    GenerateMojo mojo = mojo("com.acme.Add");
    mojo.features = "-simd";
    mojo.execute();

    assertThat(Files.getLastModifiedTime(generated)).isGreaterThan(LONG_AGO);
  }

  /** Returns the goals of two executions in a build. */
  private List<GenerateMojo> mojos() {
    project = project.again();
    return List.of(project.goal("sum", "com.acme.Sum"), project.goal("add", "com.acme.Add"));
  }

  private static void run(GenerateMojo mojo) {
    assertThatCode(mojo::execute).doesNotThrowAnyException();
  }

  /** Returns the goal of an execution in a build of its own. */
  private GenerateMojo mojo(String className) {
    project = project.again();
    return project.goal("default", className);
  }
}

package org.wasm2java.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What builds keep for later ones: it follows the project wherever it goes, and what nobody makes
 * any more is deleted.
 */
class KeptStateTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  @TempDir private Path folder;
  private TestProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = TestProject.in(folder.resolve("a"));
  }

  @Test
  void copyOfAProjectHarmsNothingInTheOriginal() throws Exception {
    project.generate("com.acme.Add");
    TestProject copy = copyOfProject("project");
    Map<Path, FileTime> before = times(project.base);

    GenerateMojo changed = copy.goal("default", "com.acme.Sum");
    changed.interruptible = true;
    changed.execute();

    assertThat(times(project.base)).isEqualTo(before);
    assertThat(copy.generated()).contains("Sum.java").noneMatch(name -> name.startsWith("Add"));
  }

  @Test
  void copyOfAProjectIsUpToDate() throws Exception {
    project.generate("com.acme.Add");
    TestProject copy = copyOfProject("renamed-artifact");
    Path generated = copy.sources().resolve("com/acme/Add.java");
    Files.setLastModifiedTime(generated, LONG_AGO);

    copy.goal("renamed-execution", "com.acme.Add").execute();

    assertThat(Files.getLastModifiedTime(generated)).isEqualTo(LONG_AGO);
    assertThat(copy.record()).content().doesNotContain(folder.toString());
  }

  @Test
  void copyThatBecomesAnotherProjectKeepsNothingOfTheFirst() throws Exception {
    project.generate("com.acme.Add");
    TestProject copy = copyOfProject("renamed-artifact");

    copy.goal("default", "com.acme.Sum").execute();

    assertThat(copy.generated()).contains("Sum.java").noneMatch(name -> name.startsWith("Add"));
  }

  @Test
  void renamedClassLeavesNothing() throws Exception {
    project.generate("com.acme.old.Add");
    project.copyResources();
    Path classes = project.build.resolve("classes");
    Files.writeString(classes.resolve("com/acme/old/notes.txt"), "of the project");

    project.generate("com.acme.Sum");

    assertThat(project.generated()).isNotEmpty().noneMatch(name -> name.startsWith("Add"));
    assertThat(project.sources().resolve("com/acme/old")).doesNotExist();
    assertThat(project.services()).hasContent("com.acme.Sum$Descriptor\n");
    assertThat(TestProject.filesIn(classes.resolve("com")))
        .containsExactly(classes.resolve("com/acme/old/notes.txt"));
  }

  @Test
  void resourceInTheClassesThatIsNoCopyStays() throws Exception {
    project.generate("com.acme.Add");
    project.copyResources();
    Path other = project.build.resolve("classes/com/acme/Add.module");
    Files.writeString(other, "of another plugin");

    project.generate("com.acme.Sum");

    assertThat(other).hasContent("of another plugin");
  }

  @Test
  void executionThatLeftThePomLeavesNothing() throws Exception {
    run(project.goal("one", "com.acme.Add"), project.goal("two", "com.acme.Sum"));
    TestProject next = project.again();
    Path generated = project.sources().resolve("com/acme/Sum.java");
    Files.setLastModifiedTime(generated, LONG_AGO);

    next.goal("two", "com.acme.Sum").execute();

    assertThat(project.generated()).isNotEmpty().noneMatch(name -> name.startsWith("Add"));
    assertThat(project.services()).hasContent("com.acme.Sum$Descriptor\n");
    assertThat(Files.getLastModifiedTime(generated)).isEqualTo(LONG_AGO);
  }

  @Test
  void disabledExecutionLeavesNothing() throws Exception {
    run(project.goal("one", "com.acme.Add"), project.goal("two", "com.acme.Sum"));
    TestProject next = project.again();
    next.goal("one", "com.acme.Add");
    next.maven.getBuild().getPlugins().get(0).getExecutions().get(0).setPhase("none");

    next.goal("two", "com.acme.Sum").execute();

    assertThat(project.generated()).isNotEmpty().noneMatch(name -> name.startsWith("Add"));
  }

  @Test
  void executionOfALaterPhaseKeepsItsFiles() throws Exception {
    run(project.goal("one", "com.acme.Add"), project.goal("two", "com.acme.Sum"));
    TestProject next = project.again();
    GenerateMojo one = next.goal("one", "com.acme.Other");
    next.goal("two", "com.acme.Sum");

    one.execute();

    assertThat(project.generated())
        .contains("Other.java", "Sum.java")
        .noneMatch(name -> name.startsWith("Add"));
  }

  @Test
  void executionsMayExchangeTheirClasses() throws Exception {
    run(project.goal("one", "com.acme.Add"), project.goal("two", "com.acme.Sum"));
    List<String> before = project.generated();
    TestProject next = project.again();

    run(next.goal("one", "com.acme.Sum"), next.goal("two", "com.acme.Add"));

    assertThat(project.generated()).isEqualTo(before);
    assertThat(project.services()).hasContent("com.acme.Add$Descriptor\ncom.acme.Sum$Descriptor\n");
  }

  @Test
  void eachOfSeveralOutputFoldersIsTidied() throws Exception {
    GenerateMojo moved = project.goal("two", "com.acme.Sum");
    moved.outputDirectory = project.base.resolve("gen/java").toFile();
    moved.resourcesDirectory = project.base.resolve("gen/resources").toFile();
    run(project.goal("one", "com.acme.Add"), moved);

    String both = "com.acme.Add$Descriptor\ncom.acme.Sum$Descriptor\n";
    assertThat(project.services()).hasContent(both);
    assertThat(project.base.resolve("gen/resources/" + TestProject.SERVICES)).hasContent(both);

    project.again().goal("one", "com.acme.Add").execute();

    assertThat(TestProject.filesIn(project.base.resolve("gen"))).isEmpty();
    assertThat(project.services()).hasContent("com.acme.Add$Descriptor\n");
  }

  @Test
  void executionsThatMakeOneClassAreNamed() throws Exception {
    GenerateMojo second = project.goal("second", "com.acme.Add");
    second.outputDirectory = project.base.resolve("elsewhere").toFile();
    project.goal("first", "com.acme.Add").execute();

    assertThatThrownBy(second::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessageContainingAll("'first'", "'second'", "com/acme/Add.java", "<className>");
    assertThat(project.base.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void executionsThatMakeClassesOfOneFileNameAreNamedAlsoInTheNextBuild() throws Exception {
    for (TestProject each : List.of(project, project.again())) {
      GenerateMojo second = each.goal("second", "com.acme.ADD");
      each.goal("first", "com.acme.Add").execute();

      assertThatThrownBy(second::execute).hasMessageContainingAll("'first'", "'second'");
    }
  }

  @Test
  void executionThatRunsAgainInABuildIsNoOther() throws Exception {
    GenerateMojo mojo = project.goal("first", "com.acme.Add");
    run(mojo, mojo);

    assertThat(project.generated()).contains("Add.java");
  }

  @Test
  void commandLineAddsToTheExecutions() throws Exception {
    project.generate("com.acme.Add");
    run(project.commandLine("com.acme.Sum"), project.commandLine("com.acme.Other"));
    project.generate("com.acme.Add");

    assertThat(project.generated()).contains("Add.java", "Sum.java", "Other.java");
  }

  @Test
  void commandLineMayMakeWhatAnExecutionMakesInTheSameBuild() throws Exception {
    GenerateMojo direct = project.commandLine("com.acme.Add");
    PluginDescriptor plugin = new PluginDescriptor();
    plugin.setGroupId("org.wasm2java");
    plugin.setArtifactId("wasm2java-maven-plugin");
    MojoDescriptor goal = new MojoDescriptor();
    goal.setPluginDescriptor(plugin);
    goal.setGoal("generate");
    direct.execution = new MojoExecution(goal, "default-cli", MojoExecution.Source.CLI);
    run(direct, project.goal("first", "com.acme.Add"));
    project.generate("com.acme.Sum");

    assertThat(project.generated()).contains("Sum.java").noneMatch(name -> name.startsWith("Add"));
  }

  @Test
  void projectsOfABuildThatShareTheirBuildFolderLeaveEachOtherAlone() throws Exception {
    project.generate("com.acme.Add");
    TestProject neighbour = new TestProject(project.base, "neighbour");
    neighbour.reactor.add(project.maven);

    neighbour.goal("default", "com.acme.Sum").execute();

    assertThat(project.generated()).contains("Add.java", "Sum.java");
    assertThat(project.services()).hasContent("com.acme.Add$Descriptor\ncom.acme.Sum$Descriptor\n");
  }

  @Test
  void buildsAtOnceLoseNothing() throws Exception {
    List<String> names = List.of("A", "B", "C", "D", "E", "F", "G", "H");
    List<GenerateMojo> goals =
        names.stream().map(name -> project.goal(name, "com.acme.M" + name)).toList();

    List<Exception> failures =
        goals.parallelStream().flatMap(goal -> failureOf(goal).stream()).toList();

    assertThat(failures).isEmpty();
    assertThat(project.services())
        .hasContent(
            names.stream()
                .map(name -> "com.acme.M" + name + "$Descriptor\n")
                .collect(Collectors.joining()));
    TestProject next = project.again();
    next.goal("A", "com.acme.MA").execute();
    assertThat(project.generated()).contains("MA.java").noneMatch(name -> name.startsWith("MB"));
  }

  private static List<Exception> failureOf(GenerateMojo goal) {
    try {
      goal.execute();
      return List.of();
    } catch (Exception e) {
      return List.of(e);
    }
  }

  private static void run(GenerateMojo... goals) throws Exception {
    for (GenerateMojo goal : goals) {
      goal.execute();
    }
  }

  private TestProject copyOfProject(String artifact) throws IOException {
    Path base = folder.resolve("b");
    TestProject.copy(project.base, base);
    return new TestProject(base, artifact);
  }

  private static Map<Path, FileTime> times(Path root) throws IOException {
    return TestProject.filesIn(root).stream()
        .collect(Collectors.toMap(file -> file, KeptStateTest::timeOf));
  }

  private static FileTime timeOf(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

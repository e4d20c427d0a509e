package org.wasm2java.maven;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;

/** A project in a folder, and one build of it: the executions share what Maven keeps meanwhile. */
final class TestProject {
  static final String SERVICES = "META-INF/services/org.wasm2java.runtime.ModuleDescriptor";

  final Path base;
  final Path build;
  final MavenProject maven = new MavenProject();
  final List<MavenProject> reactor = new ArrayList<>(List.of(maven));
  final List<String> warnings = new ArrayList<>();
  private final Plugin plugin = new Plugin();
  private final Map<Object, Object> context = new HashMap<>();

  /** Begins a build of the project in a folder, whose POM has no executions yet. */
  TestProject(Path base, String artifact) {
    this.base = base;
    this.build = base.resolve("target");
    plugin.setGroupId("org.wasm2java");
    plugin.setArtifactId("wasm2java-maven-plugin");
    Build model = new Build();
    model.setDirectory(build.toString());
    model.setOutputDirectory(build.resolve("classes").toString());
    model.addPlugin(plugin);
    maven.setBuild(model);
    maven.setGroupId("test");
    maven.setArtifactId(artifact);
    maven.setFile(base.resolve("pom.xml").toFile());
  }

  static TestProject in(Path base) throws IOException {
    Files.createDirectories(base);
    try (InputStream in = TestProject.class.getResourceAsStream("/modules/add.wasm")) {
      Files.write(base.resolve("add.wasm"), in.readAllBytes());
    }
    return new TestProject(base, "project");
  }

  /** Begins another build; its POM has no executions yet. */
  TestProject again() {
    return new TestProject(base, maven.getArtifactId());
  }

  /** Has an execution in the POM, and returns the goal to be run for it. */
  GenerateMojo goal(String id, String className) {
    PluginExecution execution = new PluginExecution();
    execution.setId(id);
    execution.addGoal("generate");
    plugin.addExecution(execution);
    plugin.flushExecutionMap();
    return configured(new MojoExecution(plugin, "generate", id), className);
  }

  /** Returns the goal as a command line runs it. */
  GenerateMojo commandLine(String className) {
    MojoExecution execution = new MojoExecution(plugin, "generate", "default-cli");
    return configured(execution, className);
  }

  /** Runs the one execution of a build of this project, as most have one. */
  TestProject generate(String className) throws Exception {
    TestProject next = again();
    next.goal("default", className).execute();
    return next;
  }

  private GenerateMojo configured(MojoExecution execution, String className) {
    GenerateMojo mojo = new GenerateMojo();
    mojo.wasmFile = base.resolve("add.wasm").toFile();
    mojo.className = className;
    mojo.outputDirectory = sources().toFile();
    mojo.resourcesDirectory = resources().toFile();
    mojo.recordDirectory = build.resolve("wasm2java").toFile();
    mojo.project = maven;
    mojo.reactorProjects = reactor;
    mojo.execution = execution;
    mojo.setPluginContext(context);
    mojo.setLog(new Warnings());
    return mojo;
  }

  Path sources() {
    return build.resolve("generated-sources/wasm2java");
  }

  Path resources() {
    return build.resolve("generated-resources/wasm2java");
  }

  Path record() {
    return build.resolve("wasm2java/generate.record");
  }

  Path services() {
    return resources().resolve(SERVICES);
  }

  /** Copies the resources as Maven does. */
  void copyResources() throws IOException {
    copy(resources(), build.resolve("classes"));
  }

  static void copy(Path from, Path to) throws IOException {
    for (Path file : filesIn(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.write(copy, Files.readAllBytes(file));
    }
  }

  /** Returns the names of the generated files. */
  List<String> generated() throws IOException {
    List<Path> files = new ArrayList<>(filesIn(sources()));
    files.addAll(filesIn(resources()));
    return files.stream().map(file -> file.getFileName().toString()).sorted().toList();
  }

  static List<Path> filesIn(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private final class Warnings extends SystemStreamLog {
    @Override
    public void info(CharSequence text) {}

    @Override
    public void warn(CharSequence text) {
      warnings.add(text.toString());
    }
  }
}

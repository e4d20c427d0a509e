package org.wasm2java.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.tool.ModuleFile;
import org.wasm2java.aot.tool.OutputFiles;
import org.wasm2java.aot.tool.PhaseLines;
import org.wasm2java.maven.RecordedModule.ServiceLine;

/**
 * Generates Java sources and resources from a WebAssembly module and adds them to the project,
 * which needs {@code wasm2java-runtime} as a dependency. Does nothing where the module, the
 * configuration and the translator are those of the last run. For several modules, use one
 * execution each. What an execution made that is no longer in the POM, or makes another class now,
 * is deleted.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
  /** The module, a {@code .wasm} file. */
  @Parameter(property = "wasm2java.wasmFile", required = true)
  File wasmFile;

  /** Full name of the generated class, such as {@code com.acme.Sha256}. */
  @Parameter(property = "wasm2java.className", required = true)
  String className;

  /** Where the sources go; becomes a source folder of the project. */
  @Parameter(defaultValue = "${project.build.directory}/generated-sources/wasm2java")
  File outputDirectory;

  /** Where the resources go, such as data segments; becomes a resource folder of the project. */
  @Parameter(defaultValue = "${project.build.directory}/generated-resources/wasm2java")
  File resourcesDirectory;

  /** Lets running code be interrupted, cancelled and given deadlines. */
  @Parameter(property = "wasm2java.interruptible", defaultValue = "false")
  boolean interruptible;

  /** Lets running code use up fuel. */
  @Parameter(property = "wasm2java.fuel", defaultValue = "false")
  boolean fuel;

  /** Lets exceptions of WebAssembly know the functions that were running. */
  @Parameter(property = "wasm2java.exceptionFrames", defaultValue = "false")
  boolean exceptionFrames;

  /**
   * Functions whose calls a listener can be told of: patterns of their names in the module or as
   * exports, or of their indices, such as {@code str*} and {@code func[12]}.
   */
  @Parameter(property = "wasm2java.listen")
  List<String> listen = new ArrayList<>();

  /** Custom sections that the module's descriptor keeps: patterns of their names. */
  @Parameter(property = "wasm2java.customSections")
  List<String> customSections = new ArrayList<>();

  /**
   * Extensions of WebAssembly that the module must not use, each with a minus and commas between,
   * such as {@code -simd,-threads}.
   */
  @Parameter(property = "wasm2java.features")
  @Nullable String features;

  /**
   * The package of the classes of structures and arrays, for modules that pass these to each other:
   * those that are translated with one package share the classes.
   */
  @Parameter(property = "wasm2java.typesPackage")
  @Nullable String typesPackage;

  /**
   * Jars of other modules that were translated with the same {@code typesPackage}; the classes that
   * they have are not made again.
   */
  @Parameter(property = "wasm2java.typesFrom")
  List<File> typesFrom = new ArrayList<>();

  /** Translates nothing; what an earlier build made still belongs to the project. */
  @Parameter(property = "wasm2java.skip", defaultValue = "false")
  boolean skip;

  @Parameter(
      defaultValue = "${project.build.directory}/wasm2java",
      readonly = true,
      required = true)
  File recordDirectory;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
  List<MavenProject> reactorProjects = new ArrayList<>();

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    // Also if nothing is done: what an earlier build made is compiled with the rest.
    addFolders();
    if (skip) {
      getLog().info("wasm2java is skipped");
      return;
    }
    try {
      generate(ModuleFile.read(wasmFile.toPath()));
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private void generate(ModuleFile module) throws MojoFailureException, IOException {
    Executions executions = new Executions(execution, project, reactorProjects, context());
    ModuleKey key = executions.key(className);
    executions.claim(key, Map.of(className.replace('.', '/') + ".java", Executions.UNKNOWN));
    ProjectFolders folders = folders();
    String sources = folders.nameOf(outputDirectory.toPath());
    String resources = folders.nameOf(resourcesDirectory.toPath());
    String inputs = hashOfInputs(module, sources, resources);
    ProjectOutputs outputs = outputs(folders, executions);
    Optional<RecordedModule> made = outputs.upToDate(inputs);
    if (made.isPresent()) {
      executions.claim(key, made.get().hashes());
      getLog().info(className + " is up to date");
      outputs.keep(key, made.get());
      return;
    }
    getLog().info("Translating " + wasmFile + " to " + className);
    Translation translation = translate(module);
    translation.warnings().forEach(warning -> getLog().warn(className + ": " + warning));
    Map<OutputPath, byte[]> contents = contentsOf(translation, sources, resources);
    RecordedModule making =
        RecordedModule.of(inputs, contents, ServiceLine.of(resources, translation.services()));
    executions.claim(key, making.hashes());
    outputs.write(key, making, contents);
  }

  /** What Maven keeps for this plugin and project while a build runs; nothing if it does not. */
  @SuppressWarnings("unchecked") // the API is older than type parameters
  private Map<Object, Object> context() {
    @Nullable Map<Object, Object> context = getPluginContext();
    return context == null ? new HashMap<>() : context;
  }

  private ProjectFolders folders() {
    Path base = project.getBasedir().toPath();
    return new ProjectFolders(base, Path.of(project.getBuild().getDirectory()));
  }

  private ProjectOutputs outputs(ProjectFolders folders, Executions executions) {
    String classes = folders.nameOf(Path.of(project.getBuild().getOutputDirectory()));
    return new ProjectOutputs(folders, classes, recordDirectory.toPath(), executions, getLog());
  }

  /** Covers all that the outputs depend on; the names of folders outlive a copy of the project. */
  private String hashOfInputs(ModuleFile module, String sources, String resources)
      throws IOException {
    Hash hash = new Hash();
    TranslatorBuild.addTo(hash);
    for (File jar : typesFrom) {
      hash.add(Files.readAllBytes(jar.toPath()));
    }
    return hash.add(module.bytes())
        .add(className)
        .add(wasmFile.getName())
        .add(sources)
        .add(resources)
        .add(interruptible + " " + fuel + " " + exceptionFrames)
        .add(listen + " " + customSections + " " + refused())
        .add(sharedPackage())
        .text();
  }

  private String refused() {
    return features == null ? "" : features;
  }

  private String sharedPackage() {
    return typesPackage == null ? "" : typesPackage;
  }

  private TranslationOptions.Builder options() throws MojoFailureException, IOException {
    TranslationOptions.Builder options =
        TranslationOptions.builder(className)
            .programName(wasmFile.getName())
            .interruptible(interruptible)
            .fuel(fuel)
            .exceptionFrames(exceptionFrames);
    listen.forEach(options::listen);
    customSections.forEach(options::customSections);
    addTypes(options);
    try {
      return options.features(refused());
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException("features: " + e.getMessage(), e);
    }
  }

  private void addTypes(TranslationOptions.Builder options)
      throws MojoFailureException, IOException {
    try {
      options.typesPackage(sharedPackage());
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException("typesPackage: " + e.getMessage(), e);
    }
    if (!typesFrom.isEmpty() && sharedPackage().isEmpty()) {
      throw new MojoFailureException(
          "typesFrom: the classes of a jar can be used only with <typesPackage>, the package of"
              + " types that it was translated with");
    }
    for (File jar : typesFrom) {
      options.typesFrom(jar.toPath());
    }
  }

  private Translation translate(ModuleFile module) throws MojoFailureException, IOException {
    try {
      TranslationOptions.Builder options = options();
      if (module.isLarge()) {
        options.progress(new PhaseLines(phase -> getLog().info(className + ": " + phase)));
      }
      return new Translator(options.build()).translate(module.bytes());
    } catch (IllegalArgumentException e) {
      throw new MojoFailureException("className: " + e.getMessage(), e);
    } catch (WasmModuleException e) {
      throw new MojoFailureException(module.explain(e), e);
    }
  }

  private static Map<OutputPath, byte[]> contentsOf(
      Translation translation, String sources, String resources) {
    Map<OutputPath, byte[]> contents = new TreeMap<>();
    translation
        .sources()
        .forEach(
            (path, text) ->
                contents.put(new OutputPath(sources, path), text.getBytes(StandardCharsets.UTF_8)));
    translation
        .resources()
        .forEach((path, bytes) -> contents.put(new OutputPath(resources, path), bytes));
    return contents;
  }

  private void addFolders() {
    project.addCompileSourceRoot(outputDirectory.getPath());
    String folder = resourcesDirectory.getPath();
    boolean isAdded =
        project.getResources().stream().anyMatch(known -> folder.equals(known.getDirectory()));
    if (!isAdded) {
      Resource resource = new Resource();
      resource.setDirectory(folder);
      // A build that was killed may have left files that it had begun to write.
      resource.addExclude("**/" + OutputFiles.UNFINISHED_FILES);
      project.addResource(resource);
    }
  }
}

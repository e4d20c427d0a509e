package org.wasm2java.maven;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.model.Resource;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.tool.ModuleFile;
import org.wasm2java.aot.tool.OutputFiles;
import org.wasm2java.aot.tool.PhaseLines;
import org.wasm2java.aot.tool.ServiceFiles;

/**
 * Generates Java sources and resources from a WebAssembly module and adds them to the project,
 * which needs {@code wasm2java-runtime} as a dependency. Does nothing where the module, the
 * configuration and the translator are those of the last run. For several modules, use one
 * execution each.
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

  /**
   * Functions whose calls a listener can be told of: patterns of their names in the module or as
   * exports, or of their indices, such as {@code str*} and {@code func[12]}.
   */
  @Parameter(property = "wasm2java.listen")
  List<String> listen = new ArrayList<>();

  /** Custom sections that the module's descriptor keeps: patterns of their names. */
  @Parameter(property = "wasm2java.customSections")
  List<String> customSections = new ArrayList<>();

  /** Leaves the goal out. */
  @Parameter(property = "wasm2java.skip", defaultValue = "false")
  boolean skip;

  @Parameter(
      defaultValue = "${project.build.directory}/wasm2java",
      readonly = true,
      required = true)
  File recordDirectory;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("wasm2java is skipped");
      return;
    }
    try {
      generate(ModuleFile.read(wasmFile.toPath()));
    } catch (IOException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
    project.addCompileSourceRoot(outputDirectory.getPath());
    addResources();
  }

  private void generate(ModuleFile module) throws MojoFailureException, IOException {
    String inputs = hashOfInputs(module);
    Path recordFile = recordDirectory.toPath().resolve(className + ".record");
    GenerationRecord last = GenerationRecord.read(recordFile);
    if (last.isUpToDate(inputs)) {
      getLog().info(className + " is up to date");
      new OutputFiles(services()).write(true);
      return;
    }
    getLog().info("Translating " + wasmFile + " to " + className);
    Map<Path, byte[]> files = filesOf(translate(module));
    last.deleteOutputsOtherThan(files.keySet());
    new OutputFiles(files).sharing(services()).write(true);
    GenerationRecord.of(inputs, files).write(recordFile);
  }

  /** The module's line in the file that all executions share, so it is no output of one alone. */
  private Map<Path, byte[]> services() throws IOException {
    return ServiceFiles.merged(resourcesDirectory.toPath(), Translation.servicesOf(className));
  }

  private String hashOfInputs(ModuleFile module) throws IOException {
    Hash hash = new Hash();
    TranslatorVersion.addTo(hash);
    return hash.add(module.bytes())
        .add(className)
        .add(outputDirectory.getPath())
        .add(resourcesDirectory.getPath())
        .add(interruptible + " " + fuel + " " + listen + " " + customSections)
        .text();
  }

  private Translation translate(ModuleFile module) throws MojoFailureException {
    try {
      TranslationOptions.Builder options =
          TranslationOptions.builder(className).interruptible(interruptible).fuel(fuel);
      listen.forEach(options::listen);
      customSections.forEach(options::customSections);
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

  private Map<Path, byte[]> filesOf(Translation translation) {
    Map<Path, byte[]> files = new TreeMap<>();
    Path sources = outputDirectory.toPath();
    translation
        .sources()
        .forEach(
            (path, text) ->
                files.put(sources.resolve(path), text.getBytes(StandardCharsets.UTF_8)));
    Path resources = resourcesDirectory.toPath();
    translation.resources().forEach((path, bytes) -> files.put(resources.resolve(path), bytes));
    return files;
  }

  private void addResources() {
    String folder = resourcesDirectory.getPath();
    boolean isAdded =
        project.getResources().stream().anyMatch(known -> folder.equals(known.getDirectory()));
    if (!isAdded) {
      Resource resource = new Resource();
      resource.setDirectory(folder);
      project.addResource(resource);
    }
  }
}

package org.wasm2java.aot.source;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.wasm2java.aot.split.FunctionPlan;
import org.wasm2java.aot.split.ImportedModule;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.ReferenceGroups;
import org.wasm2java.runtime.ModuleInfo;

/**
 * Writes a module's sources and resources. Code classes are written one by one, by several threads
 * if the caller likes; {@link #finish} writes everything else when they are done.
 */
public final class SourceWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final ModuleInfo info;
  private final FrameTable frames;
  private final Set<String> simpleNames = new HashSet<>();

  /**
   * A writer for a module.
   *
   * @param translatorVersion the version of this translator
   * @param keeps says by its name whether a custom section is kept
   */
  public SourceWriter(JavaPlan plan, String translatorVersion, Predicate<String> keeps) {
    this.plan = plan;
    this.info = ModuleInfos.of(plan, translatorVersion, keeps);
    this.names = new GeneratedNames(plan);
    this.frames = new FrameTable(plan);
    simpleNames.add(plan.simpleName());
  }

  /** Returns the binary name of the class that stands for a module as a value. */
  public static String descriptorClass(String className) {
    return className + "$" + DescriptorWriter.CLASS;
  }

  /**
   * A source file.
   *
   * @param path such as {@code com/acme/Sha256.java}
   * @param text the source
   * @param declaration the source without code, for compiling the classes that call it apart from
   *     it; empty if it is always compiled with them
   */
  public record SourceFile(String path, String text, String declaration) {}

  /** Writes a code class with its functions, in order, and the classes of parts. Thread-safe. */
  public List<SourceFile> codeClass(int number, List<FunctionPlan> functions) {
    List<SourceFile> files = new ArrayList<>();
    int last = functions.stream().mapToInt(FunctionPlan::lastPartClass).max().orElse(0);
    for (int partClass = 0; partClass <= last; partClass++) {
      RuntimeTypes types = new RuntimeTypes(simpleNames);
      CodeClassWriter writer = new CodeClassWriter(plan, names, number, partClass, types);
      files.add(declared(writer.write(functions), types));
    }
    return files;
  }

  /**
   * Writes all classes but the code classes.
   *
   * @param functions the functions if they are methods of the module's class, else empty
   */
  public List<SourceFile> finish(List<FunctionPlan> functions) {
    List<SourceFile> files = new ArrayList<>();
    List<ReferenceGroups.Group> groups = ReferenceGroups.of(plan);
    for (TypeSpec type : new ReferenceWriter(plan, names).write(groups)) {
      files.add(declared(type, new RuntimeTypes(simpleNames)));
    }
    for (int type : ReferenceWriter.types(groups, functionTypes())) {
      RuntimeTypes types = new RuntimeTypes(simpleNames);
      files.add(declared(new TypeClassWriter(plan, names, type, types).write(), types));
    }
    RuntimeTypes types = new RuntimeTypes(simpleNames);
    CodeClassWriter code = new CodeClassWriter(plan, names, 0, 0, types);
    MainClassWriter main =
        new MainClassWriter(plan, names, types, () -> new RuntimeTypes(simpleNames));
    files.add(file(main.write(code.methods(functions), code.frames(functions)), types));
    main.further().forEach(further -> files.add(declared(further.type(), further.types())));
    return files;
  }

  private SortedSet<Integer> functionTypes() {
    SortedSet<Integer> types = new TreeSet<>();
    plan.usage().indirectTypes().forEach(type -> types.add(plan.types().canonical(type)));
    for (ImportedModule module : plan.imports()) {
      module.functions().forEach(function -> types.add(function.typeIndex()));
    }
    return types;
  }

  /** Returns the resources by path. */
  public SortedMap<String, byte[]> resources() {
    SortedMap<String, byte[]> resources = new TreeMap<>();
    resources.put(folder() + names.descriptorResource(), info.encode());
    if (plan.segments().resourceLength() > 0) {
      resources.put(folder() + names.dataResource(), plan.segments().resource());
    }
    resources.put(folder() + names.frameResource(), frames.bytes());
    return resources;
  }

  /** Returns whether the module's class has a {@code main}. */
  public boolean isCommand() {
    return Commands.startFunction(plan.module()).isPresent();
  }

  private String folder() {
    return plan.packageName().isEmpty() ? "" : plan.packageName().replace('.', '/') + "/";
  }

  private SourceFile file(TypeSpec type, RuntimeTypes types) {
    return new SourceFile(path(type), noted(type, types), "");
  }

  private SourceFile declared(TypeSpec type, RuntimeTypes types) {
    String declaration = text(DeclarationWriter.declaration(type), new RuntimeTypes(simpleNames));
    return new SourceFile(path(type), noted(type, types), declaration);
  }

  /** Returns a class's text; what its bodies noted of their lines goes to the table of frames. */
  private String noted(TypeSpec type, RuntimeTypes types) {
    PlaceLines.Source source = PlaceLines.read(text(type, types));
    frames.add(type.name(), source.methods());
    return source.text();
  }

  private String path(TypeSpec type) {
    return folder() + type.name() + ".java";
  }

  private String text(TypeSpec type, RuntimeTypes types) {
    String text =
        JavaFile.builder(plan.packageName(), type)
            .skipJavaLangImports(true)
            .addFileComment("Generated by wasm2java from WebAssembly; do not edit.")
            .indent("  ")
            .build()
            .toString();
    return types.addImports(text);
  }
}

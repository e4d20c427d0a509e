package org.wasm2java.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.wasm2java.runtime.format.ModuleInfo;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.CustomSection;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.ImportType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;

/**
 * A module as a value: what it imports and exports, where it comes from, and how to make instances
 * of it, in any number, stores and threads. The translator generates one per module, which also
 * {@link ServiceLoader} finds. Immutable; the description is read when first asked for.
 *
 * <pre>{@code
 * ModuleDescriptor math = ModuleDescriptor.find("math").orElseThrow();
 * math.exports().forEach(export -> System.out.println(export.name() + " " + export.type().text()));
 * try (Instance instance = math.instantiate(store.namespace(), InstanceConfig.named("math-1"))) {
 *   instance.export("add").call(2, 3);
 * }
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/modules.html">Modules</a>
 */
public abstract class ModuleDescriptor {
  private final Class<? extends Instance> owner;
  private final String name;
  private final String resource;
  private volatile ModuleInfo info;
  private volatile Map<String, Integer> exportPositions;

  /**
   * For generated code.
   *
   * @param owner the module's class
   * @param name the module's name
   * @param resource the simple name of the resource that describes it, beside the class
   */
  protected ModuleDescriptor(Class<? extends Instance> owner, String name, String resource) {
    this.owner = owner;
    this.name = name;
    this.resource = resource;
  }

  /** Returns the module's name: of its name section, or else the simple name of its class. */
  public final String name() {
    return name;
  }

  /** Returns the qualified name of the module's class. */
  public final String className() {
    return owner.getName();
  }

  /** Returns the imports, in the module's order. */
  public final List<ImportType> imports() {
    return info().imports();
  }

  /** Returns the exports, in the module's order. */
  public final List<ExportType> exports() {
    return info().exports();
  }

  /** Returns the positions of the exports by their names, in the module's order. */
  final Map<String, Integer> exportPositions() {
    Map<String, Integer> known = exportPositions;
    if (known == null) {
      known = new LinkedHashMap<>();
      for (ExportType export : exports()) {
        known.put(export.name(), known.size());
      }
      exportPositions = known;
    }
    return known;
  }

  /** Returns the index of the export at a position, in the index space of its kind. */
  final int exportIndex(int position) {
    return info().exportIndices().get(position);
  }

  /** Returns the types of all memories by index, imported ones first. */
  public final List<MemoryType> memories() {
    return info().memories();
  }

  /** Returns the types of all tables by index, imported ones first. */
  public final List<TableType> tables() {
    return info().tables();
  }

  /**
   * Returns the custom sections of a name, in the module's order; none that the translator was not
   * told to keep.
   */
  public final List<CustomSection> customSections(String sectionName) {
    List<CustomSection> sections = new ArrayList<>();
    for (CustomSection section : info().customSections()) {
      if (section.name().equals(sectionName)) {
        sections.add(section);
      }
    }
    return sections;
  }

  /** Returns the SHA-256 of the WebAssembly module, in 64 hexadecimal digits. */
  public final String sourceHash() {
    return info().sourceHash();
  }

  /** Returns the version of the translator that generated the classes. */
  public final String translatorVersion() {
    return info().translatorVersion();
  }

  /**
   * Instantiates the module.
   *
   * @throws LinkException if an import is missing or of another type, or the name is taken
   * @throws ResourceLimitException if a memory or table would be too large
   * @throws Trap if initialization traps; what was written before stays written
   */
  public abstract Instance instantiate(Namespace namespace, InstanceConfig config);

  /** Instantiates the module in a store's own namespace, without a name. */
  public final Instance instantiate(Store store) {
    return instantiate(store.namespace(), InstanceConfig.DEFAULT);
  }

  /**
   * Returns the module of a name, or whose class has this qualified name, among those that the
   * thread's context class loader finds.
   *
   * @throws IllegalStateException if several modules have the name
   */
  public static Optional<ModuleDescriptor> find(String name) {
    return find(name, Thread.currentThread().getContextClassLoader());
  }

  /**
   * Returns the module of a name, or whose class has this qualified name.
   *
   * @throws IllegalStateException if several modules have the name
   */
  public static Optional<ModuleDescriptor> find(String name, ClassLoader loader) {
    ModuleDescriptor found = null;
    for (ModuleDescriptor module : all(loader)) {
      if (module.className().equals(name)) {
        return Optional.of(module);
      }
      if (module.name().equals(name)) {
        if (found != null) {
          throw new IllegalStateException(
              "several modules are named "
                  + ShownText.of(name)
                  + ": ask for "
                  + found.className()
                  + " or "
                  + module.className());
        }
        found = module;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Returns all modules that a class loader finds, on its class path or in named modules. */
  public static List<ModuleDescriptor> all(ClassLoader loader) {
    List<ModuleDescriptor> modules = new ArrayList<>();
    ServiceLoader.load(ModuleDescriptor.class, loader).forEach(modules::add);
    return modules;
  }

  private ModuleInfo info() {
    ModuleInfo read = info;
    if (read == null) {
      read = read();
      info = read;
    }
    return read;
  }

  private ModuleInfo read() {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException(
            problem(
                " is missing: keep the translated resources beside the class; a module that is not"
                    + " automatic opens its package to org.wasm2java.runtime"));
      }
      return ModuleInfo.decode(stream.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(problem(" cannot be read: translate the module again"), e);
    }
  }

  private String problem(String problem) {
    return "resource " + resource + " of " + className() + problem;
  }

  /** Two descriptors of the same class are equal. */
  @Override
  public final boolean equals(Object other) {
    return other instanceof ModuleDescriptor descriptor && descriptor.owner == owner;
  }

  @Override
  public final int hashCode() {
    return owner.hashCode();
  }

  /** Returns the name, for messages. */
  @Override
  public final String toString() {
    return "module " + ShownText.of(name);
  }
}

package org.wasm2java.aot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.SourceVersion;
import org.wasm2java.aot.ir.Instrumentation;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.source.name.ReservedNames;
import org.wasm2java.aot.support.RefusedFeatures;

/**
 * How to translate a module.
 *
 * <pre>{@code
 * TranslationOptions options = TranslationOptions.builder("com.acme.Sha256").build();
 * }</pre>
 */
public final class TranslationOptions {
  private static final int SMALLEST_METHOD = 100;

  /** Words that name packages but no classes (JLS 3.9, {@code TypeIdentifier}). */
  private static final Set<String> NO_CLASS_NAMES =
      Set.of("permits", "record", "sealed", "var", "yield");

  private final String className;
  private final String programName;
  private final int methodLimit;
  private final ProgressListener progress;
  private final boolean measureHeap;
  private final boolean interruptible;
  private final boolean fuel;
  private final boolean exceptionFrames;
  private final List<String> listen;
  private final List<String> customSections;
  private final RefusedFeatures refused;
  private final String typesPackage;
  private final Set<String> givenTypes;
  private final List<Path> typesFrom;

  private TranslationOptions(Builder builder) {
    className = builder.className;
    programName = builder.programName;
    methodLimit = builder.methodLimit;
    progress = builder.progress;
    measureHeap = builder.measureHeap;
    interruptible = builder.interruptible;
    fuel = builder.fuel;
    exceptionFrames = builder.exceptionFrames;
    listen = List.copyOf(builder.listen);
    customSections = List.copyOf(builder.customSections);
    refused = builder.refused;
    typesPackage = builder.typesPackage;
    givenTypes = builder.given.classes();
    typesFrom = builder.given.jars();
  }

  /** Starts options for a class. */
  public static Builder builder(String className) {
    return new Builder(className);
  }

  /**
   * Returns whether a module's class can have this name: a Java class name that hides no class that
   * generated code uses.
   */
  public static boolean isClassName(String className) {
    return isName(className)
        && !ReservedNames.hides(simpleName(className))
        && !className.startsWith("java.");
  }

  private static boolean isName(String className) {
    return SourceVersion.isName(className, SourceVersion.RELEASE_17)
        && !NO_CLASS_NAMES.contains(simpleName(className))
        && className.codePoints().noneMatch(Character::isIdentifierIgnorable);
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Returns the qualified name of the module's class. */
  public String className() {
    return className;
  }

  /** Returns what a command module finds as its own name, see {@link Builder#programName}. */
  public String programName() {
    return programName;
  }

  /** Returns the most bytes of bytecode that a generated method may have. */
  public int methodLimit() {
    return methodLimit;
  }

  /** Returns who receives how far the translation has come. */
  public ProgressListener progress() {
    return progress;
  }

  /** Returns whether the heap is measured, see {@link Builder#measureHeap}. */
  public boolean measureHeap() {
    return measureHeap;
  }

  /** Returns whether running code can be stopped, see {@link Builder#interruptible}. */
  public boolean interruptible() {
    return interruptible;
  }

  /** Returns whether running code uses up fuel, see {@link Builder#fuel}. */
  public boolean fuel() {
    return fuel;
  }

  /** Returns whether exceptions have frames, see {@link Builder#exceptionFrames}. */
  public boolean exceptionFrames() {
    return exceptionFrames;
  }

  /** Returns patterns of functions, see {@link Builder#listen}. */
  public List<String> listen() {
    return listen;
  }

  /** Returns patterns of custom sections, see {@link Builder#customSections}. */
  public List<String> customSections() {
    return customSections;
  }

  /** Returns what is refused, see {@link Builder#features}. */
  RefusedFeatures refused() {
    return refused;
  }

  /** Returns the package of shared classes, empty for none, see {@link Builder#typesPackage}. */
  public String typesPackage() {
    return typesPackage;
  }

  /** Returns the jars of {@link Builder#typesFrom}. */
  public List<Path> typesFrom() {
    return typesFrom;
  }

  /** Returns the binary names of the classes in those jars. */
  Set<String> givenTypes() {
    return givenTypes;
  }

  Instrumentation instrumentation() {
    return new Instrumentation(interruptible, fuel, listen, exceptionFrames);
  }

  /** Collects options. */
  public static final class Builder {
    private final String className;
    private String programName;
    private int methodLimit = JvmLimits.HARD_METHOD_BYTES;
    private ProgressListener progress = ProgressListener.NONE;
    private boolean measureHeap;
    private boolean interruptible;
    private boolean fuel;
    private boolean exceptionFrames;
    private final List<String> listen = new ArrayList<>();
    private final List<String> customSections = new ArrayList<>();
    private RefusedFeatures refused = RefusedFeatures.parse("");
    private String typesPackage = "";
    private final GivenTypes given = new GivenTypes();

    private Builder(String className) {
      this.className = className;
      this.programName = className.substring(className.lastIndexOf('.') + 1);
    }

    /**
     * Sets what a command module finds as its own name, its first argument, when its class is
     * started as a program; by default the simple name of the class. Some programs are many in one
     * and choose by it.
     *
     * @param name usually that of the module's file
     */
    public Builder programName(String name) {
      programName = name;
      return this;
    }

    /** Sets the most bytes of bytecode that a generated method may have, 100 to 7500. */
    public Builder methodLimit(int bytes) {
      methodLimit = bytes;
      return this;
    }

    /** Sets who receives how far the translation has come. */
    public Builder progress(ProgressListener listener) {
      progress = Objects.requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Sets whether {@link PhaseTiming#peakHeapBytes} is measured. That resets the peak usage of the
     * JVM's memory pools, which others in the process may read as well.
     */
    public Builder measureHeap(boolean value) {
      measureHeap = value;
      return this;
    }

    /**
     * Sets whether running code can be stopped: by an interrupt of its thread, by a {@code
     * CancelHandle} and by a {@code Deadline}. It looks for these at the entry of functions and in
     * loops, which costs some time.
     */
    public Builder interruptible(boolean value) {
      interruptible = value;
      return this;
    }

    /**
     * Sets whether running code uses up fuel, about one unit an instruction: the same program with
     * the same input always uses the same.
     */
    public Builder fuel(boolean value) {
      fuel = value;
      return this;
    }

    /**
     * Sets whether an exception that WebAssembly throws knows the functions that were running then,
     * {@code WasmException.frames}. To note them takes many times as long as to throw and catch.
     */
    public Builder exceptionFrames(boolean value) {
      exceptionFrames = value;
      return this;
    }

    /**
     * Adds functions whose calls a {@code FunctionListener} can be told of.
     *
     * @param pattern matches names of the name section, names of exports, and {@code func[12]};
     *     {@code *} stands for any characters, {@code ?} for one
     */
    public Builder listen(String pattern) {
      listen.add(pattern);
      return this;
    }

    /**
     * Adds custom sections that the module's descriptor keeps, see {@code
     * ModuleDescriptor.customSections}; it keeps none by default.
     *
     * @param pattern matches names; {@code *} stands for any characters, {@code ?} for one
     */
    public Builder customSections(String pattern) {
      customSections.add(pattern);
      return this;
    }

    /**
     * Sets the extensions of WebAssembly that a module must not use, whether or not they can be
     * translated; by default it may use all.
     *
     * @param list each extension with a minus, with commas between, such as {@code -simd,-threads}
     * @throws IllegalArgumentException if there is something else in the list; the message names
     *     all extensions
     */
    public Builder features(String list) {
      refused = RefusedFeatures.parse(list);
      return this;
    }

    /**
     * Sets the package of the classes of structures and arrays. Modules that are translated with
     * the same one have the same class for equal types, so that they can pass each other's objects;
     * names of the name section play no part there. By default each module has classes of its own,
     * in its package.
     *
     * @param name such as {@code com.acme.types}
     * @throws IllegalArgumentException if it is no name of a package
     */
    public Builder typesPackage(String name) {
      requirePackage(name);
      typesPackage = name;
      return this;
    }

    /**
     * Adds a jar of another module that was translated with the same {@link #typesPackage}: the
     * classes it has are not generated again. It has to be on the class path with the result.
     *
     * @throws IOException if the file cannot be read or is no jar
     */
    public Builder typesFrom(Path jar) throws IOException {
      given.add(jar);
      return this;
    }

    /**
     * Returns the options.
     *
     * @throws IllegalArgumentException if a name or a number is not usable
     */
    public TranslationOptions build() {
      requireClassName();
      requireTypesPackage();
      if (programName.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("the program's name contains a NUL character");
      }
      if (methodLimit < SMALLEST_METHOD || methodLimit > JvmLimits.HARD_METHOD_BYTES) {
        throw new IllegalArgumentException(
            "the method limit must be "
                + SMALLEST_METHOD
                + " to "
                + JvmLimits.HARD_METHOD_BYTES
                + " bytes, not "
                + methodLimit);
      }
      return new TranslationOptions(this);
    }

    private static void requirePackage(String name) {
      boolean isPackage =
          SourceVersion.isName(name, SourceVersion.RELEASE_17)
              && name.codePoints().noneMatch(Character::isIdentifierIgnorable)
              && !(name + ".").startsWith("java.");
      if (!name.isEmpty() && !isPackage) {
        throw new IllegalArgumentException(
            "not a Java package for types: \"" + name + "\": give one such as com.acme.types");
      }
    }

    private void requireTypesPackage() {
      if (typesPackage.isEmpty() && !given.jars().isEmpty()) {
        throw new IllegalArgumentException(
            "the classes of "
                + given.jars().get(0).getFileName()
                + " can be used only with the package of types that it was translated with");
      }
    }

    private void requireClassName() {
      if (!isName(className)) {
        throw new IllegalArgumentException(
            "not a Java class name: \""
                + className
                + "\": give one such as com.acme.Sha256, without Java's keywords");
      }
      if (ReservedNames.hides(simpleName(className))) {
        throw new IllegalArgumentException(
            "the class name "
                + className
                + " would hide a class that generated code uses: choose another, such as "
                + className
                + "Module");
      }
      if (className.startsWith("java.")) {
        throw new IllegalArgumentException(
            "classes cannot be in the package java: \"" + className + "\"");
      }
    }
  }
}

package org.wasm2java.aot;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.split.JavaPlan;

/**
 * Translates and compiles a module until its methods are small enough. How large a method becomes
 * is estimated when a function is cut, and known only when it is compiled: functions with methods
 * over the limit are cut finer, and the classes that change are compiled again.
 */
final class ModuleCompilation {
  /** One or two are enough where cutting finer helps at all. */
  private static final int ATTEMPTS = 5;

  private final JavaPlan plan;
  private final TranslationOptions options;
  private final Timings timings;
  private final Compilation javac;
  private final SourceAssembly assembly;
  private final SortedMap<String, byte[]> classes = new TreeMap<>();
  private ModuleSources written;

  ModuleCompilation(JavaPlan plan, TranslationOptions options, Timings timings) {
    this.plan = plan;
    this.options = options;
    this.timings = timings;
    this.javac = new Compilation(plan.module(), plan.limits().batchCharacters(), options);
    this.assembly = new SourceAssembly(plan, options);
    this.written = timings.of(Phase.CODE, assembly::write);
  }

  CompiledModule compileUntilSmall() {
    compile(written.sources());
    LargeMethods large = largeMethods();
    for (int attempt = 1; attempt < ATTEMPTS && cutFiner(large.functions()); attempt++) {
      large = largeMethods();
    }
    Translation translation = Translation.of(plan.module(), options, written, large, timings.all());
    return new CompiledModule(translation, classes);
  }

  /** Cuts functions finer and compiles what changes; returns whether anything does. */
  private boolean cutFiner(Set<Integer> functions) {
    if (functions.isEmpty()) {
      return false;
    }
    ModuleSources before = written;
    written = timings.of(Phase.CODE, () -> assembly.write(functions));
    classes.keySet().removeIf(path -> !written.hasClass(path));
    SortedMap<String, String> changed = written.changedFrom(before);
    if (!changed.isEmpty()) {
      compile(changed);
    }
    return !changed.isEmpty();
  }

  private void compile(SortedMap<String, String> sources) {
    classes.putAll(
        timings.of(Phase.JAVAC, () -> javac.compile(sources, written.declarations(), classes)));
  }

  private LargeMethods largeMethods() {
    return LargeMethods.measured(options.methodLimit(), classes.values());
  }
}

package org.wasm2java.aot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.lane.LaneLowering;
import org.wasm2java.aot.lower.FunctionLowering;
import org.wasm2java.aot.optimize.Optimizer;
import org.wasm2java.aot.source.SourceWriter;
import org.wasm2java.aot.source.SourceWriter.CodeSources;
import org.wasm2java.aot.source.SourceWriter.SourceFile;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.JavaPlan.CodeClass;
import org.wasm2java.aot.split.NamePatterns;
import org.wasm2java.aot.split.method.FunctionSplitter;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.SplitAttempts;

/**
 * Takes each function through lowering, optimizing and splitting to Java text, class by class and
 * in parallel, so that no more than a few classes' functions are in memory at once. When functions
 * are to be cut anew, only their classes are written again.
 */
final class SourceAssembly {
  private final JavaPlan plan;
  private final ProgressListener progress;
  private final Callees callees;
  private final SourceWriter writer;
  private final AtomicInteger done = new AtomicInteger();
  private final Map<Integer, Integer> large = new ConcurrentHashMap<>();
  private SplitAttempts attempts;
  private List<CodeSources> codeClasses = List.of();

  SourceAssembly(JavaPlan plan, TranslationOptions options) {
    this.plan = plan;
    this.attempts = SplitAttempts.first(MethodLimit.of(options.methodLimit()));
    this.progress = options.progress();
    this.callees = Callees.of(plan.module(), plan.listened());
    NamePatterns kept = NamePatterns.of(options.customSections());
    this.writer =
        new SourceWriter(plan, TranslatorVersion.text(), options.programName(), kept::matches);
  }

  /** Writes the module. */
  ModuleSources write() {
    return write(Set.of());
  }

  /** Writes the module again, with these functions cut finer than they were. */
  ModuleSources write(Set<Integer> tooLarge) {
    attempts = attempts.after(tooLarge);
    large.keySet().removeAll(tooLarge);
    done.set(0);
    return plan.singleClass()
        ? sources(singleClass())
        : sources(writer.finish(codeClasses(tooLarge)));
  }

  private SourceWriter.Written singleClass() {
    return Workers.call(() -> writer.singleClass(functions(plan.codeClasses().get(0))));
  }

  /** Returns the code classes: those of the last time, but for what has a function to cut finer. */
  private List<CodeSources> codeClasses(Set<Integer> tooLarge) {
    List<CodeClass> classes = plan.codeClasses();
    List<CodeSources> before = codeClasses;
    codeClasses =
        Workers.map(
            classes.size(),
            Workers.processors(),
            number -> {
              CodeClass own = classes.get(number);
              if (!before.isEmpty() && tooLarge.stream().noneMatch(own::contains)) {
                report(own.end() - own.first());
                return before.get(number);
              }
              return writer.codeClass(number, functions(own));
            });
    return codeClasses;
  }

  private ModuleSources sources(SourceWriter.Written written) {
    SortedMap<String, String> sources = new TreeMap<>();
    SortedMap<String, String> declarations = new TreeMap<>();
    for (SourceFile file : written.files()) {
      sources.put(file.path(), file.text());
      if (!file.declaration().isEmpty()) {
        declarations.put(file.path(), file.declaration());
      }
    }
    return new ModuleSources(
        sources,
        declarations,
        written.resources(),
        LargeMethods.estimated(attempts.first().limit().hard(), large));
  }

  private List<FunctionPlan> functions(CodeClass codeClass) {
    List<FunctionPlan> functions = new ArrayList<>();
    for (int i = codeClass.first(); i < codeClass.end(); i++) {
      IrFunction function =
          FunctionLowering.lower(
              plan.module(), callees, plan.memories(), plan.instrumentation(), i);
      FunctionPlan methods =
          FunctionSplitter.split(
              Optimizer.optimize(LaneLowering.lower(function)),
              attempts.of(i),
              plan.limits().partBytes());
      int largest = methods.largestMethod();
      if (largest > attempts.of(i).limit().hard()) {
        large.put(i, largest);
      }
      functions.add(plan.isAround(i) ? methods.inside() : methods);
    }
    report(functions.size());
    return functions;
  }

  private synchronized void report(int count) {
    int total = plan.module().decoded().functions().size();
    progress.progress(Phase.CODE, done.addAndGet(count), Math.max(1, total));
  }
}

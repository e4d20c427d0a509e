package org.wasm2java.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.random.RandomModule;
import org.wasm2java.aot.split.ClassPartitioner;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.validate.ModuleValidator;

/** What is written again, because functions are cut finer, is as if all had been written so. */
class SourceAssemblyTest {
  private static final TranslationOptions OPTIONS =
      TranslationOptions.builder("again.App").methodLimit(200).build();

  private static JavaPlan plan() {
    byte[] module = new RandomModule(11).bytes();
    return ClassPartitioner.plan(
        ModuleValidator.validate(ModuleDecoder.decode(module)),
        OPTIONS.className(),
        OPTIONS.instrumentation(),
        LayoutLimits.SMALLEST);
  }

  @Test
  void oneFunctionChangesItsClassAlone() {
    JavaPlan plan = plan();
    assertThat(plan.codeClasses()).hasSizeGreaterThan(2);
    Set<String> changed = new TreeSet<>();
    for (JavaPlan.CodeClass codeClass : plan.codeClasses()) {
      Set<Integer> tooLarge = Set.of(codeClass.first());
      SourceAssembly assembly = new SourceAssembly(plan, OPTIONS);
      ModuleSources first = assembly.write();
      ModuleSources again = assembly.write(tooLarge);
      assertSame(again, new SourceAssembly(plan, OPTIONS).write(tooLarge));
      changed.addAll(again.changedFrom(first).keySet());
    }
    assertThat(changed).as("what cutting finer changes").hasSizeGreaterThan(1);
  }

  @Test
  void attemptsAddUp() {
    JavaPlan plan = plan();
    Set<Integer> one = Set.of(plan.codeClasses().get(0).first());
    Set<Integer> other = Set.of(plan.codeClasses().get(1).first());
    SourceAssembly inOrder = new SourceAssembly(plan, OPTIONS);
    inOrder.write();
    inOrder.write(one);
    SourceAssembly together = new SourceAssembly(plan, OPTIONS);
    assertSame(
        inOrder.write(other),
        together.write(Set.of(one.iterator().next(), other.iterator().next())));
  }

  private static void assertSame(ModuleSources found, ModuleSources expected) {
    assertThat(found.sources()).isEqualTo(expected.sources());
    assertThat(found.declarations()).isEqualTo(expected.declarations());
    assertThat(found.resources().keySet()).isEqualTo(expected.resources().keySet());
    for (Map.Entry<String, byte[]> resource : found.resources().entrySet()) {
      assertThat(resource.getValue()).isEqualTo(expected.resources().get(resource.getKey()));
    }
    assertThat(found.largeMethods()).isEqualTo(expected.largeMethods());
  }
}

package org.wasm2java.aot.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.Trap;

/** What is known of a module's frames does not keep its classes. */
class UnloadingTest {
  private static final int ATTEMPTS = 50;

  private static WeakReference<ClassLoader> trapAndForget() {
    Guest guest = Guest.of("frames/guest");
    GeneratedClasses classes = GeneratedClasses.of(guest.compile("frames.Unloaded", 7500));
    Trap trap = Guest.trap(classes.instantiate(Guest.store(a -> a)), "div_s", 1, 0);
    assertThat(trap.frames()).hasSize(1);
    return new WeakReference<>(classes.module().getClass().getClassLoader());
  }

  @Test
  void classesAreUnloadedWhenNobodyUsesThem() throws InterruptedException {
    WeakReference<ClassLoader> loader = trapAndForget();
    for (int i = 0; i < ATTEMPTS && loader.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(loader.get()).isNull();
  }
}

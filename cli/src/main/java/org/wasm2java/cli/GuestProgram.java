package org.wasm2java.cli;

import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFrames;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiCommand;

/** A compiled command module that runs once, inside this JVM. */
final class GuestProgram extends WasiCommand.Program {
  private static final String ENTRY = "_start";
  private static final int MAX_FRAMES = 16;

  private final ModuleDescriptor module;
  private final InstanceConfig config;
  private @Nullable RuntimeException failure;

  private GuestProgram(ModuleDescriptor module, InstanceConfig config) {
    this.module = module;
    this.config = config;
  }

  /** Loads a program, to be instantiated with a configuration. */
  static GuestProgram load(CompiledModule module, InstanceConfig config) {
    return new GuestProgram(module.load(GuestProgram.class.getClassLoader()), config);
  }

  /** Runs the guest and returns its exit code. */
  int run(String name, Wasi.Builder grants) throws CommandFailure {
    int exitCode = WasiCommand.run(name, grants, this);
    if (failure == null) {
      return exitCode;
    }
    if (failure instanceof LinkException unlinkable) {
      throw new CommandFailure(
          ExitStatus.BAD_MODULE,
          name
              + ": cannot be linked: "
              + unlinkable.problem()
              + "\n  'run' provides WASI alone; to provide more, write a jar with 'wasm2java jar'"
              + " and instantiate its class in Java");
    }
    boolean isTrap = failure instanceof Trap;
    String message = isTrap ? "trap: " + failure.getMessage() : failure + guestFrames(failure);
    throw new CommandFailure(
        isTrap ? ExitStatus.GUEST_TRAPPED : ExitStatus.GUEST_FAILED, name + ": " + message);
  }

  /** Runs on the guest's own thread; {@link #run(String, Wasi.Builder)} reports what goes wrong. */
  @Override
  public void run(Store store) {
    try {
      module.instantiate(store.namespace(), config).export(ENTRY).call();
    } catch (ExitException e) {
      throw e;
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** Shows where in the guest it happened; the frames of Java say nothing to the user. */
  private static String guestFrames(RuntimeException failure) {
    StringBuilder frames = new StringBuilder();
    WasmFrames.of(failure).stream()
        .limit(MAX_FRAMES)
        .forEach(frame -> frames.append("\n    at ").append(frame));
    return frames.toString();
  }
}

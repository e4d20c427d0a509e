package org.wasm2java.cli;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFrames;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiCommand;

/** A compiled command module that runs once, inside this JVM. */
final class GuestProgram extends WasiCommand.Program {
  private static final String ENTRY = "_start";
  private static final int MAX_FRAMES = 16;

  private final Class<?> type;
  private @Nullable RuntimeException failure;

  private GuestProgram(Class<?> type) {
    this.type = type;
  }

  static GuestProgram load(CompiledModule module) {
    String name = module.translation().className();
    ClassLoader loader = module.classLoader(GuestProgram.class.getClassLoader());
    try {
      return new GuestProgram(loader.loadClass(name));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the compiled module lacks its main class " + name, e);
    }
  }

  /** Runs the guest and returns its exit code. */
  int run(String name, Wasi.Builder grants) throws CommandFailure {
    int exitCode = WasiCommand.run(name, grants, this);
    if (failure == null) {
      return exitCode;
    }
    if (failure instanceof LinkException) {
      throw new CommandFailure(
          ExitStatus.BAD_MODULE, name + ": cannot be linked: " + failure.getMessage());
    }
    boolean isTrap = failure instanceof Trap;
    String message = isTrap ? "trap: " + failure.getMessage() : failure + guestFrames(failure);
    throw new CommandFailure(
        isTrap ? ExitStatus.GUEST_TRAPPED : ExitStatus.GUEST_FAILED, name + ": " + message);
  }

  /** Called on the guest's own thread; what goes wrong is for {@link #run} to tell. */
  @Override
  public void run(Store store) {
    try {
      WasmFunction entry = (WasmFunction) instantiate(store).export(ENTRY);
      entry.call();
    } catch (ExitException e) {
      throw e;
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  /** By reflection, because the class exists only since a moment ago. */
  private Instance instantiate(Store store) {
    try {
      return (Instance) type.getMethod("instantiate", Store.class).invoke(null, store);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException ofGuest) {
        throw ofGuest;
      }
      throw new IllegalStateException("instantiation ended abruptly", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the generated class cannot be instantiated", e);
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

package org.wasm2java.cli;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiCommand;

/** A compiled command module that runs once, inside this JVM. */
final class GuestProgram extends WasiCommand.Program {
  private static final String ENTRY = "_start";
  private static final int MAX_FRAMES = 20;

  private final Class<?> type;
  private final Consumer<Instance> control;
  private @Nullable RuntimeException failure;

  private GuestProgram(Class<?> type, Consumer<Instance> control) {
    this.type = type;
    this.control = control;
  }

  /** Loads a program; the control is given each instance before it runs. */
  static GuestProgram load(CompiledModule module, Consumer<Instance> control) {
    String name = module.translation().className();
    ClassLoader loader = module.classLoader(GuestProgram.class.getClassLoader());
    try {
      return new GuestProgram(loader.loadClass(name), control);
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
    String message = isTrap ? "trap: " + failure.getMessage() : failure.toString();
    throw new CommandFailure(
        isTrap ? ExitStatus.GUEST_TRAPPED : ExitStatus.GUEST_FAILED,
        name + ": " + message + guestFrames(failure));
  }

  /** Called on the guest's own thread; what goes wrong is for {@link #run} to tell. */
  @Override
  public void run(Store store) {
    try {
      Instance instance = instantiate(store);
      control.accept(instance);
      WasmFunction entry = (WasmFunction) instance.export(ENTRY);
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

  /** Shows where in the guest it happened; the frames of Java below it say nothing to the user. */
  private String guestFrames(RuntimeException failure) {
    Throwable origin = failure.getCause() == null ? failure : failure.getCause();
    StringBuilder frames = new StringBuilder();
    Arrays.stream(origin.getStackTrace())
        .filter(this::isGuestFunction)
        .limit(MAX_FRAMES)
        .forEach(frame -> frames.append("\n  at ").append(frame));
    return frames.toString();
  }

  /** Generated classes hold functions, except those that only make functions into values. */
  private boolean isGuestFunction(StackTraceElement frame) {
    if (!frame.getClassName().startsWith(type.getName())) {
      return false;
    }
    try {
      Class<?> owner = Class.forName(frame.getClassName(), false, type.getClassLoader());
      return !WasmFunction.class.isAssignableFrom(owner);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}

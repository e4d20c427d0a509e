package org.wasm2java.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiCommand;

/** A compiled command module that runs once, inside this JVM. */
final class GuestProgram {
  private static final int MAX_FRAMES = 20;

  private final Class<?> type;
  private final PrintStream err;

  private GuestProgram(Class<?> type, PrintStream err) {
    this.type = type;
    this.err = err;
  }

  static GuestProgram load(CompiledModule module, PrintStream err) {
    String name = module.translation().className();
    try {
      return new GuestProgram(new GuestClassLoader(module).loadClass(name), err);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the compiled module lacks its main class " + name, e);
    }
  }

  /** Instantiates and runs the module; the result is the exit code for this process. */
  int run(Wasi wasi) throws CommandFailure {
    Store store = new Store().add(wasi);
    try {
      return WasiCommand.run(store, wasi, instantiate(store));
    } catch (LinkException e) {
      throw new CommandFailure(ExitStatus.BAD_MODULE, "cannot be linked: " + e.getMessage());
    } catch (RuntimeException e) {
      printFrames(e);
      throw new CommandFailure(ExitStatus.GUEST_FAILED, "the guest failed: " + e.getMessage());
    }
  }

  /** Reflection, because the class exists only since a moment ago. */
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
  private void printFrames(RuntimeException failure) {
    Throwable origin = failure.getCause() == null ? failure : failure.getCause();
    List<StackTraceElement> frames =
        Arrays.stream(origin.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(type.getName()))
            .limit(MAX_FRAMES)
            .toList();
    frames.forEach(frame -> err.println("  at " + frame));
  }
}

package org.wasm2java.runtime;

import org.wasm2java.runtime.internal.Rethrow;
import org.wasm2java.runtime.type.FunctionType;

/** The life of an instance before it is anybody's: it is started or filled, or given up. */
final class Instantiation {
  private final Namespace namespace;
  private final InstanceConfig config;

  Instantiation(Namespace namespace, InstanceConfig config) {
    this.namespace = namespace;
    this.config = config;
  }

  /** Takes the instance's name, if it has one. */
  void begin() {
    if (!config.name().isEmpty()) {
      namespace.reserve(config.name());
    }
  }

  /** Initializes an instance, takes it into its namespace and runs its start functions. */
  void start(Instance made) {
    config.prepare(made);
    made.initializeModule();
    namespace.admit(made);
    for (String name : config.startFunctions()) {
      if (!made.isClosed()
          && made.exported(name) instanceof WasmFunction function
          && function.type().equals(FunctionType.NOTHING)) {
        run(made, function);
      }
    }
  }

  /** An exit with code 0 is no failure, if it is the instance that ended and no other. */
  private static void run(Instance made, WasmFunction function) {
    try {
      function.call();
    } catch (ExitException e) {
      if (e.exitCode() != 0 || !made.isClosed()) {
        throw e;
      }
    }
  }

  /** Gives a copy of an instance its state and takes it into the namespace. */
  void fill(Instance copy, Instance original) {
    config.prepare(copy);
    copy.restore(original.snapshot());
    namespace.admit(copy);
  }

  /**
   * Gives up an instance that could not be made, and its name.
   *
   * @param made {@code null} if there is none yet
   */
  RuntimeException giveUp(Instance made, Throwable thrown) {
    if (!config.name().isEmpty()) {
      namespace.release(config.name());
    }
    if (made != null && made.context().sequence() >= 0) {
      namespace.dismiss(made, false);
    }
    throw Rethrow.unchecked(thrown);
  }
}

package org.wasm2java.runtime.generated;

import java.util.HashMap;
import java.util.Map;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Linker;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.type.FunctionType;

/**
 * What the generated classes of modules have in common.
 *
 * <pre>{@code
 * public final class Math extends GeneratedInstance { // in generated code
 *   public int add(int a, int b) {
 *     ensureOpen();
 *     try {
 *       return this.f0_add(a, b);
 *     } catch (RuntimeException | StackOverflowError e) {
 *       throw leave(e);
 *     }
 *   }
 * }
 * }</pre>
 */
public abstract class GeneratedInstance extends Instance {
  /** What listeners are told of functions, by index; made when a listener is first told. */
  private Map<Integer, FunctionInfo> listened;

  /** Hands a tail call over to another module; {@code null} while it is used. */
  TailCall spareTailCall;

  /** For generated code: an instance that takes its imports from this linker. */
  protected GeneratedInstance(Linker linker) {
    super(linker);
  }

  @Override
  protected final void initializeModule() {
    try {
      initialize();
    } catch (Throwable e) {
      throw leave(e);
    }
  }

  /** Initializes what the module defines and calls its start function. */
  protected abstract void initialize();

  @Override
  protected abstract WasmFunction function(int index);

  /** Checks for the functions of the instance that it has not been closed. */
  final void requireOpen() {
    ensureOpen();
  }

  /**
   * Returns what an export throws for what its body threw, see {@link Boundary#leave}. A guest that
   * ended itself is closed.
   */
  protected final RuntimeException leave(Throwable thrown) {
    closeIfEnded(thrown);
    return Boundary.leave(thrown, hasArrays());
  }

  /** Returns whether code has arrays whose bounds Java checks beside those of memories. */
  protected boolean hasArrays() {
    return false;
  }

  /** Closes the instance if what its code threw is the end of it. */
  final void closeIfEnded(Throwable thrown) {
    if (thrown instanceof ExitException ended && !ended.isOfClosedInstance()) {
      try {
        close(ended.exitCode());
      } catch (Throwable e) { // a listener's, which must not hide the exit
        thrown.addSuppressed(e);
      }
    }
  }

  /** Returns what is told of a function, the same each time. */
  final FunctionInfo info(int index, String name, String parameters, String results) {
    if (listened == null) {
      listened = new HashMap<>();
    }
    FunctionInfo known = listened.get(index);
    if (known == null) {
      known = new FunctionInfo(index, name, FunctionType.of(parameters, results));
      listened.put(index, known);
    }
    return known;
  }
}

package org.wasm2java.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/**
 * A function as a value: what tables hold, {@code ref.func} gives, and stores link. Generated code
 * extends it once per function type with a typed method, so calls neither box nor look up anything;
 * {@link #call} is the dynamic way for tools.
 *
 * <pre>{@code
 * WasmFunction add = instance.exportedFunction("add");
 * Object[] sum = add.call(2, 3);
 * }</pre>
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/runtime.html#function-instances">Function
 *     instances</a>
 */
public abstract non-sealed class WasmFunction implements Extern {
  /** The typed view that another module last took of this function, see {@link #view}. */
  private volatile WasmFunction view;

  /** For generated code and host functions. */
  protected WasmFunction() {}

  /** Returns the function's type. */
  public abstract FunctionType type();

  /**
   * Calls the function with boxed arguments.
   *
   * @param arguments boxed as {@link ValueType} says, one per parameter
   * @return the results, boxed alike
   * @throws Trap if the execution traps
   * @throws IllegalArgumentException if number or class of the arguments do not fit the type
   */
  public abstract Object[] call(Object... arguments);

  /**
   * Returns a handle to the typed call, without the function itself as a parameter, or {@code null}
   * where there is only {@link #call}. Another module's code calls through it without boxing.
   */
  protected MethodHandle handle() {
    return null;
  }

  /** For generated code: returns the instance that the function is of; {@code null} for a host. */
  protected Instance owner() {
    return null;
  }

  /** For generated code: returns the function's index in its instance, or -1 for a host's. */
  protected int index() {
    return -1;
  }

  /** For generated code: returns the instance that another function is of, or {@code null}. */
  protected static Instance ownerOf(WasmFunction function) {
    return function.owner();
  }

  /** Returns what an instance that imports this function calls; by default the function itself. */
  protected WasmFunction forCaller(Instance caller) {
    return this;
  }

  /**
   * For generated code: checks that the function's instance has not been closed.
   *
   * @throws ExitException if it has
   */
  protected final void ensureOpen() {
    ensureOpen(this);
  }

  /** For generated code: checks that another function's instance has not been closed. */
  protected static void ensureOpen(WasmFunction function) {
    Instance owner = function.owner();
    if (owner != null) {
      owner.ensureOpen();
    }
  }

  /** For generated code: what {@link #call} throws for what the body threw. */
  protected final RuntimeException leave(Throwable thrown) {
    Instance owner = owner();
    return owner == null ? Boundary.leave(thrown) : owner.leave(thrown);
  }

  /** For generated code: what a function throws into the module that called it. */
  protected static RuntimeException passOn(WasmFunction called, Throwable thrown) {
    Instance owner = called.owner();
    if (owner == null) {
      return Boundary.enter(thrown);
    }
    owner.closeIfEnded(thrown);
    return Boundary.cross(thrown);
  }

  @Override
  public String describe() {
    return type().text();
  }

  /** Returns {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }

  /** For generated code: finds the typed method {@code invoke} of a function of its module. */
  protected final MethodHandle handle(
      MethodHandles.Lookup lookup, Class<?> owner, Class<?> result, Class<?>... parameters) {
    try {
      return lookup
          .findVirtual(owner, "invoke", MethodType.methodType(result, parameters))
          .bindTo(this);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("generated class " + owner.getName() + " lacks its invoke method", e);
    }
  }

  /** For generated code: the handle of another module's function, or {@code null}. */
  protected static MethodHandle handleOf(WasmFunction function) {
    return function.handle();
  }

  /** For generated code: checks the arguments of {@link #call} against the type. */
  protected final void check(Object[] arguments) {
    BoxedValues.check(type(), arguments);
  }

  /** For generated code: the arguments that do not fit the parameters of a Java method. */
  protected static Object[] argumentsFrom(int direct, Object[] arguments) {
    return Arrays.copyOfRange(arguments, direct, arguments.length);
  }

  /** For generated code: all arguments, from those that fit a Java method and the others. */
  protected static Object[] allArguments(Object[] direct, Object[] others) {
    Object[] all = Arrays.copyOf(direct, direct.length + others.length);
    System.arraycopy(others, 0, all, direct.length, others.length);
    return all;
  }

  /** For generated code: the typed view that was kept last, or {@code null}. */
  public final WasmFunction view() {
    return view;
  }

  /** For generated code: keeps a typed view, so that the next call through it is direct. */
  public final void keepView(WasmFunction typedView) {
    // Views have fields for further results: those of a host function would serve several threads.
    if (owner() != null || type().results().size() <= 1) {
      view = typedView;
    }
  }
}

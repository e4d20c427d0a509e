package org.wasm2java.runtime.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.WasmFunction;

/**
 * What generated classes of functions have in common. The translator makes a subclass for each
 * function type, with a typed method {@code invoke}, and of it one for the functions of a module
 * and one for functions of others that are seen with this type.
 *
 * <pre>{@code
 * abstract class MathType0 extends GeneratedFunction { // in generated code
 *   abstract int invoke(int p0, int p1);
 * }
 * }</pre>
 */
public abstract class GeneratedFunction extends WasmFunction {
  /** For generated code. */
  protected GeneratedFunction() {}

  /**
   * Checks that the function's instance has not been closed.
   *
   * @throws org.wasm2java.runtime.ExitException if it has
   */
  protected final void ensureOpen() {
    if (owner() instanceof GeneratedInstance owner) {
      owner.requireOpen();
    }
  }

  /** Checks the arguments of {@link #call} against the type. */
  protected final void check(Object[] arguments) {
    BoxedValues.check(type(), arguments);
  }

  /** Returns what {@link #call} throws for what the body threw. */
  protected final RuntimeException leave(Throwable thrown) {
    return owner() instanceof GeneratedInstance owner
        ? owner.leave(thrown)
        : Boundary.leave(thrown);
  }

  /** Returns what a function throws into the module that called it. */
  protected static RuntimeException passOn(WasmFunction called, Throwable thrown) {
    if (called.owner() instanceof GeneratedInstance owner) {
      owner.closeIfEnded(thrown);
      return Boundary.cross(thrown, owner.hasArrays());
    }
    return Boundary.enter(thrown);
  }

  /** As {@link #passOn}, into a module that handles exceptions, see {@link Boundary#foreign}. */
  protected static RuntimeException passOnForeign(WasmFunction called, Throwable thrown) {
    Throwable passed;
    try {
      passed = passOn(called, thrown);
    } catch (Throwable unchanged) {
      passed = unchanged;
    }
    return Boundary.foreign(passed);
  }

  /** Returns the arguments that do not fit the parameters of a Java method. */
  protected static Object[] argumentsFrom(int direct, Object[] arguments) {
    return Arrays.copyOfRange(arguments, direct, arguments.length);
  }

  /** Returns all arguments, from those that fit a Java method and the others. */
  protected static Object[] allArguments(Object[] direct, Object[] others) {
    Object[] all = Arrays.copyOf(direct, direct.length + others.length);
    System.arraycopy(others, 0, all, direct.length, others.length);
    return all;
  }

  /**
   * Returns a handle to the typed method, with the function bound, or {@code null} where there is
   * only {@link #call}. Another module's code calls through it without boxing.
   */
  protected MethodHandle handle() {
    return null;
  }

  /**
   * Returns the handle of a function of another class, or {@code null}. A function of a subtype may
   * take more and return less than these classes: it is adapted.
   */
  protected static MethodHandle handleOf(
      WasmFunction function, Class<?> result, Class<?>... parameters) {
    MethodHandle handle =
        function instanceof GeneratedFunction generated ? generated.handle() : null;
    return handle == null ? null : handle.asType(MethodType.methodType(result, parameters));
  }

  /** Finds the typed method {@code invoke} of this function. */
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

  /** Returns the trap for a call of the null reference. */
  protected static Trap nullFunction() {
    return Trap.of(TrapKind.NULL_FUNCTION_REFERENCE);
  }

  /**
   * Returns the trap for an element that an indirect call could not use.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-indirect">call_indirect</a>
   */
  protected static Trap notCallable(Object[] elements, int index) {
    String place = Integer.toUnsignedString(index);
    if (index < 0 || index >= elements.length) {
      return Trap.of(TrapKind.UNDEFINED_ELEMENT, place + " of " + elements.length);
    }
    return elements[index] == null
        ? Trap.of(TrapKind.UNINITIALIZED_ELEMENT, place)
        : Trap.of(
            TrapKind.INDIRECT_CALL_TYPE_MISMATCH,
            "(element " + place + " is " + elements[index] + ")");
  }
}

package org.wasm2java.runtime.generated;

import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.internal.Rethrow;

/**
 * One call that a listener is told of.
 *
 * <pre>{@code
 * ListenedCall call = ListenedCall.before(this, listener, function, p0); // in generated code
 * try {
 *   result = f3_check_part0(p0);
 * } catch (Throwable thrown) {
 *   throw call.abort(thrown);
 * }
 * call.after(result);
 * }</pre>
 */
public final class ListenedCall {
  private final Instance instance;
  private final FunctionListener listener;
  private final FunctionInfo function;

  private ListenedCall(Instance instance, FunctionListener listener, FunctionInfo function) {
    this.instance = instance;
    this.listener = listener;
    this.function = function;
  }

  /** Tells that a function is called. */
  public static ListenedCall before(
      Instance instance, FunctionListener listener, FunctionInfo function, Object... arguments) {
    listener.before(instance, function, arguments);
    return new ListenedCall(instance, listener, function);
  }

  /** Returns what is told of a function, the same each time. */
  public static FunctionInfo function(
      GeneratedInstance instance, int index, String name, String parameters, String results) {
    return instance.info(index, name, parameters, results);
  }

  /** Tells a listener, if there is one, that a function leaves by a tail call. */
  public static void leave(Instance instance, FunctionListener listener, FunctionInfo function) {
    if (listener != null) {
      listener.tailCall(instance, function);
    }
  }

  /** Returns all arguments, from those that fit a Java method and the others. */
  public static Object[] arguments(Object[] more, Object... direct) {
    return GeneratedFunction.allArguments(direct, more);
  }

  /** Tells that the function returned. */
  public void after(Object... results) {
    listener.after(instance, function, results);
  }

  /** Tells that the function ended with an exception, and throws it again. */
  public RuntimeException abort(Throwable thrown) {
    try {
      listener.abort(instance, function, seenOutside(thrown));
    } catch (RuntimeException | Error e) {
      if (e != thrown) {
        e.addSuppressed(thrown);
      }
      throw e;
    }
    throw Rethrow.unchecked(thrown);
  }

  private Throwable seenOutside(Throwable thrown) {
    return Boundary.seenOutside(
        thrown, instance instanceof GeneratedInstance generated && generated.hasArrays());
  }
}

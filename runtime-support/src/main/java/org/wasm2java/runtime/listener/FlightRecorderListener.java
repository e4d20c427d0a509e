package org.wasm2java.runtime.listener;

import java.util.ArrayDeque;
import java.util.Deque;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.internal.ShownText;

/**
 * Emits an event of the JDK's flight recorder for each call, {@code org.wasm2java.Call}, with its
 * duration. Needs the JDK's module {@code jdk.jfr}.
 *
 * <pre>{@code
 * instance.execution().setListener(new FlightRecorderListener());
 * // java -XX:StartFlightRecording=filename=calls.jfr ...; jfr print --events org.wasm2java.Call calls.jfr
 * }</pre>
 */
public final class FlightRecorderListener implements FunctionListener {
  private final ThreadLocal<Deque<Call>> calls = ThreadLocal.withInitial(ArrayDeque::new);

  /** A listener for any number of instances and threads. */
  public FlightRecorderListener() {}

  @Override
  public void before(Instance instance, FunctionInfo function, Object[] arguments) {
    Call call = new Call();
    call.module = instance.getClass().getName();
    call.function = ShownText.of(function.name());
    call.index = function.index();
    call.begin();
    calls.get().push(call);
  }

  @Override
  public void after(Instance instance, FunctionInfo function, Object[] results) {
    calls.get().pop().commit();
  }

  @Override
  public void abort(Instance instance, FunctionInfo function, Throwable thrown) {
    Call call = calls.get().pop();
    call.failure = thrown.toString();
    call.commit();
  }

  /** The event. */
  @Name("org.wasm2java.Call")
  @Label("WebAssembly Call")
  @Description("A call of a WebAssembly function")
  @Category("WebAssembly")
  @StackTrace(false)
  static final class Call extends Event {
    @Label("Module")
    String module;

    @Label("Function")
    String function;

    @Label("Function Index")
    int index;

    @Label("Failure")
    String failure;
  }
}

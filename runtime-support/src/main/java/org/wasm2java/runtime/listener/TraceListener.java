package org.wasm2java.runtime.listener;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.internal.ShownText;

/**
 * Prints the calls of functions as a tree, with arguments and results:
 *
 * <pre>{@code
 * > fac(2)
 *   > fac(1)
 *   < fac = 1
 * < fac = 2
 * }</pre>
 *
 * <p>A call that ends with an exception ends with a line such as {@code ! fac: unreachable}.
 *
 * <pre>{@code
 * instance.execution().setListener(new TraceListener(System.err));
 * }</pre>
 */
public final class TraceListener implements FunctionListener {
  private final Appendable out;
  private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

  /** A listener that prints to a stream, a writer or a string builder. */
  public TraceListener(Appendable out) {
    this.out = out;
  }

  @Override
  public void before(Instance instance, FunctionInfo function, Object[] arguments) {
    line("> " + ShownText.of(function.name()) + "(" + list(arguments) + ")");
    depth.set(depth.get() + 1);
  }

  @Override
  public void after(Instance instance, FunctionInfo function, Object[] results) {
    depth.set(depth.get() - 1);
    line("< " + ShownText.of(function.name()) + (results.length == 0 ? "" : " = " + list(results)));
  }

  @Override
  public void abort(Instance instance, FunctionInfo function, Throwable thrown) {
    depth.set(depth.get() - 1);
    String message = thrown instanceof Trap ? thrown.getMessage() : thrown.toString();
    line("! " + ShownText.of(function.name()) + ": " + message);
  }

  private static String list(Object[] values) {
    StringBuilder list = new StringBuilder();
    for (Object value : values) {
      list.append(list.length() == 0 ? "" : ", ").append(value);
    }
    return list.toString();
  }

  private void line(String text) {
    String line = "  ".repeat(depth.get()) + text + "\n";
    try {
      synchronized (out) {
        out.append(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

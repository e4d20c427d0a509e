package org.wasm2java.runtime.host;

/**
 * The body of a host function of any type, which takes its arguments from a {@link HostCall} and
 * leaves its results there.
 *
 * <pre>{@code
 * HostFunctionBody length = call -> call.returns(call.memory().readCString(call.i32(0)).length());
 * }</pre>
 */
@FunctionalInterface
public interface HostFunctionBody {
  /**
   * Runs the function.
   *
   * @param call arguments, results and the caller; only valid until this method returns
   * @throws Exception what it likes: it passes through WebAssembly frames unchanged
   */
  void run(HostCall call) throws Exception;
}

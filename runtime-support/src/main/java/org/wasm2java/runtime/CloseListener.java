package org.wasm2java.runtime;

/**
 * Is told when an instance has been closed: once, whoever closed it and however often.
 *
 * <pre>{@code
 * InstanceConfig config = InstanceConfig.builder()
 *     .onClose((instance, exitCode) -> log("ended with " + exitCode))
 *     .build();
 * }</pre>
 */
@FunctionalInterface
public interface CloseListener {
  /**
   * Called on the thread that closes, when the instance is out of its namespace.
   *
   * @param exitCode the code it was closed with, 0 for success
   */
  void closed(Instance instance, int exitCode);
}

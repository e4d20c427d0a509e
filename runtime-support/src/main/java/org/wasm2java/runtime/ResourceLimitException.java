package org.wasm2java.runtime;

/**
 * An instance cannot be made because a memory or table would be larger than a limit, or than what
 * Java has room for. The message says which, how large, and what would help.
 *
 * <pre>{@code
 * try {
 *   Filter.instantiate(store.namespace(), InstanceConfig.builder().memoryLimit(16).build());
 * } catch (ResourceLimitException e) {
 *   System.out.println(e.getMessage()); // memory of module filter: 17 pages (1 MiB) are asked ...
 * }
 * }</pre>
 */
public final class ResourceLimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private ResourceLimitException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns an exception; its type keeps the JVM from loading this class until it is needed. */
  static RuntimeException of(String message, Throwable cause) {
    return new ResourceLimitException(message, cause);
  }
}

package org.wasm2java.runtime;

/**
 * Answers imports one by one, before the namespace is asked.
 *
 * <pre>{@code
 * ImportResolver counters = (module, field) ->
 *     module.equals("counter") ? Global.create(ValueType.I32, true, 0) : null;
 * InstanceConfig config = InstanceConfig.builder().resolver(counters).build();
 * }</pre>
 */
@FunctionalInterface
public interface ImportResolver {
  /** Returns what the import gets, or {@code null} if the namespace is to be asked. */
  Extern resolve(String module, String field);
}

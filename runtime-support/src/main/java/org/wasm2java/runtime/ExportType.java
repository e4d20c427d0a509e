package org.wasm2java.runtime;

/**
 * An export of a module.
 *
 * <pre>{@code
 * Sha256.descriptor().exports().forEach(e -> System.out.println(e.name()));
 * }</pre>
 *
 * @param name its name
 * @param type what it is
 */
public record ExportType(String name, ExternType type) {}

package org.wasm2java.aot.source.body;

/**
 * The class that a method is written for.
 *
 * @param codeClass the class that holds its function, see {@link
 *     org.wasm2java.aot.split.JavaPlan#codeClass}
 * @param partClass 0 for that class itself, else the number of one for parts which do not fit it
 * @param tables the tables that the class has for its methods
 */
public record MethodHome(int codeClass, int partClass, ByteTables tables) {}

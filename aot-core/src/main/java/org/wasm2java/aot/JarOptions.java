package org.wasm2java.aot;

import java.util.Optional;

/**
 * What goes into a jar beside the classes.
 *
 * @param mainClass the class that {@code java -jar} starts
 * @param bundleRuntime whether the runtime's classes are included, so that the jar runs by itself
 */
public record JarOptions(Optional<String> mainClass, boolean bundleRuntime) {}

package org.wasm2java.aot;

/**
 * How long a phase took.
 *
 * @param phase the phase
 * @param nanos wall time in nanoseconds
 */
public record PhaseTiming(String phase, long nanos) {}

package org.wasm2java.aot;

/**
 * How long a phase took and how much memory was in use meanwhile.
 *
 * @param phase the phase
 * @param nanos wall time in nanoseconds
 * @param peakHeapBytes the most of the heap that was in use, garbage included; of the whole process
 */
public record PhaseTiming(String phase, long nanos, long peakHeapBytes) {}

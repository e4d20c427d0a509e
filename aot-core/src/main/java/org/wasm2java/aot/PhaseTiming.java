package org.wasm2java.aot;

import java.util.OptionalLong;

/**
 * How long a phase took and how much memory was in use meanwhile.
 *
 * @param phase the phase
 * @param nanos wall time in nanoseconds
 * @param peakHeapBytes the most of the heap that was in use, garbage included; of the whole
 *     process. Empty unless it was asked for, see {@link TranslationOptions.Builder#measureHeap}
 */
public record PhaseTiming(Phase phase, long nanos, OptionalLong peakHeapBytes) {}

package org.wasm2java.benchmarks;

import java.util.OptionalLong;

/**
 * What one run of a program showed.
 *
 * @param output all of standard output; not copied
 * @param guestNanos the processor time of the thread that ran the guest, where the JVM can tell
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares runs
public record ProgramRun(byte[] output, OptionalLong guestNanos) {}

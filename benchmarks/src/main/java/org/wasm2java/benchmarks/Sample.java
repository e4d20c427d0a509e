package org.wasm2java.benchmarks;

/**
 * One timed run.
 *
 * @param nanos how long it took
 * @param md5 the digest of what the program printed
 */
record Sample(long nanos, String md5) {}

package org.wasm2java.conformance.random;

import org.wasm2java.aot.random.RandomSweep.Sort;

/**
 * Modules with structures, arrays, typed references, tail calls and exceptions. The build runs the
 * first 20; {@code -Prandom-mixed} runs 2,000. {@code -Drandom.mixed=100 -Drandom.seed=5000} runs
 * others.
 */
class RandomMixedTest extends RandomModulesElsewhere {
  /** The first node with exceptions as references; structures and arrays came with 22. */
  private static final int NODE = 24;

  RandomMixedTest() {
    super(Sort.MIXED, Long.getLong("random.mixed", 20), NODE);
  }
}

package org.wasm2java.conformance.random;

import org.wasm2java.aot.random.RandomSweep.Sort;

/**
 * Modules with vectors. The build runs the first 20; {@code -Prandom-vectors} runs 2,500, of which
 * V8 runs the 2,000 without relaxed instructions. {@code -Drandom.vectors=100 -Drandom.seed=5000}
 * runs others.
 */
class RandomVectorsTest extends RandomModulesElsewhere {
  RandomVectorsTest() {
    super(Sort.VECTORS, Long.getLong("random.vectors", 20), 18);
  }
}

package org.wasm2java.aot.random;

import java.util.Random;

/**
 * Which extensions of WebAssembly a random module uses.
 *
 * @param legacy whether exceptions are those before standardisation
 * @param references whether there are structures, arrays and typed references
 */
record Features(
    boolean vectors,
    boolean relaxed,
    boolean exceptions,
    boolean legacy,
    boolean references,
    boolean tailCalls) {

  static Features of(RandomModule.Kind kind, long seed) {
    boolean legacy = seed % 2 == 0;
    return switch (kind) {
      case NUMBERS -> new Features(false, false, false, legacy, false, false);
      case EXCEPTIONS -> new Features(false, false, true, legacy, false, false);
      case VECTORS -> new Features(true, false, false, legacy, false, false);
      case RELAXED -> new Features(true, true, false, legacy, false, false);
      case MIXED -> {
        Random random = new Random(seed + 1);
        boolean references = random.nextInt(8) > 0;
        boolean tailCalls = random.nextInt(4) > 0;
        boolean exceptions = random.nextInt(2) > 0;
        boolean vectors = random.nextInt(6) == 0;
        yield new Features(vectors, false, exceptions, legacy, references, tailCalls);
      }
    };
  }
}

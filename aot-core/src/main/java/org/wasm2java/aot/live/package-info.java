/**
 * Which values of locals are needed where: liveness, and locals that hold one live range each. May
 * use {@code ir}.
 */
@NullMarked
package org.wasm2java.aot.live;

import org.jspecify.annotations.NullMarked;

/**
 * Cuts one function into methods that HotSpot compiles well: what the parts are, what they take and
 * give back, and where its locals live. Knows nothing of the module around the function. What a
 * method is says {@code plan}, what belongs together {@code group}. May use these two, {@code ir}
 * and what is above it.
 */
@NullMarked
package org.wasm2java.aot.split.method;

import org.jspecify.annotations.NullMarked;

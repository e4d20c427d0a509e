/**
 * Plans to Java text: JavaPoet draws the skeletons, the writers append the bodies. Decides nothing;
 * may use everything up to {@code split}. The only user of JavaPoet.
 */
@NullMarked
package org.wasm2java.aot.source;

import org.jspecify.annotations.NullMarked;

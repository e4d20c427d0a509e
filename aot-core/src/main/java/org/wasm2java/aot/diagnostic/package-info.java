/**
 * What can be wrong with a module, where it is, and the exceptions that say so. Depends on the JDK
 * alone.
 */
@NullMarked
package org.wasm2java.aot.diagnostic;

import org.jspecify.annotations.NullMarked;

/**
 * What the command line and the Maven plugin share: modules read from files, and outputs written as
 * a whole or not at all. Depends on {@code aot.diagnostic} and on the JDK.
 */
@NullMarked
package org.wasm2java.aot.files;

import org.jspecify.annotations.NullMarked;

/**
 * What the command line and the Maven plugin share: modules read from files, progress in lines, and
 * outputs written as a whole or not at all. Depends on the API packages of this module and the JDK.
 */
@NullMarked
package org.wasm2java.aot.tool;

import org.jspecify.annotations.NullMarked;

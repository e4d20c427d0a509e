/**
 * Sources to classes to jars: the only user of the Java compiler. Knows nothing of WebAssembly; may
 * use the JDK only.
 */
@NullMarked
package org.wasm2java.aot.build;

import org.jspecify.annotations.NullMarked;

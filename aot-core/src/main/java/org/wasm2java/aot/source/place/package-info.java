/**
 * Marks in the text of sources that say which instruction an expression stands for, and the lines
 * and the frame table that follow from them once a source is laid out.
 */
@NullMarked
package org.wasm2java.aot.source.place;

import org.jspecify.annotations.NullMarked;

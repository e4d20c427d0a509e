/**
 * WebAssembly frames of the Java stack, by the tables that the translator wrote beside the classes.
 * Below {@code org.wasm2java.runtime}, whose traps have frames.
 */
package org.wasm2java.runtime.frame;

/**
 * Functions and modules that are written in Java, without code generation: the builder and what it
 * makes. Above {@code org.wasm2java.runtime}, which knows host modules by their interface alone.
 */
package org.wasm2java.runtime.host;

/**
 * The formats that the translator writes and this library reads, each of them written and read by
 * one class. For generated code and the translator.
 */
package org.wasm2java.runtime.format;

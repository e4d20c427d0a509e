/**
 * What generated code and its users hold at run time: stores, instances, memories, tables, traps.
 * Depends on the JDK alone; uses no reflection.
 */
package org.wasm2java.runtime;

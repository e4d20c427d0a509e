/**
 * What generated code and its users need at run time: stores, instances, memories, tables, globals,
 * functions and traps. Depends on the JDK only, without reflection.
 */
package org.wasm2java.runtime;

/** Paths and other text of the host by their bytes, whatever the process's locale. */
package org.wasm2java.wasi.text;

/** The error numbers of WASI, and which of them a failure of the host is. */
package org.wasm2java.wasi.error;
